package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionReader;
import io.github.radiomics4j.core.io.region.Regions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where it is measured. */
final class RegionOptions {
    @Option(names = "--mask", required = true, paramLabel = "FILE",
            description = "The regions: a label map (0 outside, a whole number per region), a DICOM structure set or segmentation.")
    private Path mask;

    @Option(names = "--label", paramLabel = "N",
            description = "The number of the region to measure; several times for several, or all. May be left out where there is only "
                    + "one.")
    private List<String> labels = List.of();

    @Option(names = "--roi", paramLabel = "NAME",
            description = "The region by its name in a structure set or segmentation; several times for several. In place of --label.")
    private List<String> names = List.of();

    @Mixin
    private ReadingRules rules;

    Path path() {
        return mask;
    }

    /** What was asked for, checked before any file is read. */
    LabelChoice choice() {
        if (!labels.isEmpty() && !names.isEmpty()) {
            throw new UsageException("--roi is in place of --label: give one of them");
        }
        rules.rules();
        return names.isEmpty() ? LabelChoice.of(labels) : LabelChoice.ofNames(names);
    }

    /**
     * The chosen regions.
     *
     * @param choice from {@link #choice()}
     * @param regions from {@link #open}
     * @param image what they lie in
     * @return number to mask, in the order of the choice
     */
    Map<Integer, Mask> read(LabelChoice choice, Regions regions, ImageOptions.Measured image) {
        Map<Integer, Mask> masks = new LinkedHashMap<>();
        for (int number : choice.among(regions.labels(), mask.toString())) {
            masks.put(number, mask(regions, number, image));
        }
        return masks;
    }

    /**
     * Reads the one chosen region.
     *
     * @param choice from {@link #choice()}
     * @param image what it lies in
     * @param options how its file was read
     * @return number and mask
     */
    Map.Entry<Integer, Mask> readOnly(LabelChoice choice, ImageOptions.Measured image, ImageOptions options) {
        Regions regions = open(options);
        int number = choice.only(regions.labels(), mask.toString());
        return Map.entry(number, mask(regions, number, image));
    }

    /**
     * Reads the file.
     *
     * @param options how the image is read; what its file says is not looked at
     * @return all its regions
     */
    Regions open(ImageOptions options) {
        return new RegionReader(ReadLimits.STANDARD, rules.rules()).withLabelMapsBy(options.files()).open(mask);
    }

    /**
     * Adds to the library's message, which names its methods, the option that does the same here.
     *
     * @param open whether the option was not given
     * @param problem that it solves
     * @param option its name
     * @param work what is done
     * @param <T> what comes of it
     * @return what comes of it
     */
    static <T> T hinted(boolean open, Problem problem, String option, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            if (open && e.problem() == problem) {
                throw new InvalidInputException(problem, e.getMessage() + "; on the command line: " + option, e);
            }
            throw e;
        }
    }

    private Mask mask(Regions regions, int number, ImageOptions.Measured image) {
        Mask region = hinted(!rules.anySeries(), Problem.REFERENCE_MISMATCH, "--any-series",
                () -> regions.mask(RegionChoice.number(number), image.grid()));
        return rules.resample() ? MaskTransfer.resampleMaskToImage(region, image.image()) : region;
    }
}
