package io.github.radiomics4j.core.io.dicom.pixels;

import java.util.Arrays;

/**
 * One component of JPEG-LS (ITU-T T.87, annex A): each pixel is predicted from four neighbours and corrected by an error whose
 * code adapts to the gradients around; flat stretches are runs. Names of fields are those of the standard.
 */
final class JpegLsScan {
    private static final int CONTEXTS = 365;
    private static final int[] J = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final JpegLsBits bits;
    private final JpegLsParameters p;
    /** Per context; the last two are those of interrupted runs. */
    private final int[] a = new int[CONTEXTS + 2];
    private final int[] b = new int[CONTEXTS];
    private final int[] c = new int[CONTEXTS];
    private final int[] n = new int[CONTEXTS + 2];
    private final int[] negative = new int[2];
    private int runIndex;

    JpegLsScan(JpegLsBits bits, JpegLsParameters parameters) {
        this.bits = bits;
        this.p = parameters;
        Arrays.fill(a, Math.max(2, (p.range() + 32) / 64));
        Arrays.fill(n, 1);
    }

    int[] decode(int columns, int rows) throws DamagedFrameException {
        int[] cells = new int[columns * rows];
        // a pixel beyond either end of each line
        int[] above = new int[columns + 2];
        int[] line = new int[columns + 2];
        for (int row = 0; row < rows; row++) {
            above[columns + 1] = above[columns];
            line[0] = above[1];
            decodeLine(line, above, columns);
            System.arraycopy(line, 1, cells, row * columns, columns);
            int[] free = above;
            above = line;
            line = free;
        }
        return cells;
    }

    private void decodeLine(int[] line, int[] above, int columns) throws DamagedFrameException {
        int x = 1;
        while (x <= columns) {
            int d1 = above[x + 1] - above[x];
            int d2 = above[x] - above[x - 1];
            int d3 = above[x - 1] - line[x - 1];
            if (Math.abs(d1) <= p.near() && Math.abs(d2) <= p.near() && Math.abs(d3) <= p.near()) {
                x = run(line, above, x, columns);
            } else {
                int context = 81 * p.quantised(d1) + 9 * p.quantised(d2) + p.quantised(d3);
                int sign = context < 0 ? -1 : 1;
                line[x] = regular(Math.abs(context), sign, line[x - 1], above[x], above[x - 1]);
                x++;
            }
        }
    }

    private int regular(int q, int sign, int left, int up, int corner) throws DamagedFrameException {
        int median;
        if (corner >= Math.max(left, up)) {
            median = Math.min(left, up);
        } else if (corner <= Math.min(left, up)) {
            median = Math.max(left, up);
        } else {
            median = left + up - corner;
        }
        int prediction = Math.max(0, Math.min(p.maximum(), median + sign * c[q]));
        int k = parameter(n[q], a[q]);
        int mapped = bits.golomb(k, p.limit(), p.plainBits());
        int error = (mapped & 1) == 0 ? mapped / 2 : -(mapped + 1) / 2;
        if (p.near() == 0 && k == 0 && 2 * b[q] <= -n[q]) {
            error = -error - 1;
        }
        adapt(q, error);
        return p.corrected(prediction, sign * error);
    }

    private void adapt(int q, int error) {
        b[q] += error * (2 * p.near() + 1);
        a[q] += Math.abs(error);
        if (n[q] == p.reset()) {
            a[q] >>= 1;
            b[q] >>= 1;
            n[q] >>= 1;
        }
        n[q]++;
        if (b[q] <= -n[q]) {
            b[q] = Math.max(b[q] + n[q], -n[q] + 1);
            c[q] = Math.max(c[q] - 1, -128);
        } else if (b[q] > 0) {
            b[q] = Math.min(b[q] - n[q], 0);
            c[q] = Math.min(c[q] + 1, 127);
        }
    }

    private static int parameter(int occurrences, int magnitude) {
        int k = 0;
        while ((long) occurrences << k < magnitude) {
            k++;
        }
        return k;
    }

    /** A run and the pixel that interrupts it; the next column. */
    private int run(int[] line, int[] above, int start, int columns) throws DamagedFrameException {
        int value = line[start - 1];
        int x = start;
        while (bits.bit() == 1) {
            int length = 1 << J[runIndex];
            int filled = Math.min(length, columns + 1 - x);
            Arrays.fill(line, x, x + filled, value);
            x += filled;
            if (filled == length && runIndex < 31) {
                runIndex++;
            }
            if (x > columns) {
                return x;
            }
        }
        int rest = bits.bits(J[runIndex]);
        if (rest > columns - x) {
            throw DamagedFrameException.invalid("a run is longer than its line");
        }
        Arrays.fill(line, x, x + rest, value);
        x += rest;
        line[x] = interruption(value, above[x]);
        if (runIndex > 0) {
            runIndex--;
        }
        return x + 1;
    }

    private int interruption(int left, int up) throws DamagedFrameException {
        int type = Math.abs(left - up) <= p.near() ? 1 : 0;
        int q = CONTEXTS + type;
        int k = parameter(n[q], type == 0 ? a[q] : a[q] + (n[q] >> 1));
        int mapped = bits.golomb(k, p.limit() - J[runIndex] - 1, p.plainBits());
        int map = mapped + type & 1;
        int magnitude = (mapped + type + map) / 2;
        boolean negativeIsOdd = k != 0 || 2 * negative[type] >= n[q];
        int error = map == (negativeIsOdd ? 1 : 0) ? -magnitude : magnitude;
        if (error < 0) {
            negative[type]++;
        }
        a[q] += mapped + 1 - type >> 1;
        if (n[q] == p.reset()) {
            a[q] >>= 1;
            n[q] >>= 1;
            negative[type] >>= 1;
        }
        n[q]++;
        return p.corrected(type == 1 ? left : up, type == 0 && left > up ? -error : error);
    }
}
