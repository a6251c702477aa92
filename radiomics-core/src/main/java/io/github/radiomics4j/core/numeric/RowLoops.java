package io.github.radiomics4j.core.numeric;

/**
 * The loops of {@link FourierTransform}, over numbers {@code from} to {@code to − 1} of rows, in place. They are as small as they are, and
 * multiply complex numbers with three products instead of four, because a compiler then finds what goes side by side into one vector
 * instruction: few arrays per loop, one index for all of them, and no number that two products of the same kind take up.
 */
final class RowLoops {
    private static final double SIN_THIRD = Math.sqrt(3) / 2;
    private static final double ROOT_FIVE_QUARTER = Math.sqrt(5) / 4;
    private static final double SIN_A = Math.sin(2 * Math.PI / 5);
    private static final double SIN_B = Math.sin(4 * Math.PI / 5);

    private RowLoops() {
    }

    /** {@code x + y, x − y}. */
    static void sumDifference(double[] x, double[] y, int from, int to) {
        for (int q = from; q < to; q++) {
            double a = x[q];
            double b = y[q];
            x[q] = a + b;
            y[q] = a - b;
        }
    }

    /** {@code x + y}. */
    static void sum(double[] x, double[] y, int from, int to) {
        for (int q = from; q < to; q++) {
            x[q] += y[q];
        }
    }

    /** {@code z w}, w = c + is. */
    static void turned(double[] re, double[] im, double c, double s, int from, int to) {
        double plus = c + s;
        double minus = s - c;
        for (int q = from; q < to; q++) {
            double a = re[q];
            double b = im[q];
            double k = c * (a + b);
            re[q] = k - b * plus;
            im[q] = k + a * minus;
        }
    }

    /** {@code y + z, (y − z) w}. */
    static void sumTurnedDifference(double[] yr, double[] yi, double[] zr, double[] zi, double c, double s, int from, int to) {
        double plus = c + s;
        double minus = s - c;
        for (int q = from; q < to; q++) {
            double ar = yr[q];
            double ai = yi[q];
            double br = zr[q];
            double bi = zi[q];
            yr[q] = ar + br;
            yi[q] = ai + bi;
            double dr = ar - br;
            double di = ai - bi;
            double k = c * (dr + di);
            zr[q] = k - di * plus;
            zi[q] = k + dr * minus;
        }
    }

    /** {@code y + z w, y − z w}. */
    static void turnedSumDifference(double[] yr, double[] yi, double[] zr, double[] zi, double c, double s, int from, int to) {
        double plus = c + s;
        double minus = s - c;
        for (int q = from; q < to; q++) {
            double ar = yr[q];
            double ai = yi[q];
            double zRe = zr[q];
            double zIm = zi[q];
            double k = c * (zRe + zIm);
            double br = k - zIm * plus;
            double bi = k + zRe * minus;
            yr[q] = ar + br;
            yi[q] = ai + bi;
            zr[q] = ar - br;
            zi[q] = ai - bi;
        }
    }

    /** {@code y − iz, y + iz}. */
    static void quarterTurns(double[] yr, double[] yi, double[] zr, double[] zi, int from, int to) {
        for (int q = from; q < to; q++) {
            double ar = yr[q];
            double ai = yi[q];
            double br = zr[q];
            double bi = zi[q];
            yr[q] = ar + bi;
            yi[q] = ai - br;
            zr[q] = ar - bi;
            zi[q] = ai + br;
        }
    }

    /** {@code (y − iz) v, (y + iz) w}, v = c1 + i s1, w = c2 + i s2. */
    static void turnedQuarterTurns(double[] yr, double[] yi, double[] zr, double[] zi, double c1, double s1, double c2, double s2,
            int from, int to) {
        double plus1 = c1 + s1;
        double minus1 = s1 - c1;
        double plus2 = c2 + s2;
        double minus2 = s2 - c2;
        for (int q = from; q < to; q++) {
            double ar = yr[q];
            double ai = yi[q];
            double br = zr[q];
            double bi = zi[q];
            double ur = ar + bi;
            double ui = ai - br;
            double k = c1 * (ur + ui);
            yr[q] = k - ui * plus1;
            yi[q] = k + ur * minus1;
            double vr = ar - bi;
            double vi = ai + br;
            double l = c2 * (vr + vi);
            zr[q] = l - vi * plus2;
            zi[q] = l + vr * minus2;
        }
    }

    /** {@code y + z, −i(y − z)}. */
    static void sumQuarterTurn(double[] yr, double[] yi, double[] zr, double[] zi, int from, int to) {
        for (int q = from; q < to; q++) {
            double ar = yr[q];
            double ai = yi[q];
            double br = zr[q];
            double bi = zi[q];
            yr[q] = ar + br;
            yi[q] = ai + bi;
            zr[q] = ai - bi;
            zi[q] = br - ar;
        }
    }

    /** {@code x + s, x − s/2}. */
    static void sumsOfThree(double[] x, double[] s, int from, int to) {
        for (int q = from; q < to; q++) {
            double a = x[q];
            double b = s[q];
            x[q] = a + b;
            s[q] = a - 0.5 * b;
        }
    }

    /** {@code x sin 60°}. */
    static void timesSineOfThird(double[] x, int from, int to) {
        for (int q = from; q < to; q++) {
            x[q] *= SIN_THIRD;
        }
    }

    /** {@code x + s + t, x + s cos 72° + t cos 144°, x + s cos 144° + t cos 72°}. */
    static void sumsOfFive(double[] x, double[] s, double[] t, int from, int to) {
        for (int q = from; q < to; q++) {
            double a = x[q];
            double b = s[q];
            double c = t[q];
            double sum = b + c;
            double g = ROOT_FIVE_QUARTER * (b - c);
            double m = a - 0.25 * sum;
            x[q] = a + sum;
            s[q] = m + g;
            t[q] = m - g;
        }
    }

    /** {@code x sin 72° + y sin 144°, x sin 144° − y sin 72°}. */
    static void differencesOfFive(double[] x, double[] y, int from, int to) {
        for (int q = from; q < to; q++) {
            double a = x[q];
            double b = y[q];
            double k = SIN_B * (a + b);
            x[q] = k + a * (SIN_A - SIN_B);
            y[q] = k - b * (SIN_A + SIN_B);
        }
    }
}
