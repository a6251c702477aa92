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
