package io.github.radiomics4j.validation.calibration;

import io.github.radiomics4j.validation.discrimination.Quantile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The observed share of events as a smooth function of the predicted risk, and how far the two are apart (Austin and Steyerberg 2019).
 * The curve is a {@link Lowess} of the outcome: nothing keeps it within 0 and 1. Immutable.
 */
public final class CalibrationCurve {
    private final double[] predicted;
    private final double[] observed;
    private final double[] distances;

    private CalibrationCurve(double[] predicted, double[] observed, double[] distances) {
        this.predicted = predicted;
        this.observed = observed;
        this.distances = distances;
    }

    /**
     * Smooths the outcome.
     *
     * @param risks risks and outcome
     * @param lowess how to smooth
     * @return the curve
     */
    public static CalibrationCurve of(PredictedRisks risks, Lowess lowess) {
        int[] order = IntStream.range(0, risks.size()).boxed().sorted(Comparator.comparingDouble(risks::risk))
                .mapToInt(Integer::intValue).toArray();
        double[] predicted = Arrays.stream(order).mapToDouble(risks::risk).toArray();
        double[] observed = lowess.smooth(predicted, Arrays.stream(order).mapToDouble(risks::observed).toArray());
        double[] distances = IntStream.range(0, predicted.length).mapToDouble(i -> Math.abs(predicted[i] - observed[i])).sorted().toArray();
        return new CalibrationCurve(predicted, observed, distances);
    }

    /**
     * The predicted risks.
     *
     * @return one per case, rising, a fresh array
     */
    public double[] predicted() {
        return predicted.clone();
    }

    /**
     * The smoothed outcome at {@link #predicted()}.
     *
     * @return one per case, a fresh array
     */
    public double[] observed() {
        return observed.clone();
    }

    /**
     * The curve between its points, by straight lines.
     *
     * @param risk a predicted risk
     * @return the smoothed outcome there; NaN beyond the smallest and the largest predicted risk
     */
    public double at(double risk) {
        int found = Arrays.binarySearch(predicted, risk);
        if (found >= 0) {
            return observed[found];
        }
        int above = -found - 1;
        if (above == 0 || above == predicted.length) {
            return Double.NaN;
        }
        double share = (risk - predicted[above - 1]) / (predicted[above] - predicted[above - 1]);
        return observed[above - 1] + share * (observed[above] - observed[above - 1]);
    }

    /**
     * The integrated calibration index (ICI), which rms calls Eavg: the mean over cases of |predicted − observed|.
     *
     * @return not negative, 0 for risks that come true
     */
    public double integratedCalibrationIndex() {
        double sum = 0;
        for (double distance : distances) {
            sum += distance;
        }
        return sum / distances.length;
    }

    /**
     * E50: the median over cases of |predicted − observed|.
     *
     * @return not negative
     */
    public double e50() {
        return Quantile.ofSorted(distances, 0.5);
    }

    /**
     * E90: the 90th percentile over cases of |predicted − observed|, see {@link Quantile}.
     *
     * @return not negative
     */
    public double e90() {
        return Quantile.ofSorted(distances, 0.9);
    }

    /**
     * Emax: the largest |predicted − observed| of a case.
     *
     * @return not negative
     */
    public double eMax() {
        return distances[distances.length - 1];
    }
}
