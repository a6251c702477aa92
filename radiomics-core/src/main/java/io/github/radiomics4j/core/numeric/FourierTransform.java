package io.github.radiomics4j.core.numeric;

import java.util.Arrays;

/**
 * Discrete Fourier transform {@code X(k) = Σ x(j) e^(−2πi jk/n)} of several complex lines at once, for lengths without prime factors
 * other than 2, 3 and 5. It holds working space and so belongs to one thread. Exact lengths between those are met by zero padding
 * to {@link #lengthFor}.
 */
public final class FourierTransform {
    private final int length;
    private final int lines;
    private final int[] radices;
    private final double[] cos;
    private final double[] sin;
    private final double[] otherRe;
    private final double[] otherIm;

    /**
     * A transform.
     *
     * @param length numbers per line, of the form 2ᵃ 3ᵇ 5ᶜ
     * @param lines how many lines are transformed by one call
     * @throws IllegalArgumentException where the length has another prime factor, or either is below 1
     */
    public FourierTransform(int length, int lines) {
        if (length < 1 || lines < 1 || lengthFor(length) != length) {
            throw new IllegalArgumentException("length must be a product of twos, threes and fives and there must be a line, was length "
                    + length + " with " + lines + " lines");
        }
        this.length = length;
        this.lines = lines;
        this.radices = radices(length);
        this.cos = new double[length];
        this.sin = new double[length];
        for (int k = 0; k < length; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / length);
            sin[k] = -Math.sin(2 * Math.PI * k / length);
        }
        this.otherRe = new double[Math.multiplyExact(length, lines)];
        this.otherIm = new double[length * lines];
    }

    /**
     * The shortest length that can be transformed and has room for some numbers.
     *
     * @param atLeast 1 to 2³⁰
     * @return 2ᵃ 3ᵇ 5ᶜ
     */
    public static int lengthFor(int atLeast) {
        for (int n = Math.max(1, atLeast);; n++) {
            int rest = n;
            for (int prime : new int[] {2, 3, 5}) {
                while (rest % prime == 0) {
                    rest /= prime;
                }
            }
            if (rest == 1) {
                return n;
            }
        }
    }

    private static int[] radices(int length) {
        int[] radices = new int[31];
        int count = 0;
        int rest = length;
        for (int radix : new int[] {5, 4, 3, 2}) {
            while (rest % radix == 0) {
                radices[count++] = radix;
                rest /= radix;
            }
        }
        return Arrays.copyOf(radices, count);
    }

    /**
     * Transforms lines in place. The inverse, less its factor 1/n, is the same with the two arrays exchanged.
     *
     * @param re real parts: number k of line l at index {@code l + lines · k}
     * @param im imaginary parts, likewise
     */
    public void forward(double[] re, double[] im) {
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = otherRe;
        double[] toIm = otherIm;
        int stride = lines;
        int rest = length;
        for (int radix : radices) {
            rest /= radix;
            stage(radix, rest, stride, fromRe, fromIm, toRe, toIm);
            stride *= radix;
            double[] swapRe = fromRe;
            double[] swapIm = fromIm;
            fromRe = toRe;
            fromIm = toIm;
            toRe = swapRe;
            toIm = swapIm;
        }
        if (fromRe != re) {
            System.arraycopy(fromRe, 0, re, 0, length * lines);
            System.arraycopy(fromIm, 0, im, 0, length * lines);
        }
    }

    /** One step of Stockham's algorithm: butterflies over numbers {@code stride · rest} apart, results left in order. */
    private void stage(int radix, int rest, int stride, double[] xr, double[] xi, double[] yr, double[] yi) {
        int gap = stride * rest;
        int step = stride / lines;
        double[] w = new double[2 * radix];
        for (int p = 0; p < rest; p++) {
            for (int k = 0; k < radix; k++) {
                w[2 * k] = cos[p * k * step];
                w[2 * k + 1] = sin[p * k * step];
            }
            int from = stride * p;
            int to = stride * p * radix;
            switch (radix) {
                case 2 -> two(from, to, gap, stride, w, xr, xi, yr, yi);
                case 3 -> three(from, to, gap, stride, w, xr, xi, yr, yi);
                case 4 -> four(from, to, gap, stride, w, xr, xi, yr, yi);
                default -> five(from, to, gap, stride, w, xr, xi, yr, yi);
            }
        }
    }

    private static void two(int from, int to, int gap, int stride, double[] w, double[] xr, double[] xi, double[] yr, double[] yi) {
        double c1 = w[2];
        double s1 = w[3];
        for (int q = 0; q < stride; q++) {
            double ar = xr[from + q];
            double ai = xi[from + q];
            double br = xr[from + gap + q];
            double bi = xi[from + gap + q];
            yr[to + q] = ar + br;
            yi[to + q] = ai + bi;
            double dr = ar - br;
            double di = ai - bi;
            yr[to + stride + q] = dr * c1 - di * s1;
            yi[to + stride + q] = dr * s1 + di * c1;
        }
    }

    private static void three(int from, int to, int gap, int stride, double[] w, double[] xr, double[] xi, double[] yr, double[] yi) {
        double h = Math.sqrt(3) / 2;
        double c1 = w[2];
        double s1 = w[3];
        double c2 = w[4];
        double s2 = w[5];
        for (int q = 0; q < stride; q++) {
            int i = from + q;
            int o = to + q;
            double ar = xr[i];
            double ai = xi[i];
            double sr = xr[i + gap] + xr[i + 2 * gap];
            double si = xi[i + gap] + xi[i + 2 * gap];
            double dr = h * (xr[i + gap] - xr[i + 2 * gap]);
            double di = h * (xi[i + gap] - xi[i + 2 * gap]);
            double mr = ar - sr / 2;
            double mi = ai - si / 2;
            yr[o] = ar + sr;
            yi[o] = ai + si;
            yr[o + stride] = (mr + di) * c1 - (mi - dr) * s1;
            yi[o + stride] = (mr + di) * s1 + (mi - dr) * c1;
            yr[o + 2 * stride] = (mr - di) * c2 - (mi + dr) * s2;
            yi[o + 2 * stride] = (mr - di) * s2 + (mi + dr) * c2;
        }
    }

    private static void four(int from, int to, int gap, int stride, double[] w, double[] xr, double[] xi, double[] yr, double[] yi) {
        double c1 = w[2];
        double s1 = w[3];
        double c2 = w[4];
        double s2 = w[5];
        double c3 = w[6];
        double s3 = w[7];
        for (int q = 0; q < stride; q++) {
            int i = from + q;
            int o = to + q;
            double acr = xr[i] + xr[i + 2 * gap];
            double aci = xi[i] + xi[i + 2 * gap];
            double amr = xr[i] - xr[i + 2 * gap];
            double ami = xi[i] - xi[i + 2 * gap];
            double bdr = xr[i + gap] + xr[i + 3 * gap];
            double bdi = xi[i + gap] + xi[i + 3 * gap];
            double bmr = xr[i + gap] - xr[i + 3 * gap];
            double bmi = xi[i + gap] - xi[i + 3 * gap];
            yr[o] = acr + bdr;
            yi[o] = aci + bdi;
            yr[o + stride] = (amr + bmi) * c1 - (ami - bmr) * s1;
            yi[o + stride] = (amr + bmi) * s1 + (ami - bmr) * c1;
            yr[o + 2 * stride] = (acr - bdr) * c2 - (aci - bdi) * s2;
            yi[o + 2 * stride] = (acr - bdr) * s2 + (aci - bdi) * c2;
            yr[o + 3 * stride] = (amr - bmi) * c3 - (ami + bmr) * s3;
            yi[o + 3 * stride] = (amr - bmi) * s3 + (ami + bmr) * c3;
        }
    }

    private static void five(int from, int to, int gap, int stride, double[] w, double[] xr, double[] xi, double[] yr, double[] yi) {
        double cosA = Math.cos(2 * Math.PI / 5);
        double cosB = Math.cos(4 * Math.PI / 5);
        double sinA = Math.sin(2 * Math.PI / 5);
        double sinB = Math.sin(4 * Math.PI / 5);
        for (int q = 0; q < stride; q++) {
            int i = from + q;
            int o = to + q;
            double ar = xr[i];
            double ai = xi[i];
            double s1r = xr[i + gap] + xr[i + 4 * gap];
            double s1i = xi[i + gap] + xi[i + 4 * gap];
            double d1r = xr[i + gap] - xr[i + 4 * gap];
            double d1i = xi[i + gap] - xi[i + 4 * gap];
            double s2r = xr[i + 2 * gap] + xr[i + 3 * gap];
            double s2i = xi[i + 2 * gap] + xi[i + 3 * gap];
            double d2r = xr[i + 2 * gap] - xr[i + 3 * gap];
            double d2i = xi[i + 2 * gap] - xi[i + 3 * gap];
            yr[o] = ar + s1r + s2r;
            yi[o] = ai + s1i + s2i;
            double mr = ar + cosA * s1r + cosB * s2r;
            double mi = ai + cosA * s1i + cosB * s2i;
            double nr = sinA * d1r + sinB * d2r;
            double ni = sinA * d1i + sinB * d2i;
            store(o + stride, mr + ni, mi - nr, w, 1, yr, yi);
            store(o + 4 * stride, mr - ni, mi + nr, w, 4, yr, yi);
            mr = ar + cosB * s1r + cosA * s2r;
            mi = ai + cosB * s1i + cosA * s2i;
            nr = sinB * d1r - sinA * d2r;
            ni = sinB * d1i - sinA * d2i;
            store(o + 2 * stride, mr + ni, mi - nr, w, 2, yr, yi);
            store(o + 3 * stride, mr - ni, mi + nr, w, 3, yr, yi);
        }
    }

    private static void store(int at, double re, double im, double[] w, int k, double[] yr, double[] yi) {
        yr[at] = re * w[2 * k] - im * w[2 * k + 1];
        yi[at] = re * w[2 * k + 1] + im * w[2 * k];
    }
}
