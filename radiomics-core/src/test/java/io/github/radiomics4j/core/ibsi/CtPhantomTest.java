package io.github.radiomics4j.core.ibsi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.FixedBinSize;
import io.github.radiomics4j.core.preprocessing.Interpolation;
import io.github.radiomics4j.core.preprocessing.Resampling;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lung CT phantom in the five configurations of the IBSI manual; every step of preprocessing shows in these values. */
class CtPhantomTest {
    private static final Aggregation[] SLICES = {Aggregation.TWO_D_AVERAGED, Aggregation.TWO_D_SLICE_MERGED,
        Aggregation.TWO_HALF_D_DIRECTION_MERGED, Aggregation.TWO_HALF_D_MERGED};
    private static final Aggregation[] VOLUME = {Aggregation.THREE_D_AVERAGED, Aggregation.THREE_D_MERGED};
    private static final Resampling TWO_MM = Resampling.to(VoxelSpacing.isotropic(2)).withRoundedIntensities();

    private static ScalarImage image;
    private static Mask mask;

    enum Configuration {
        A(346, 125256, IntensityVolumeHistogram.inSteps(1), FeatureExtractor.discretisedBy(new FixedBinSize(25, -500)).resegmentedBy(Resegmentation.range(-500, 400))
                .aggregatedBy(SLICES)),
        B(346, 29842, IntensityVolumeHistogram.inSteps(1), FeatureExtractor.discretisedBy(new FixedBinNumber(32))
                .resampledBy(Resampling.inPlane(2, 2).withRoundedIntensities())
                .resegmentedBy(Resegmentation.range(-500, 400)).aggregatedBy(SLICES)),
        C(210, 45985, IntensityVolumeHistogram.ofBinSize(2.5), FeatureExtractor.discretisedBy(new FixedBinSize(25, -1000)).resampledBy(TWO_MM)
                .resegmentedBy(Resegmentation.range(-1000, 400)).aggregatedBy(VOLUME)),
        D(210, 45985, IntensityVolumeHistogram.inSteps(1), FeatureExtractor.discretisedBy(new FixedBinNumber(32)).resampledBy(TWO_MM)
                .resegmentedBy(Resegmentation.outliersBeyond(3)).aggregatedBy(VOLUME)),
        E(210, 45985, IntensityVolumeHistogram.ofBins(1000), FeatureExtractor.discretisedBy(new FixedBinNumber(32)).resampledBy(TWO_MM.withImage(Interpolation.CUBIC_SPLINE))
                .resegmentedBy(Resegmentation.range(-1000, 400).withOutliersBeyond(3)).aggregatedBy(VOLUME));

        private final int values;
        private final int voxels;
        private final FeatureExtractor extractor;

        Configuration(int values, int voxels, IntensityVolumeHistogram histogram, FeatureExtractor extractor) {
            this.values = values;
            this.voxels = voxels;
            this.extractor = extractor.withFamilies(Conformance.familiesWith(histogram));
        }
    }

    @BeforeAll
    static void read() {
        Path folder = Path.of(System.getProperty("radiomics4j.shared", "../shared"), "ibsi", "ibsi1", "ct_phantom");
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "the CT phantom is not at " + folder);
        image = ImageFiles.read(folder.resolve("image.nii.gz"));
        mask = Mask.ofLabel(ImageFiles.read(folder.resolve("mask.nii.gz")), 1);
    }

    @ParameterizedTest
    @EnumSource(Configuration.class)
    void everyReferenceValueIsMatched(Configuration configuration) throws IOException {
        List<ReferenceValue> references = ReferenceValue.of("ct_config_" + configuration.name().toLowerCase(Locale.ROOT));
        FeatureVector vector = configuration.extractor.extract(image, mask);
        List<String> missed = references.stream().filter(r -> !r.isMatchedBy(Conformance.computed(vector, r)))
                .map(r -> r + ": computed " + Conformance.computed(vector, r) + ", reference " + r.value() + " ± " + r.tolerance()).toList();
        Conformance.report("ibsi1-ct-" + configuration, "IBSI-1 CT phantom, configuration " + configuration,
                references.size() - missed.size(), references.size());
        assertTrue(missed.isEmpty(), () -> String.join("\n", missed));
        assertEquals(configuration.values, references.size());
    }

    @ParameterizedTest
    @EnumSource(Configuration.class)
    void morphologicalMaskHasTheAgreedNumberOfVoxels(Configuration configuration) {
        assertEquals(configuration.voxels, configuration.extractor.preparation().prepare(image, mask).morphologicalMask().count());
    }

    @ParameterizedTest
    @EnumSource(Configuration.class)
    void extractionOfARegionIsTheSameFromOtherThreads(Configuration configuration) {
        FeatureVector here = configuration.extractor.extract(image, mask);
        List<FeatureVector> there = Stream.of(1, 2, 3, 4).parallel().map(i -> configuration.extractor.extract(image, mask)).toList();
        there.forEach(v -> assertEquals(here, v));
    }
}
