package io.github.radiomics4j.core.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformTest {
    private static final int LINES = 7;
    private static final int FROM = 1;
    private static final int TO = 6;

    private static double[][] random(int n, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[n][];
        for (int k = 0; k < n; k++) {
            rows[k] = random.doubles(LINES, -1, 1).toArray();
        }
        return rows;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int k = 0; k < rows.length; k++) {
            copy[k] = rows[k].clone();
        }
        return copy;
    }

    /** Compares with the definition, for lines that are zero from a row on. */
    private static void assertTransformed(double[][] givenRe, double[][] givenIm, int filled, double[][] re, double[][] im,
            FourierTransform transform) {
        int n = givenRe.length;
        for (int l = FROM; l < TO; l++) {
            for (int k = 0; k < n; k++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int j = 0; j < filled; j++) {
                    double angle = -2 * Math.PI * ((long) j * k % n) / n;
                    sumRe += givenRe[j][l] * Math.cos(angle) - givenIm[j][l] * Math.sin(angle);
                    sumIm += givenRe[j][l] * Math.sin(angle) + givenIm[j][l] * Math.cos(angle);
                }
                assertEquals(sumRe, re[transform.rowOf(k)][l], 1e-12);
                assertEquals(sumIm, im[transform.rowOf(k)][l], 1e-12);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25, 27, 30, 32, 45, 60, 64, 75, 90, 100, 120, 125, 180, 240})
    void transformIsTheSumOfItsDefinition(int n) {
        double[][] re = random(n, n);
        double[][] im = random(n, -n);
        double[][] givenRe = copy(re);
        double[][] givenIm = copy(im);
        FourierTransform transform = new FourierTransform(n);
        transform.forward(re, im, FROM, TO, n);
        assertTransformed(givenRe, givenIm, n, re, im, transform);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 8, 10, 12, 18, 25, 30, 50, 72, 96, 150})
    void rowsBeyondTheFilledOnesAreTakenAsZero(int n) {
        FourierTransform transform = new FourierTransform(n);
        for (int filled : new int[] {1, n / 3, n / 2, (n + 1) / 2, n - 1}) {
            double[][] re = random(n, n);
            double[][] im = random(n, -n);
            double[][] givenRe = copy(re);
            double[][] givenIm = copy(im);
            transform.forward(re, im, FROM, TO, filled);
            assertTransformed(givenRe, givenIm, filled, re, im, transform);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 15, 96, 100, 250, 1080})
    void forwardAndBackwardGiveTheWantedRowsTimesTheLength(int n) {
        FourierTransform transform = new FourierTransform(n);
        for (int wanted : new int[] {n, n / 2, (n + 1) / 2, n / 3}) {
            double[][] re = random(n, n);
            double[][] im = random(n, -n);
            double[][] givenRe = copy(re);
            double[][] givenIm = copy(im);
            transform.forward(re, im, FROM, TO, n);
            transform.backward(re, im, FROM, TO, wanted);
            for (int k = 0; k < wanted; k++) {
                for (int l = FROM; l < TO; l++) {
                    assertEquals(givenRe[k][l], re[k][l] / n, 1e-14);
                    assertEquals(givenIm[k][l], im[k][l] / n, 1e-14);
                }
            }
        }
    }

    @Test
    void otherLinesAreLeftAlone() {
        double[][] re = random(60, 1);
        double[][] im = random(60, 2);
        double[][] givenRe = copy(re);
        double[][] givenIm = copy(im);
        FourierTransform transform = new FourierTransform(60);
        transform.forward(re, im, FROM, TO, 30);
        transform.backward(re, im, FROM, TO, 30);
        for (int k = 0; k < 60; k++) {
            for (int l : new int[] {0, LINES - 1}) {
                assertEquals(givenRe[k][l], re[k][l]);
                assertEquals(givenIm[k][l], im[k][l]);
            }
        }
    }

    @Test
    void linesDoNotDependOnHowManyGoAtOnce() {
        double[][] re = random(120, 1);
        double[][] im = random(120, 2);
        double[][] otherRe = copy(re);
        double[][] otherIm = copy(im);
        FourierTransform transform = new FourierTransform(120);
        transform.forward(re, im, 0, LINES, 60);
        for (int l = 0; l < LINES; l++) {
            transform.forward(otherRe, otherIm, l, l + 1, 60);
        }
        for (int k = 0; k < 120; k++) {
            assertArrayEquals(re[k], otherRe[k]);
            assertArrayEquals(im[k], otherIm[k]);
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
        assertThrows(IllegalArgumentException.class, () -> new FourierTransform(14));
    }
}
