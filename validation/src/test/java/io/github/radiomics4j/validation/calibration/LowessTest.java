package io.github.radiomics4j.validation.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomics4j.core.InvalidInputException;
import org.junit.jupiter.api.Test;

class LowessTest {
    private static final Lowess LOWESS = new Lowess(2 / 3.0, 0);

    @Test
    void pointsOnALineStayThere() {
        double[] x = {0, 0.1, 0.25, 0.3, 0.55, 0.6, 0.9, 1};
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = 2 - 3 * x[i];
        }
        assertArrayEquals(y, LOWESS.smooth(x, y), 1e-12);
        assertArrayEquals(y, new Lowess(2 / 3.0, 0.3).smooth(x, y), 1e-12);
    }

    @Test
    void equalPlacesHaveOneValue() {
        double[] smooth = LOWESS.smooth(new double[] {1, 1, 2, 3, 3, 3, 4}, new double[] {0, 1, 0, 1, 0, 1, 1});
        assertEquals(smooth[0], smooth[1]);
        assertEquals(smooth[3], smooth[5]);
    }

    @Test
    void onePlaceHasTheMean() {
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, LOWESS.smooth(new double[] {2, 2, 2, 2}, new double[] {0, 1, 0, 0}), 1e-15);
    }

    @Test
    void onePlaceThatRoundsInSumsHasTheMeanToo() {
        double[] x = {0.4, 0.4, 0.4, 0.4, 0.4, 0.4};
        assertEquals(0.5, LOWESS.smooth(x, new double[] {0, 1, 0, 0, 1, 1})[0], 1e-15);
    }

    @Test
    void onePointIsItself() {
        assertArrayEquals(new double[] {7}, LOWESS.smooth(new double[] {1}, new double[] {7}));
    }

    @Test
    void wrongPointsAndSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> LOWESS.smooth(new double[] {2, 1}, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> LOWESS.smooth(new double[] {2}, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> LOWESS.smooth(new double[0], new double[0]));
        assertThrows(InvalidInputException.class, () -> LOWESS.smooth(new double[] {1, Double.NaN}, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> new Lowess(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Lowess(0.5, -1));
    }
}
