package io.github.radiomics4j.validation.calibration;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.Arrays;

/**
 * Cleveland's locally weighted regression (JASA 1979) without robustness iterations, which are wrong for outcomes of 0 and 1: R's
 * {@code lowess(x, y, f = span, iter = 0, delta = delta)}. At each place a straight line is fitted to the nearest points with weights
 * {@code (1 − (d / h)³)³}, d the distance and h that of the farthest of them.
 *
 * @param span the share of the points that a place sees, above 0; at least two points are seen
 * @param delta within this distance of a fitted place, in the unit of x, the curve is a straight line to the next fitted one; 0 fits
 *     everywhere
 */
public record Lowess(double span, double delta) {
    /** A point this near counts in full, one nearly as far as the farthest not at all, in shares of h. */
    private static final double NEAR = 0.001;
    private static final double FAR = 0.999;

    /**
     * Checks the settings.
     *
     * @param span the share of the points that a place sees, above 0; at least two points are seen
     * @param delta the distance that is interpolated, not negative
     */
    public Lowess {
        if (!(span > 0 && span <= 1) || !(delta >= 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a span above 0, up to 1, and a delta that is not negative are needed, got " + span + " and "
                    + delta);
        }
    }

    /**
     * Smooths.
     *
     * @param x places in rising order, finite, at least one; not modified
     * @param y one finite value per place; not modified
     * @return the smoothed value at each place, the same at equal places
     * @throws InvalidInputException NONFINITE_VALUES where a value is not finite
     * @throws IllegalArgumentException where the lengths differ or are 0, or the places are not in order
     */
    public double[] smooth(double[] x, double[] y) {
        requireOrdered(x, y);
        int n = x.length;
        int seen = Math.min(n, Math.max(2, (int) (span * n + 1e-7)));
        double[] smooth = new double[n];
        double[] weight = new double[n];
        int left = 0;
        int fitted = -1;
        int place = 0;
        while (fitted < n - 1) {
            while (left + seen < n && x[place] - x[left] > x[left + seen] - x[place]) {
                left++;
            }
            smooth[place] = fit(x, y, place, left, left + seen - 1, weight);
            interpolate(x, smooth, fitted, place);
            fitted = place;
            double reach = x[fitted] + delta;
            place = fitted + 1;
            while (place < n && x[place] <= reach) {
                if (x[place] == x[fitted]) {
                    smooth[place] = smooth[fitted];
                    fitted = place;
                }
                place++;
            }
            place = Math.max(fitted + 1, place - 1);
        }
        return smooth;
    }

    private static void requireOrdered(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("one value per place is needed, got " + x.length + " places and " + y.length + " values");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "only finite points can be smoothed, point " + i + " is (" + x[i]
                        + ", " + y[i] + "): leave it out");
            }
            if (i > 0 && x[i] < x[i - 1]) {
                throw new IllegalArgumentException("places must be in rising order, " + x[i] + " follows " + x[i - 1]);
            }
        }
    }

    private static void interpolate(double[] x, double[] smooth, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double share = (x[i] - x[from]) / (x[to] - x[from]);
            smooth[i] = share * smooth[to] + (1 - share) * smooth[from];
        }
    }

    private static double fit(double[] x, double[] y, int place, int left, int right, double[] weight) {
        double at = x[place];
        double h = Math.max(at - x[left], x[right] - at);
        Arrays.fill(weight, 0);
        double total = 0;
        int end = left;
        for (; end < x.length; end++) { // past the right end too, where further points are as far as its
            double distance = Math.abs(x[end] - at);
            if (distance <= FAR * h) {
                weight[end] = distance <= NEAR * h ? 1 : cube(1 - cube(distance / h));
                total += weight[end];
            } else if (x[end] > at) {
                break;
            }
        }
        double mean = 0;
        for (int i = left; i < end; i++) {
            weight[i] /= total;
            mean += weight[i] * x[i];
        }
        double spread = 0;
        for (int i = left; i < end; i++) {
            spread += weight[i] * (x[i] - mean) * (x[i] - mean);
        }
        // where the points hardly differ, their mean is all there is
        double tilt = h > 0 && Math.sqrt(spread) > NEAR * (x[x.length - 1] - x[0]) ? (at - mean) / spread : 0;
        double value = 0;
        for (int i = left; i < end; i++) {
            value += weight[i] * (1 + tilt * (x[i] - mean)) * y[i];
        }
        return value;
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
