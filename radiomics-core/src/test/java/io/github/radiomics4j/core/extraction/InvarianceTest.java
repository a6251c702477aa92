package io.github.radiomics4j.core.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.AlreadyDiscrete;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InvarianceTest {
    private static final FeatureExtractor MERGED = FeatureExtractor.discretisedBy(new FixedBinNumber(6));

    /** A random region of random intensities: whole numbers 1 to 9 in a box of 2 to 7 voxels along each axis. */
    private record Region(RandomAccessibleInterval<DoubleType> image, RandomAccessibleInterval<NativeBoolType> mask) {
        static Region random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] size = {2 + random.nextInt(6), 2 + random.nextInt(6), 2 + random.nextInt(6)};
            int n = (int) (size[0] * size[1] * size[2]);
            double[] image = new double[n];
            boolean[] mask = new boolean[n];
            for (int i = 0; i < n; i++) {
                image[i] = 1 + random.nextInt(9);
                mask[i] = random.nextInt(5) > 0;
            }
            mask[0] = true;
            mask[1] = true;
            return new Region(ArrayImgs.doubles(image, size), ArrayImgs.booleans(mask, size));
        }

        FeatureVector by(FeatureExtractor extractor) {
            return extractor.extract(ScalarImage.of(image, VoxelSpacing.isotropic(1)), Mask.of(mask));
        }

        Region flipped(int axis) {
            return new Region(Views.zeroMin(Views.invertAxis(image, axis)), Views.zeroMin(Views.invertAxis(mask, axis)));
        }

        Region turned(int from, int to) {
            return new Region(Views.zeroMin(Views.rotate(image, from, to)), Views.zeroMin(Views.rotate(mask, from, to)));
        }

        Region moved(long dx, long dy, long dz) {
            long[] min = {-dx, -dy, 0};
            long[] max = {image.max(0) + dy, image.max(1), image.max(2) + dz};
            return new Region(Views.zeroMin(Views.interval(Views.extendValue(image, Double.NaN), min, max)),
                    Views.zeroMin(Views.interval(Views.extendValue(mask, false), min, max)));
        }
    }

    private static void assertSame(FeatureVector expected, FeatureVector actual) {
        assertEquals(expected.keys(), actual.keys());
        expected.forEach((key, value) -> {
            double scale = Math.max(1, Math.abs(value));
            assertEquals(value, actual.get(key), 1e-11 * scale, key.columnName());
        });
    }

    @Property(tries = 60)
    void mergedFeaturesDoNotChangeWhenTheRegionIsFlipped(@ForAll long seed, @ForAll @IntRange(max = 2) int axis) {
        Region region = Region.random(seed);
        assertSame(region.by(MERGED), region.flipped(axis).by(MERGED));
    }

    @Property(tries = 60)
    void mergedFeaturesDoNotChangeWhenTheRegionIsTurned(@ForAll long seed, @ForAll @IntRange(max = 2) int axis) {
        Region region = Region.random(seed);
        assertSame(region.by(MERGED), region.turned(axis, (axis + 1) % 3).by(MERGED));
    }

    @Property(tries = 60)
    void featuresDoNotChangeWhenTheRegionLiesElsewhereInTheImage(@ForAll long seed, @ForAll @IntRange(max = 3) int before,
            @ForAll @IntRange(max = 3) int after) {
        Region region = Region.random(seed);
        FeatureExtractor all = MERGED.aggregatedBy(Aggregation.TWO_D_AVERAGED, Aggregation.TWO_D_SLICE_MERGED,
                Aggregation.TWO_HALF_D_DIRECTION_MERGED, Aggregation.TWO_HALF_D_MERGED, Aggregation.THREE_D_AVERAGED);
        assertEquals(region.by(all), region.moved(before, after, before).by(all));
    }

    @Property(tries = 60)
    void levelFeaturesDoNotChangeUnderAnAffineMapOfIntensities(@ForAll long seed, @ForAll @IntRange(min = -50, max = 50) int shift) {
        Region region = Region.random(seed);
        GridSize size = new GridSize((int) region.image.dimension(0), (int) region.image.dimension(1), (int) region.image.dimension(2));
        double[] mapped = ScalarImage.of(region.image, VoxelSpacing.isotropic(1)).copy(
                IndexBox.whole(size));
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = 4 * mapped[i] + shift;
        }
        FeatureVector before = region.by(MERGED);
        FeatureVector after = MERGED.extract(ScalarImage.of(mapped, size, ImageGeometry.of(VoxelSpacing.isotropic(1))), Mask.of(region.mask));
        before.forEach((key, value) -> {
            if (key.discretisation().isPresent()) {
                assertEquals(value, after.get(key), key.columnName());
            }
        });
    }

    @Property(tries = 30)
    void repeatedExtractionGivesTheSameBits(@ForAll long seed) {
        Region region = Region.random(seed);
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(new AlreadyDiscrete());
        assertEquals(region.by(extractor), region.by(extractor));
    }
}
