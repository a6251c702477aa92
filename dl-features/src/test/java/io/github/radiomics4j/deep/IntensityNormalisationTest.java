package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.IntensityNormalisation.Scaling;
import org.junit.jupiter.api.Test;

class IntensityNormalisationTest {
    private static final double[] REGION = {2, 4, 4, 4, 5, 5, 7, 9};

    @Test
    void zScoresHaveMeanZeroAndPopulationDeviationOne() {
        Scaling scaling = IntensityNormalisation.zScoreInRegion().scalingFor(REGION);
        assertEquals(0, scaling.apply(5));
        assertEquals(1, scaling.apply(7));
        assertEquals(-2, scaling.apply(1));
    }

    @Test
    void minMaxGoesFromZeroToOneAndDoesNotClipContext() {
        Scaling scaling = IntensityNormalisation.minMaxInRegion().scalingFor(new double[] {10, 14, 12});
        assertEquals(0, scaling.apply(10));
        assertEquals(1, scaling.apply(14));
        assertEquals(2, scaling.apply(18));
    }

    @Test
    void aWindowClips() {
        Scaling scaling = IntensityNormalisation.window(-160, 240).scalingFor(REGION);
        assertEquals(0, scaling.apply(-1000));
        assertEquals(0.5, scaling.apply(40), 1e-15);
        assertEquals(1, scaling.apply(3000), 1e-15);
    }

    @Test
    void percentilesClipToTheirOwnRange() {
        double[] intensities = new double[101];
        for (int i = 0; i <= 100; i++) {
            intensities[i] = 10 * (100 - i);
        }
        Scaling scaling = IntensityNormalisation.percentilesInRegion(2.5, 90).scalingFor(intensities);
        assertEquals(new Scaling(25, 1 / 875.0, 25, 900), scaling);
        assertEquals(0, scaling.apply(-4000));
        assertEquals(1, scaling.apply(1000), 1e-15);
    }

    @Test
    void percentilesOfMostlyBackgroundAreBlank() {
        assertEquals(0, IntensityNormalisation.percentilesInImage(1, 50).scalingFor(new double[] {0, 0, 0, 0, 900}).apply(900));
    }

    @Test
    void percentagesMustBeInOrder() {
        assertThrows(IllegalArgumentException.class, () -> IntensityNormalisation.percentilesInRegion(50, 50));
        assertThrows(IllegalArgumentException.class, () -> IntensityNormalisation.percentilesInRegion(-1, 99));
        assertThrows(IllegalArgumentException.class, () -> IntensityNormalisation.percentilesInImage(1, 101));
        assertThrows(IllegalArgumentException.class, () -> IntensityNormalisation.percentilesInImage(Double.NaN, 99));
    }

    @Test
    void aRegionOfOneIntensityBecomesBlank() {
        double[] constant = {0.1, 0.1, 0.1};
        for (IntensityNormalisation rule : new IntensityNormalisation[] {IntensityNormalisation.zScoreInRegion(),
            IntensityNormalisation.minMaxInRegion()}) {
            assertEquals(0.0, rule.scalingFor(constant).apply(0.1), rule.label());
            assertEquals(0.0, rule.scalingFor(constant).apply(-700), rule.label());
        }
    }

    @Test
    void windowsNeedALowerBelowAnUpperEdge() {
        assertThrows(IllegalArgumentException.class, () -> IntensityNormalisation.window(10, 10));
        assertThrows(IllegalArgumentException.class, () -> IntensityNormalisation.window(Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> IntensityNormalisation.window(-Double.MAX_VALUE, Double.MAX_VALUE));
    }

    @Test
    void intensitiesBeyondDoublePrecisionAreRefused() {
        double[] huge = {-1e200, 1e200};
        InvalidInputException error = assertThrows(InvalidInputException.class,
                () -> IntensityNormalisation.zScoreInRegion().scalingFor(huge));
        assertEquals(Problem.NONFINITE_VALUES, error.problem());
    }
}
