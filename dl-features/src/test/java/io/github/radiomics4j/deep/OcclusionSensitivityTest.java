package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcclusionSensitivityTest {
    private static final GridSize SIZE = new GridSize(8, 7, 4);
    private static final FeatureKey KEY = FeatureKey.of("own", FeatureId.custom(FamilyId.custom("own"), "value", "1"));

    /** One number of image and mask. */
    private record Own(ToDoubleBiFunction<ScalarImage, Mask> measure) implements FeatureSource {
        @Override
        public FeatureVector extract(ScalarImage image, Mask mask) {
            return FeatureVector.of(List.of(KEY), new double[] {measure.applyAsDouble(image, mask)}, provenance());
        }

        @Override
        public Provenance provenance() {
            return Provenance.of(Map.of());
        }
    }

    private static OcclusionBoxes boxes(int edge, int stride) {
        return new OcclusionBoxes(new GridSize(edge, edge, edge), new GridSize(stride, stride, stride));
    }

    private static double[] values(ScalarImage image) {
        return image.copy(IndexBox.whole(image.size()));
    }

    private static double regionMean(ScalarImage image, Mask mask) {
        double[] x = values(image);
        byte[] inside = mask.copy(IndexBox.whole(mask.size()));
        double sum = 0;
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            sum += inside[i] * x[i];
            n += inside[i];
        }
        return sum / n;
    }

    private static SyntheticCase randomCase(long seed) {
        Random random = new Random(seed);
        byte[] inside = new byte[(int) SIZE.voxels()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) (random.nextInt(4) == 0 ? 1 : 0);
        }
        inside[100] = 1;
        ImageGeometry geometry = ImageGeometry.of(VoxelSpacing.mm(1, 2, 4), new double[] {5, -6, 7},
                new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, -1}});
        return new SyntheticCase(ScalarImage.of(random.doubles(SIZE.voxels(), -100, 100).toArray(), SIZE, geometry), Mask.of(inside, SIZE));
    }

    private static Mask everywhere() {
        byte[] inside = new byte[(int) SIZE.voxels()];
        Arrays.fill(inside, (byte) 1);
        return Mask.of(inside, SIZE);
    }

    @Property(tries = 60)
    void featureOfOneCornerComesFromThereAlone(@ForAll @IntRange(min = 1, max = 4) int edge, @ForAll @IntRange(min = 1, max = 4) int step,
            @ForAll long seed) {
        ScalarImage image = randomCase(seed).image();
        FeatureSource corner = new Own((i, mask) -> i.copy(new IndexBox(0, 0, 0, 0, 0, 0))[0]);
        ScalarImage map = OcclusionSensitivity.of(corner, KEY, boxes(edge, Math.min(edge, step))).filledWith(500).map(image, everywhere());
        double[] found = values(map);
        double change = 500 - values(image)[0];
        for (int i = 0; i < found.length; i++) {
            boolean near = i % 8 < edge && i / 8 % 7 < edge && i / 56 < edge;
            assertTrue(near ? found[i] >= 0 && found[i] <= change * (1 + 1e-12) : found[i] == 0, "index " + i + " is " + found[i]);
        }
        assertEquals(change, found[0], 1e-12 * change);
    }

    /** f(B) − f = Σ (fill − x) / N over the region's voxels in B, averaged by brute force over the boxes that cover a voxel. */
    @Property(tries = 60)
    void mapOfTheRegionsMeanIsItsClosedForm(@ForAll @IntRange(min = 1, max = 5) int edge, @ForAll @IntRange(min = 1, max = 5) int step,
            @ForAll @IntRange(max = 9) int margin, @ForAll long seed) {
        SyntheticCase one = randomCase(seed);
        int stride = Math.min(edge, step);
        double mean = regionMean(one.image(), one.mask());
        double[] x = values(one.image());
        byte[] inside = one.mask().copy(IndexBox.whole(SIZE));
        int n = 0;
        for (byte in : inside) {
            n += in;
        }
        IndexBox region = one.mask().boundingBox();
        int[] first = new int[3];
        int[] last = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int added = (margin + (1 << axis) - 1) / (1 << axis);   // spacing is 1, 2, 4 mm
            first[axis] = Math.max(0, region.min(axis) - added);
            last[axis] = Math.min(SIZE.along(axis) - 1, region.max(axis) + added);
        }
        double[] sum = new double[x.length];
        int[] count = new int[x.length];
        for (int z = first[2]; z <= last[2]; z++) {
            for (int y = first[1]; y <= last[1]; y++) {
                for (int xx = first[0]; xx <= last[0]; xx++) {
                    if (isStart(xx, first[0], last[0], edge, stride) && isStart(y, first[1], last[1], edge, stride)
                            && isStart(z, first[2], last[2], edge, stride)) {
                        addBox(new int[] {xx, y, z}, last, edge, mean, x, inside, n, sum, count);
                    }
                }
            }
        }
        double[] expected = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            expected[i] = count[i] == 0 ? 0 : sum[i] / count[i];
        }
        ScalarImage map = OcclusionSensitivity.of(new Own(OcclusionSensitivityTest::regionMean), KEY, boxes(edge, stride))
                .withMargin(margin).map(one.image(), one.mask());
        assertArrayEquals(expected, values(map), 1e-11);
    }

    private static boolean isStart(int at, int first, int last, int edge, int stride) {
        boolean fits = at + edge - 1 <= last;
        return (at - first) % stride == 0 && fits || at == Math.max(first, last - edge + 1);
    }

    private static void addBox(int[] at, int[] last, int edge, double fill, double[] x, byte[] inside, int n, double[] sum, int[] count) {
        for (int pass = 0; pass < 2; pass++) {
            double change = 0;
            for (int z = at[2]; z <= Math.min(last[2], at[2] + edge - 1); z++) {
                for (int y = at[1]; y <= Math.min(last[1], at[1] + edge - 1); y++) {
                    for (int xx = at[0]; xx <= Math.min(last[0], at[0] + edge - 1); xx++) {
                        change += inside[xx + 8 * (y + 7 * z)] * (fill - x[xx + 8 * (y + 7 * z)]) / n;
                    }
                }
            }
            for (int i = 0; pass == 1 && i < sum.length; i++) {
                int[] voxel = {i % 8, i / 8 % 7, i / 56};
                boolean covered = true;
                for (int axis = 0; axis < 3; axis++) {
                    covered &= voxel[axis] >= at[axis] && voxel[axis] <= Math.min(last[axis], at[axis] + edge - 1);
                }
                sum[i] += covered ? change : 0;
                count[i] += covered ? 1 : 0;
            }
        }
    }

    @Test
    void mapOfAScatteringFeatureLiesOnTheImagesGridAndSurvivesItsFile(@TempDir Path folder) {
        SyntheticCase one = SyntheticCase.of(new GridSize(24, 20, 5), 3);
        ScatteringExtractor source = ScatteringExtractor.plane();
        FeatureKey key = source.extract(one.image(), one.mask()).keys().get(2);
        OcclusionBoxes boxes = OcclusionBoxes.millimetres(8, 6, one.image().geometry().spacing());
        OcclusionSensitivity sensitivity = OcclusionSensitivity.of(source, key, boxes);
        ScalarImage map = sensitivity.map(one.image(), one.mask());
        assertEquals(one.image().geometry(), map.geometry());
        assertEquals(one.image().size(), map.size());
        assertTrue(Arrays.stream(values(map)).allMatch(Double::isFinite) && Arrays.stream(values(map)).anyMatch(v -> v != 0));
        assertArrayEquals(values(map), values(sensitivity.map(one.image(), one.mask())));
        Path file = folder.resolve("map.nii.gz");
        ImageFiles.write(map, VoxelType.FLOAT64, file);
        assertArrayEquals(values(map), values(ImageFiles.read(file)));
        assertEquals(map.geometry(), ImageFiles.read(file).geometry());
    }

    @Test
    void mapOfAWeightedSumIsTheWeightedSumOfMaps() {
        SyntheticCase one = SyntheticCase.of(new GridSize(16, 16, 3), 4);
        FeatureSource radiomics = FeatureExtractor.discretisedBy(new FixedBinNumber(8));
        List<FeatureKey> keys = radiomics.extract(one.image(), one.mask()).keys().stream()
                .filter(key -> List.of("mean", "contrast").contains(key.feature().name())).toList();
        OcclusionBoxes boxes = new OcclusionBoxes(new GridSize(5, 5, 2), new GridSize(4, 4, 1));
        double[] first = values(OcclusionSensitivity.of(radiomics, keys.get(0), boxes).map(one.image(), one.mask()));
        double[] second = values(OcclusionSensitivity.of(radiomics, keys.get(1), boxes).map(one.image(), one.mask()));
        double[] sum = values(OcclusionSensitivity.of(radiomics, f -> 2 * f.get(keys.get(0)) - 3 * f.get(keys.get(1)), boxes)
                .map(one.image(), one.mask()));
        assertNotEquals(0, Arrays.stream(second).map(Math::abs).sum());
        for (int i = 0; i < sum.length; i++) {
            assertEquals(2 * first[i] - 3 * second[i], sum[i], 1e-10);
        }
    }

    @Test
    void maskAndImageStayAsTheyAre() {
        SyntheticCase one = randomCase(5);
        double[] before = values(one.image());
        OcclusionSensitivity.of(new Own((image, mask) -> {
            assertSame(one.mask(), mask);
            return 1;
        }), KEY, boxes(3, 2)).map(one.image(), one.mask());
        assertArrayEquals(before, values(one.image()));
    }

    @Test
    void millimetresBecomeWholeVoxels() {
        assertEquals(new OcclusionBoxes(new GridSize(8, 5, 1), new GridSize(6, 3, 1)),
                OcclusionBoxes.millimetres(8, 6, VoxelSpacing.mm(1, 1.7, 20)));
    }

    @Test
    void scoreThatIsNotFiniteIsNamedWithItsBox() {
        SyntheticCase one = randomCase(6);
        double first = values(one.image())[0];
        OcclusionSensitivity undefined = OcclusionSensitivity.of(
                new Own((image, mask) -> image.copy(new IndexBox(0, 0, 0, 0, 0, 0))[0] == first ? 1 : Double.NaN), KEY, boxes(2, 2));
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> undefined.map(one.image(), everywhere()));
        assertEquals(Problem.NONFINITE_VALUES, refused.problem());
        assertTrue(refused.getMessage().contains("minX=0, minY=0, minZ=0, maxX=1, maxY=1, maxZ=1"), refused.getMessage());
    }

    @Test
    void settingsWithoutSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> boxes(2, 3));
        assertThrows(IllegalArgumentException.class, () -> OcclusionBoxes.millimetres(2, 3, VoxelSpacing.isotropic(1)));
        OcclusionSensitivity sensitivity = OcclusionSensitivity.of(new Own((image, mask) -> 1), KEY, boxes(2, 2));
        assertThrows(IllegalArgumentException.class, () -> sensitivity.withMargin(-1));
        assertThrows(IllegalArgumentException.class, () -> sensitivity.filledWith(Double.NaN));
        FeatureKey other = FeatureKey.of("other", KEY.feature());
        SyntheticCase one = randomCase(7);
        assertThrows(NoSuchElementException.class,
                () -> OcclusionSensitivity.of(new Own((image, mask) -> 1), other, boxes(2, 2)).map(one.image(), one.mask()));
    }
}
