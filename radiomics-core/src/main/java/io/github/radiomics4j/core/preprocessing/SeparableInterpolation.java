package io.github.radiomics4j.core.preprocessing;

/** Interpolation of a box along its three axes, one after the other. Rows of neighbouring voxels are combined as a whole. */
final class SeparableInterpolation {
    private static final double POLE = Math.sqrt(3) - 2;

    private SeparableInterpolation() {
    }

    /**
     * Interpolates.
     *
     * @param box values, x fastest; may be overwritten
     * @param size the box's voxels along x, y, z
     * @param taps one per axis, x first
     * @return values on the new grid, x fastest
     */
    static double[] interpolate(double[] box, int[] size, ResamplingAxis.Taps[] taps) {
        double[] values = box;
        int[] now = size.clone();
        for (int axis = 2; axis >= 0; axis--) {
            int inner = axis == 0 ? 1 : axis == 1 ? now[0] : now[0] * now[1];
            int outer = values.length / (inner * now[axis]);
            if (taps[axis].needsPrefilter()) {
                prefilter(values, outer, now[axis], inner);
            }
            values = combine(values, outer, now[axis], inner, taps[axis]);
            now[axis] = taps[axis].count();
        }
        return values;
    }

    private static double[] combine(double[] from, int outer, int n, int inner, ResamplingAxis.Taps taps) {
        int m = taps.count();
        if (m == n && taps.isIdentity()) {
            return from;
        }
        int width = taps.width();
        double[] to = new double[Math.multiplyExact(Math.multiplyExact(outer, m), inner)];
        for (int o = 0; o < outer; o++) {
            if (inner == 1) {
                combineLine(from, o * n, to, o * m, taps);
                continue;
            }
            for (int i = 0; i < m; i++) {
                int target = (o * m + i) * inner;
                for (int k = 0; k < width; k++) {
                    double w = taps.weight(i, k);
                    int source = (o * n + taps.index(i, k)) * inner;
                    if (w != 0) {
                        addRow(w, from, source, to, target, inner);
                    }
                }
            }
        }
        return to;
    }

    private static void combineLine(double[] from, int source, double[] to, int target, ResamplingAxis.Taps taps) {
        for (int i = 0; i < taps.count(); i++) {
            double sum = 0;
            for (int k = 0; k < taps.width(); k++) {
                double w = taps.weight(i, k);
                if (w != 0) {
                    sum += w * from[source + taps.index(i, k)];
                }
            }
            to[target + i] = sum;
        }
    }

    private static void addRow(double weight, double[] from, int source, double[] to, int target, int length) {
        for (int r = 0; r < length; r++) {
            to[target + r] += weight * from[source + r];
        }
    }

    /** Turns samples into cubic B-spline coefficients in place: a causal and an anticausal recursion, mirrored at the ends. */
    private static void prefilter(double[] c, int outer, int n, int inner) {
        if (n == 1) {
            return;
        }
        double gain = (1 - POLE) * (1 - 1 / POLE);
        double[] start = new double[inner];
        for (int o = 0; o < outer; o++) {
            int base = o * n * inner;
            int last = base + (n - 1) * inner;
            for (int i = base; i < last + inner; i++) {
                c[i] *= gain;
            }
            initialise(c, base, n, inner, start);
            for (int k = 1; k < n; k++) {
                int row = base + k * inner;
                for (int r = 0; r < inner; r++) {
                    c[row + r] += POLE * c[row - inner + r];
                }
            }
            for (int r = 0; r < inner; r++) {
                c[last + r] = POLE / (POLE * POLE - 1) * (POLE * c[last - inner + r] + c[last + r]);
            }
            for (int k = n - 2; k >= 0; k--) {
                int row = base + k * inner;
                for (int r = 0; r < inner; r++) {
                    c[row + r] = POLE * (c[row + inner + r] - c[row + r]);
                }
            }
        }
    }

    /** First causal coefficient of each line: the exact sum over the mirrored, periodic signal. */
    private static void initialise(double[] c, int base, int n, int inner, double[] start) {
        double power = POLE;
        double last = Math.pow(POLE, n - 1);
        double back = last * last / POLE;
        for (int r = 0; r < inner; r++) {
            start[r] = c[base + r] + last * c[base + (n - 1) * inner + r];
        }
        for (int k = 1; k < n - 1; k++) {
            double w = power + back;
            for (int r = 0; r < inner; r++) {
                start[r] += w * c[base + k * inner + r];
            }
            power *= POLE;
            back /= POLE;
        }
        double period = 1 - last * last;
        for (int r = 0; r < inner; r++) {
            c[base + r] = start[r] / period;
        }
    }
}
