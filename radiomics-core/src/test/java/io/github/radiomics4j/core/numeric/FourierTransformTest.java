package io.github.radiomics4j.core.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformTest {
    private static final int LINES = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25, 27, 30, 32, 45, 60, 64, 75, 90, 100, 120, 125, 180, 240})
    void transformIsTheSumOfItsDefinition(int n) {
        double[] re = new SplittableRandom(n).doubles(n * LINES, -1, 1).toArray();
        double[] im = new SplittableRandom(-n).doubles(n * LINES, -1, 1).toArray();
        double[] givenRe = re.clone();
        double[] givenIm = im.clone();
        new FourierTransform(n, LINES).forward(re, im);
        for (int l = 0; l < LINES; l++) {
            for (int k = 0; k < n; k++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int j = 0; j < n; j++) {
                    double angle = -2 * Math.PI * ((long) j * k % n) / n;
                    sumRe += givenRe[l + LINES * j] * Math.cos(angle) - givenIm[l + LINES * j] * Math.sin(angle);
                    sumIm += givenRe[l + LINES * j] * Math.sin(angle) + givenIm[l + LINES * j] * Math.cos(angle);
                }
                assertEquals(sumRe, re[l + LINES * k], 1e-12);
                assertEquals(sumIm, im[l + LINES * k], 1e-12);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 96, 250, 1080})
    void exchangedPartsGoBackUpToTheLength(int n) {
        double[] re = new SplittableRandom(n).doubles(n * LINES, -1, 1).toArray();
        double[] im = new double[n * LINES];
        double[] given = re.clone();
        FourierTransform transform = new FourierTransform(n, LINES);
        transform.forward(re, im);
        transform.forward(im, re);
        for (int i = 0; i < given.length; i++) {
            assertEquals(given[i], re[i] / n, 1e-14);
            assertEquals(0, im[i] / n, 1e-14);
        }
    }

    @Test
    void lengthIsTheNextWithoutLargerPrimeFactors() {
        assertEquals(200, FourierTransform.lengthFor(199));
        assertEquals(15, FourierTransform.lengthFor(13));
        assertEquals(1, FourierTransform.lengthFor(1));
    }

    @Test
    void lengthWithALargerPrimeFactorIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FourierTransform(14, 1));
    }
}
