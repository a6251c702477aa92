package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.TrainingCase.Outcome;
import io.github.radiomics4j.deep.dl4j.Dl4jEncoder;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final PatchCutting CUTTING = new PatchCutting(RegionSampling.eachSlice(2), IntensityNormalisation.minMaxInRegion(), 16);
    private static final SyntheticCase ONE = SyntheticCase.of(new GridSize(20, 18, 5), 3);

    @Test
    void patchesCutBeforeGiveTheBitsOfTheImage() {
        DeepFeatureExtractor extractor = CUTTING.extractor(Dl4jEncoder.small2d(1));
        assertEquals(extractor.extract(ONE.image(), ONE.mask()), extractor.extract(CUTTING.cut(ONE.image(), ONE.mask())));
    }

    @Test
    void patchesCutInAnotherWayAreRefused() {
        DeepFeatureExtractor extractor = CUTTING.extractor(Dl4jEncoder.small2d(1)).normalisedBy(IntensityNormalisation.zScoreInRegion());
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> extractor.extract(CUTTING.cut(ONE.image(), ONE.mask())));
        assertTrue(error.getMessage().contains("min-max in region; 16 × 16 pixels\", but the extractor cuts as"), error.getMessage());
    }

    @Test
    void anExtractorTellsHowItCuts() {
        assertEquals(CUTTING, CUTTING.extractor(Dl4jEncoder.small2d(1)).cutting());
    }

    @Test
    void anArrayOfPatchesIsCopied() {
        float[] pixels = new float[512];
        pixels[256] = 3;
        Patches patches = Patches.of(CUTTING, 2, pixels);
        pixels[256] = 4;
        float[] second = new float[257];
        patches.copy(1, second, 1);
        assertEquals(3, second[1]);
        assertThrows(IndexOutOfBoundsException.class, () -> patches.copy(2, second, 0));
    }

    @Test
    void pixelsMustFillThePatchesAndBeFinite() {
        assertThrows(IllegalArgumentException.class, () -> Patches.of(CUTTING, 2, new float[511]));
        assertThrows(IllegalArgumentException.class, () -> Patches.of(CUTTING, 0, new float[0]));
        float[] broken = new float[256];
        broken[7] = Float.NaN;
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Patches.of(CUTTING, 1, broken)).getMessage()
                .contains("NaN at index 7"));
    }

    @Test
    void aResampleHasTheOutcomesOfItsRowsAndNoOthers() {
        Patches patches = CUTTING.cut(ONE.image(), ONE.mask());
        List<TrainingCase> all = List.of(TrainingCase.of("a", patches), TrainingCase.of("b", patches), TrainingCase.of("c", patches));
        List<TrainingCase> resampled = TrainingCase.resampled(all, new int[] {2, 0, 2}, i -> i != 1);
        assertEquals(List.of("c", "a", "c"), resampled.stream().map(TrainingCase::id).toList());
        assertEquals(List.of(Outcome.POSITIVE, Outcome.NEGATIVE, Outcome.POSITIVE),
                resampled.stream().map(TrainingCase::outcome).toList());
    }

    @Test
    void casesThatKnowTheirOutcomeCannotBeResampled() {
        List<TrainingCase> told = List.of(TrainingCase.of("a", CUTTING.cut(ONE.image(), ONE.mask())).withOutcome(true));
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> TrainingCase.resampled(told, new int[] {0}, i -> true));
        assertTrue(error.getMessage().contains("must come without outcomes"), error.getMessage());
    }

    @Test
    void augmentationFlipsAndShiftsWholePixels() {
        float[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        boolean[] bits = {true, false};
        int[] shifts = {0, 2};
        new Augmentation(true, true, 1).apply(pixels, 0, 3, new Scripted(bits, shifts));
        // left and right change places, then everything moves by −1 along x and by 1 along y
        assertArrayEquals(new float[] {2, 1, 1, 2, 1, 1, 5, 4, 4}, pixels);
    }

    @Test
    void cubesAreChangedAlongThreeAxes() {
        float[] pixels = {9, 1, 2, 3, 4, 5, 6, 7, 8};
        new Augmentation(true, false, 1).withFlippedSlices().apply(pixels, 1, 2, 3,
                new Scripted(new boolean[] {true, true, true}, new int[] {1, 0, 1}));
        // left and right, first and last slice change places, then rows move by −1
        assertArrayEquals(new float[] {9, 8, 7, 8, 7, 4, 3, 4, 3}, pixels);
        float[] unflipped = {1, 2, 3, 4, 5, 6, 7, 8};
        new Augmentation(true, false, 0).apply(unflipped, 0, 2, 3, new Scripted(new boolean[] {false, true, true}, new int[] {0, 0, 0}));
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, unflipped);
    }

    @Test
    void patchesOfACubeAreTheCube() {
        PatchCutting cutting = new PatchCutting(CubeSampling.of(1), IntensityNormalisation.minMaxInRegion(), 5);
        Patches patches = cutting.cut(ONE.image(), ONE.mask());
        float[] found = new float[125];
        patches.copy(0, found, 0);
        assertEquals(1, patches.count());
        assertArrayEquals(RegionCube.of(ONE.image(), ONE.mask(), CubeSampling.of(1), IntensityNormalisation.minMaxInRegion(), 5), found);
        assertEquals("1 patches of 5 × 5 × 5 pixels", patches.toString());
        assertThrows(IllegalArgumentException.class,
                () -> new PatchCutting(CubeSampling.of(1), IntensityNormalisation.minMaxInRegion(), 513));
    }

    @Test
    void noAugmentationLeavesPixelsAlone() {
        float[] pixels = {1, 2, 3, 4};
        Augmentation.none().apply(pixels, 0, 2, new Scripted(new boolean[] {true, true}, new int[] {0, 0}));
        assertArrayEquals(new float[] {1, 2, 3, 4}, pixels);
    }

    /** Draws what it is told. */
    private static final class Scripted implements RandomGenerator {
        private final boolean[] bits;
        private final int[] numbers;
        private int bit;
        private int number;

        Scripted(boolean[] bits, int[] numbers) {
            this.bits = bits;
            this.numbers = numbers;
        }

        @Override
        public boolean nextBoolean() {
            return bits[bit++];
        }

        @Override
        public int nextInt(int bound) {
            return numbers[number++];
        }

        @Override
        public long nextLong() {
            throw new IllegalStateException("not scripted");
        }
    }
}
