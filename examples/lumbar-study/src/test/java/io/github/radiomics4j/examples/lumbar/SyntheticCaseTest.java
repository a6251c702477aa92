package io.github.radiomics4j.examples.lumbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.examples.lumbar.CaseDraws.Purpose;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticCaseTest {
    private static final SyntheticCohort COHORT = SyntheticCohort.of(170, 20260101);
    private static final IndexBox ALL = new IndexBox(0, 0, 0,
            SyntheticCase.SIZE.x() - 1, SyntheticCase.SIZE.y() - 1, SyntheticCase.SIZE.z() - 1);

    @Test
    void oneSeedGivesTheSameVoxels() {
        assertArrayEquals(voxels(COHORT.render(3)), voxels(SyntheticCohort.of(170, 20260101).render(3)));
        assertArrayEquals(COHORT.render(3).labels(), SyntheticCohort.of(170, 20260101).render(3).labels());
    }

    @Test
    void anotherSeedGivesOtherVoxels() {
        assertFalse(Arrays.equals(voxels(COHORT.render(3)), voxels(SyntheticCohort.of(170, 20260102).render(3))));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void threadsDoNotChangeAVoxel(int threads) {
        List<Integer> cases = List.of(0, 1, 2, 3, 4, 5);
        List<double[]> parallel = Parallelization.runWithNumThreads(threads,
                () -> Parallelization.getTaskExecutor().forEachApply(cases, c -> voxels(COHORT.render(c))));
        for (int c : cases) {
            assertArrayEquals(voxels(COHORT.render(c)), parallel.get(c));
        }
    }

    @ParameterizedTest
    @CsvSource({"DISC, 7, 35", "LEFT_MULTIFIDUS, 10, 45", "RIGHT_MULTIFIDUS, 10, 45", "LEFT_ERECTOR_SPINAE, 20, 80",
        "RIGHT_ERECTOR_SPINAE, 20, 80"})
    void labelledTissueHasAPlausibleVolumeInMillilitres(Tissue tissue, double lower, double upper) {
        for (int c = 0; c < 20; c++) {
            int voxels = 0;
            for (byte label : COHORT.render(c).labels()) {
                voxels += label == tissue.label() ? 1 : 0;
            }
            double millilitres = voxels * SyntheticCase.SPACING.voxelVolume() / 1000;
            assertTrue(millilitres > lower && millilitres < upper, tissue + " of case " + c + " has " + millilitres + " ml");
        }
    }

    @Test
    void leftMusclesLieToTheLeftOfRightOnesAndBehindTheDisc() {
        byte[] labels = COHORT.render(0).labels();
        assertTrue(meanIndex(labels, Tissue.LEFT_ERECTOR_SPINAE, 0) > meanIndex(labels, Tissue.LEFT_MULTIFIDUS, 0));
        assertTrue(meanIndex(labels, Tissue.LEFT_MULTIFIDUS, 0) > meanIndex(labels, Tissue.DISC, 0));
        assertTrue(meanIndex(labels, Tissue.DISC, 0) > meanIndex(labels, Tissue.RIGHT_MULTIFIDUS, 0));
        assertTrue(meanIndex(labels, Tissue.RIGHT_MULTIFIDUS, 0) > meanIndex(labels, Tissue.RIGHT_ERECTOR_SPINAE, 0));
        assertTrue(meanIndex(labels, Tissue.LEFT_MULTIFIDUS, 1) > meanIndex(labels, Tissue.DISC, 1));
    }

    private static double meanIndex(byte[] labels, Tissue tissue, int axis) {
        GridSize size = SyntheticCase.SIZE;
        return IntStream.range(0, labels.length).filter(i -> labels[i] == tissue.label())
                .map(i -> axis == 0 ? i % size.x() : i / size.x() % size.y()).average().orElseThrow();
    }

    /** The spread is there as a control: these same cases do carry the outcome, only not in their brightness. */
    @Test
    void discTellsTheOutcomeByItsSpreadButNotByItsBrightness() {
        int cases = 100;
        SyntheticCohort cohort = SyntheticCohort.of(cases, 20260101);
        List<double[]> discs = Parallelization.runMultiThreaded(() -> Parallelization.getTaskExecutor().forEachApply(
                IntStream.range(0, cases).boxed().toList(), c -> disc(cohort.render(c))));
        double[] brightness = discs.stream().mapToDouble(d -> Arrays.stream(d).average().orElseThrow()).toArray();
        double[] spread = discs.stream().mapToDouble(SyntheticCaseTest::variation).toArray();
        assertEquals(0.5, Roc.of(brightness, cohort.outcome()).auc(), 0.13, "AUC of the mean intensity");
        double bySpread = Roc.of(spread, cohort.outcome()).auc();
        assertTrue(bySpread > 0.64, "AUC of the coefficient of variation " + bySpread);
    }

    private static double[] disc(SyntheticCase one) {
        double[] voxels = voxels(one);
        byte[] labels = one.labels();
        return IntStream.range(0, labels.length).filter(i -> labels[i] == Tissue.DISC.label()).mapToDouble(i -> voxels[i]).toArray();
    }

    private static double variation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow()) / mean;
    }

    private static double[] voxels(SyntheticCase one) {
        return one.image().copy(ALL);
    }

    @Test
    void randomFieldHasUnitVarianceAndFallsToOneByEAtItsCorrelationLength() {
        GridSize size = new GridSize(96, 96, 12);
        double[] field = SmoothField.random(size, VoxelSpacing.mm(1, 1, 3), 6, CaseDraws.of(1, 0, Purpose.DISC_TEXTURE));
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < field.length; i++) {
            int apart = i / size.x() * size.x() + (i + 6) % size.x();
            variance += field[i] * field[i] / field.length;
            covariance += field[i] * field[apart] / field.length;
        }
        assertEquals(1, variance, 0.1);
        assertEquals(1 / Math.E, covariance / variance, 0.06);
    }
}
