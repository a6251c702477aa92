package io.github.radiomics4j.core.numeric;

import java.util.Arrays;

/**
 * Discrete Fourier transform {@code X(k) = Σ x(j) e^(−2πi jk/n)} of several complex lines at once, for lengths n without prime factors
 * other than 2, 3 and 5. Number k of all lines is a row, an array of its own, and rows are transformed in place; where the lines are
 * known to be zero from somewhere on, as padded ones are, or are wanted up to somewhere only, less is done. Exact lengths between those
 * are met by zero padding to {@link #lengthFor}. A transform holds no working space: threads may share it.
 */
public final class FourierTransform {
    private final int length;
    private final int[] radices;
    private final double[] cos;
    private final double[] sin;
    private final int[] rowOf;

    /**
     * A transform.
     *
     * @param length numbers per line, of the form 2ᵃ 3ᵇ 5ᶜ
     * @throws IllegalArgumentException where the length has another prime factor or is below 1
     */
    public FourierTransform(int length) {
        if (length < 1 || lengthFor(length) != length) {
            throw new IllegalArgumentException("length must be a product of twos, threes and fives, was " + length);
        }
        this.length = length;
        this.radices = radices(length);
        this.cos = new double[length];
        this.sin = new double[length];
        for (int k = 0; k < length; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / length);
            sin[k] = -Math.sin(2 * Math.PI * k / length);
        }
        this.rowOf = new int[length];
        place(0, 0, 1, length, 0);
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

    /** Even ones first, for they make use of zeros; the last one needs no turns, so the largest comes last. */
    private static int[] radices(int length) {
        int[] radices = new int[31];
        int count = 0;
        int rest = length;
        for (int radix : new int[] {4, 2, 3, 5}) {
            while (rest % radix == 0) {
                radices[count++] = radix;
                rest /= radix;
            }
        }
        return Arrays.copyOf(radices, count);
    }

    /** Where frequencies {@code frequency + stride · k} lie: rows {@code first} to {@code first + size − 1} once these steps are done. */
    private void place(int step, int frequency, int stride, int size, int first) {
        if (step == radices.length) {
            rowOf[frequency] = first;
            return;
        }
        int radix = radices[step];
        int gap = size / radix;
        for (int m = 0; m < radix; m++) {
            place(step + 1, frequency + stride * Butterflies.frequency(radix, m), stride * radix, gap, first + m * gap);
        }
    }

    /**
     * Numbers per line.
     *
     * @return n
     */
    public int length() {
        return length;
    }

    /**
     * In which row a frequency lies between {@link #forward} and {@link #backward}.
     *
     * @param k the frequency, 0 to n − 1
     * @return the row, 0 to n − 1
     */
    public int rowOf(int k) {
        return rowOf[k];
    }

    /**
     * Transforms lines in place; frequency k is left in row {@link #rowOf}. The inverse, less its factor 1/n, is {@link #backward}.
     *
     * @param re n rows, real parts: number k of line l at {@code [k][l]}
     * @param im imaginary parts, likewise
     * @param from the first line
     * @param to one beyond the last line
     * @param filled the rows from here on are zero, whatever they hold
     */
    public void forward(double[][] re, double[][] im, int from, int to, int filled) {
        boolean halved = halves(filled);
        for (int k = filled; k < (halved ? length / 2 : length); k++) {
            Arrays.fill(re[k], from, to, 0);
            Arrays.fill(im[k], from, to, 0);
        }
        Butterflies butterflies = new Butterflies(re, im, from, to, cos, sin);
        int size = length;
        for (int radix : radices) {
            int gap = size / radix;
            int turn = length / size;
            for (int first = 0; first < length; first += size) {
                for (int p = 0; p < gap; p++) {
                    butterflies.forward(radix, first + p, gap, p * turn, halved && size == length);
                }
            }
            size = gap;
        }
    }

    /**
     * Transforms frequencies back in place, to n times the numbers whose transform they are.
     *
     * @param re n rows, real parts: frequency k of line l at {@code [rowOf(k)][l]}; then number k at {@code [k][l]}
     * @param im imaginary parts, likewise
     * @param from the first line
     * @param to one beyond the last line
     * @param wanted the rows from here on may be left with anything
     */
    public void backward(double[][] re, double[][] im, int from, int to, int wanted) {
        boolean halved = halves(wanted);
        Butterflies butterflies = new Butterflies(im, re, from, to, cos, sin);
        int gap = 1;
        for (int r = radices.length - 1; r >= 0; r--) {
            int size = gap * radices[r];
            int turn = length / size;
            for (int first = 0; first < length; first += size) {
                for (int p = 0; p < gap; p++) {
                    butterflies.backward(radices[r], first + p, gap, p * turn, halved && size == length);
                }
            }
            gap = size;
        }
    }

    private boolean halves(int rows) {
        return radices.length > 0 && radices[0] % 2 == 0 && 2 * rows <= length;
    }
}
