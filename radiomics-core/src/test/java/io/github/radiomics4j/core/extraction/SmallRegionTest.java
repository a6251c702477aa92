package io.github.radiomics4j.core.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.IbsiCode;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityHistogramFeature;
import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import io.github.radiomics4j.core.morphology.MorphologyFeature;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.FixedBinSize;
import io.github.radiomics4j.core.preprocessing.Resampling;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import io.github.radiomics4j.core.texture.GlcmFeature;
import io.github.radiomics4j.core.texture.GlrlmFeature;
import io.github.radiomics4j.core.texture.GlszmFeature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What regions at the edge of definition give: the values that the features' documentation states, or a named error. */
class SmallRegionTest {
    private static final GridSize SIZE = new GridSize(4, 4, 3);
    private static final FeatureExtractor EXTRACTOR = FeatureExtractor.discretisedBy(new FixedBinNumber(8));

    private static ScalarImage image(double... values) {
        return ScalarImage.of(values, SIZE, ImageGeometry.of(VoxelSpacing.isotropic(1)));
    }

    private static ScalarImage ramp() {
        double[] values = new double[48];
        Arrays.setAll(values, i -> i);
        return image(values);
    }

    private static ScalarImage flat() {
        double[] values = new double[48];
        Arrays.fill(values, 42);
        return image(values);
    }

    private static Mask mask(int... voxels) {
        byte[] inside = new byte[48];
        for (int v : voxels) {
            inside[v] = 1;
        }
        return Mask.of(inside, SIZE);
    }

    private static Mask whole() {
        byte[] inside = new byte[48];
        Arrays.fill(inside, (byte) 1);
        return Mask.of(inside, SIZE);
    }

    @Test
    void oneVoxelHasIntensityStatisticsWithoutSpread() {
        FeatureVector v = EXTRACTOR.extract(ramp(), mask(21));
        assertEquals(21, v.get(IntensityStatisticsFeature.MEAN_INTENSITY));
        assertEquals(0, v.get(IntensityStatisticsFeature.INTENSITY_VARIANCE));
        assertEquals(0, v.get(IntensityStatisticsFeature.INTENSITY_SKEWNESS));
        assertEquals(0, v.get(IntensityStatisticsFeature.INTENSITY_KURTOSIS));
    }

    @Test
    void oneVoxelHasNoCooccurrences() {
        FeatureVector v = EXTRACTOR.extract(ramp(), mask(21));
        for (GlcmFeature feature : GlcmFeature.values()) {
            assertTrue(Double.isNaN(v.get(feature)), feature + " is undefined");
        }
    }

    @Test
    void oneVoxelIsOneRunInEachDirectionAndOneZone() {
        FeatureVector v = EXTRACTOR.extract(ramp(), mask(21));
        assertEquals(1, v.get(GlrlmFeature.SHORT_RUNS_EMPHASIS));
        assertEquals(1, v.get(GlrlmFeature.RUN_PERCENTAGE));
        assertEquals(1, v.get(GlszmFeature.SMALL_ZONE_EMPHASIS));
        assertEquals(1, v.get(GlszmFeature.ZONE_PERCENTAGE));
    }

    @Test
    void everyFeatureOfAFlatRegionIsFiniteButSpatialAutocorrelation() {
        FeatureVector v = EXTRACTOR.aggregatedBy(Aggregation.THREE_D_MERGED, Aggregation.TWO_D_AVERAGED, Aggregation.TWO_HALF_D_MERGED)
                .extract(flat(), whole());
        List<IbsiCode> undefined = Stream.of(MorphologyFeature.MORANS_I_INDEX, MorphologyFeature.GEARYS_C_MEASURE)
                .map(f -> f.id().ibsiCode().orElseThrow()).toList();
        v.forEach((key, value) -> assertEquals(!key.feature().ibsiCode().map(undefined::contains).orElse(false), Double.isFinite(value),
                key + " is " + value));
    }

    @Test
    void flatRegionHasTheDocumentedValues() {
        FeatureVector v = EXTRACTOR.extract(flat(), whole());
        assertEquals(0, v.get(IntensityHistogramFeature.DISCRETISED_INTENSITY_ENTROPY));
        assertEquals(1, v.get(IntensityHistogramFeature.DISCRETISED_INTENSITY_UNIFORMITY));
        assertEquals(0, v.get(IntensityHistogramFeature.MAXIMUM_HISTOGRAM_GRADIENT));
        assertEquals(1, v.get(GlcmFeature.ANGULAR_SECOND_MOMENT));
        assertEquals(1, v.get(GlcmFeature.CORRELATION));
        assertEquals(0, v.get(GlcmFeature.INFORMATION_CORRELATION_1));
        assertEquals(0, v.get(GlcmFeature.INFORMATION_CORRELATION_2));
        assertEquals(48 * 48, v.get(GlszmFeature.LARGE_ZONE_EMPHASIS));
    }

    @Test
    void regionThatTouchesEveryBorderIsMeasured() {
        FeatureVector v = EXTRACTOR.extract(ramp(), whole());
        v.forEach((key, value) -> assertFalse(Double.isNaN(value), key + " is undefined"));
    }

