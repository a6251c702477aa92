package io.github.radiomics4j.examples.cli.ibsi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A data set of IBSI chapter 1: an image, a region and the settings that its reference values belong to. The settings are files in
 * the format of {@code extract --settings} and lie in the jar beside this class.
 */
public enum Configuration {
    /** The digital phantom, 5 × 4 × 4 voxels, without any processing. */
    DIGITAL_PHANTOM("digital_phantom", "Digital phantom", "digital_phantom"),
    /** The CT phantom slice by slice, not resampled, fixed bin size. */
    CT_A("ct_phantom", "CT A", "ct_config_a"),
    /** The CT phantom slice by slice, resampled in the plane, fixed bin number. */
    CT_B("ct_phantom", "CT B", "ct_config_b"),
    /** The CT phantom as a volume, fixed bin size. */
    CT_C("ct_phantom", "CT C", "ct_config_c"),
    /** The CT phantom as a volume, outliers left out, fixed bin number. */
    CT_D("ct_phantom", "CT D", "ct_config_d"),
    /** The CT phantom as a volume by cubic splines, range and outliers, fixed bin number. */
    CT_E("ct_phantom", "CT E", "ct_config_e");

    /** The label of the region in all masks of IBSI. */
    public static final int LABEL = 1;

    private final String folder;
    private final String title;
    private final String dataset;

    Configuration(String folder, String title, String dataset) {
        this.folder = folder;
        this.title = title;
        this.dataset = dataset;
    }

    /**
     * The table of reference values.
     *
     * @param data the folder that holds {@code ibsi1}
     * @return {@code ibsi1/reference_values.csv}
     */
    public static Path references(Path data) {
        return data.resolve("ibsi1").resolve("reference_values.csv");
    }

    /**
     * The configuration of a data set.
     *
     * @param dataset as in the table of reference values
     * @return empty for an unknown one
     */
    public static Optional<Configuration> of(String dataset) {
        return Stream.of(values()).filter(configuration -> configuration.dataset.equals(dataset)).findFirst();
    }

    /**
     * How the table of reference values calls it.
     *
     * @return such as {@code ct_config_a}
     */
    public String dataset() {
        return dataset;
    }

    /**
     * A heading for readers.
     *
     * @return such as {@code CT A}
     */
    public String title() {
        return title;
    }

    /**
     * The image.
     *
     * @param data the folder that holds {@code ibsi1}
     * @return a NIfTI file
     */
    public Path image(Path data) {
        return data.resolve("ibsi1").resolve(folder).resolve("image.nii.gz");
    }

    /**
     * The mask, whose region has label {@link #LABEL}.
     *
     * @param data the folder that holds {@code ibsi1}
     * @return a NIfTI file
     */
    public Path mask(Path data) {
        return data.resolve("ibsi1").resolve(folder).resolve("mask.nii.gz");
    }

    /**
     * The name of the settings file, a resource of this package.
     *
     * @return such as {@code ct-config-a.yaml}
     */
    public String settingsName() {
        return dataset.toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
    }

    /**
     * The settings file's text.
     *
     * @return YAML as {@code extract --settings} reads it
     */
    public String settings() {
        try (InputStream in = Configuration.class.getResourceAsStream(settingsName())) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + settingsName() + ": it was not built whole");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