    @Test
    void emptySlicesTakeNoPartInTheAverage() {
        FeatureExtractor perSlice = EXTRACTOR.aggregatedBy(Aggregation.TWO_D_SLICE_MERGED);
        Mask twoSlices = mask(0, 1, 2, 32, 33, 34);
        FeatureVector v = perSlice.extract(ramp(), twoSlices);
        // either slice is one row of three voxels of one level: 1 run along the row, 3 in each other direction, over 4 · 3 voxels
        assertEquals(10.0 / 12, v.get(GlrlmFeature.RUN_PERCENTAGE), 1e-15);
        assertEquals(0, v.get(GlcmFeature.CONTRAST));
    }

    @Test
    void emptyMaskIsRefused() {
        assertEquals(Problem.EMPTY_MASK, problemOf(() -> EXTRACTOR.extract(ramp(), mask())));
    }

    @Test
    void maskOfAnotherSizeIsRefusedWithBothSizes() {
        Mask other = Mask.of(new byte[36], new GridSize(3, 4, 3));
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> EXTRACTOR.extract(ramp(), other));
        assertEquals(Problem.GEOMETRY_MISMATCH, e.problem());
        assertTrue(e.getMessage().contains("3×4×3") && e.getMessage().contains("4×4×3"), e.getMessage());
    }

    @Test
    void maskInAnotherPlaceIsRefused() {
        Mask moved = whole().at(ImageGeometry.of(VoxelSpacing.isotropic(1)).regridded(VoxelSpacing.isotropic(1), 1, 0, 0));
        assertEquals(Problem.GEOMETRY_MISMATCH, problemOf(() -> EXTRACTOR.extract(ramp(), moved)));
    }

    @Test
    void maskMovedByRoundOffIsAccepted() {
        Mask moved = whole().at(ImageGeometry.of(VoxelSpacing.isotropic(1)).regridded(VoxelSpacing.isotropic(1), 1e-5, 0, 0));
        assertEquals(23.5, EXTRACTOR.extract(ramp(), moved).get(IntensityStatisticsFeature.MEAN_INTENSITY));
    }

    @Test
    void nanInTheRegionIsRefusedWithItsPlace() {
        double[] values = new double[48];
        values[5] = Double.NaN;
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> EXTRACTOR.extract(image(values), whole()));
        assertEquals(Problem.NONFINITE_VALUES, e.problem());
        assertTrue(e.getMessage().contains("(1, 1, 0)"), e.getMessage());
    }

    @Test
    void nanOutsideTheRegionDoesNotMatter() {
        double[] values = new double[48];
        Arrays.setAll(values, i -> i);
        values[47] = Double.NaN;
        FeatureExtractor within = EXTRACTOR.withFamilies(FeatureFamilies.standard().stream().filter(f -> f.reach() == 0).toList());
        assertEquals(within.extract(ramp(), mask(0, 1, 2)), within.extract(image(values), mask(0, 1, 2)));
        FeatureExtractor sigma = within.resegmentedBy(Resegmentation.outliersBeyond(3));
        assertEquals(sigma.extract(ramp(), mask(0, 1, 2, 44)), sigma.extract(image(values), mask(0, 1, 2, 44)));
    }

    @Test
    void nanNearTheRegionIsRefusedWhereInterpolationNeedsIt() {
        double[] values = new double[48];
        values[3] = Double.NaN;
        FeatureExtractor resampled = EXTRACTOR.resampledTo(VoxelSpacing.isotropic(0.7));
        assertEquals(Problem.NONFINITE_VALUES, problemOf(() -> resampled.extract(image(values), mask(1, 2, 5, 6))));
    }

    @Test
    void hugeIntensityWithFixedBinSizeIsRefusedRatherThanAllocated() {
        double[] values = new double[48];
        values[5] = 3e38;
        FeatureExtractor fixed = FeatureExtractor.discretisedBy(new FixedBinSize(25, 0));
        assertEquals(Problem.RESOURCE_LIMIT, problemOf(() -> fixed.extract(image(values), whole())));
    }

    @Test
    void intensityBelowTheFirstBinIsRefused() {
        FeatureExtractor fixed = FeatureExtractor.discretisedBy(new FixedBinSize(5, 10));
        assertEquals(Problem.INTENSITY_OUT_OF_RANGE, problemOf(() -> fixed.extract(ramp(), whole())));
    }

    @Test
    void resegmentationThatLeavesNothingIsRefusedWithTheRange() {
        FeatureExtractor none = EXTRACTOR.resegmentedBy(Resegmentation.range(100, 200));
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> none.extract(ramp(), whole()));
        assertEquals(Problem.EMPTY_MASK, e.problem());
        assertTrue(e.getMessage().contains("between 0.0 and 47.0"), e.getMessage());
    }

    @Test
    void resamplingThatLosesTheRegionIsRefused() {
        FeatureExtractor coarse = EXTRACTOR.resampledBy(Resampling.to(VoxelSpacing.isotropic(3)));
        assertEquals(Problem.EMPTY_MASK, problemOf(() -> coarse.extract(ramp(), mask(0))));
    }

    private static Problem problemOf(Runnable extraction) {
        return assertThrows(InvalidInputException.class, extraction::run).problem();
    }
}
