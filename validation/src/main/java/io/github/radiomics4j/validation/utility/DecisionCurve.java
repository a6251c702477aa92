package io.github.radiomics4j.validation.utility;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import java.util.Arrays;
import java.util.List;

/**
 * Vickers' and Elkin's decision curve (Med Decis Making 2006): what treating everyone whose risk reaches a threshold is worth, at each
 * threshold, beside treating all and none. A threshold t says that one missed case is as bad as (1 − t) / t needless treatments.
 * Immutable.
 */
public final class DecisionCurve {
    private final List<Point> points;
    private final double prevalence;

    /**
     * A threshold and what it is worth. Cases are treated when their risk is at or above it.
     *
     * @param threshold t, between 0 and 1
     * @param truePositives the share of all cases that is treated and positive
     * @param falsePositives the share of all cases that is treated and negative
     * @param prevalence the share of all cases that is positive
     */
    public record Point(double threshold, double truePositives, double falsePositives, double prevalence) {

        /**
         * The net benefit of treating by risk: {@code TP/n − FP/n · t / (1 − t)}.
         *
         * @return in true positives per case, at most the prevalence; treating none has 0
         */
        public double netBenefit() {
            return truePositives - falsePositives * odds();
        }

        /**
         * The net benefit of treating all: {@code prevalence − (1 − prevalence) · t / (1 − t)}.
         *
         * @return in true positives per case
         */
        public double treatAll() {
            return prevalence - (1 - prevalence) * odds();
        }

        /**
         * The standardised net benefit, or relative utility.
         *
         * @return {@code netBenefit / prevalence}, at most 1; NaN or infinite without positive cases
         */
        public double standardised() {
            return netBenefit() / prevalence;
        }

        /**
         * How many of 100 cases are spared treatment, net of missed cases, in comparison with treating all.
         *
         * @return {@code 100 (netBenefit − treatAll) (1 − t) / t}
         */
        public double interventionsAvoidedPer100() {
            return 100 * (netBenefit() - treatAll()) / odds();
        }

        private double odds() {
            return threshold / (1 - threshold);
        }
    }

    private DecisionCurve(List<Point> points, double prevalence) {
        this.points = points;
        this.prevalence = prevalence;
    }

    /**
     * The curve of a cohort, whose share of positive cases is the population's.
     *
     * @param risks risks and outcome
     * @param thresholds between 0 and 1, in the order of the points wanted; not modified
     * @return the curve
     * @throws IllegalArgumentException where there is no threshold or one is not between 0 and 1
     */
    public static DecisionCurve of(PredictedRisks risks, double... thresholds) {
        double total = risks.size();
        double prevalence = risks.outcome().positives() / total;
        return curve(risks, prevalence, 1 / total, 1 / total, thresholds);
    }

    /**
     * The curve of a case-control study, whose share of positive cases was chosen: the classes are weighted to the population's
     * prevalence. The risks must be of the population, too.
     *
     * @param risks risks and outcome
     * @param prevalence the share of positive cases in the population, between 0 and 1
     * @param thresholds between 0 and 1, in the order of the points wanted; not modified
     * @return the curve
     * @throws InvalidInputException TABLE_INVALID for an outcome of one class
     * @throws IllegalArgumentException where the prevalence is not between 0 and 1, there is no threshold or one is not between 0 and 1
     */
    public static DecisionCurve ofCaseControl(PredictedRisks risks, double prevalence, double... thresholds) {
        if (!(prevalence > 0 && prevalence < 1)) {
            throw new IllegalArgumentException("a prevalence lies between 0 and 1, was " + prevalence);
        }
        if (risks.outcome().positives() == 0 || risks.outcome().negatives() == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "a case-control study has cases of both classes, there are "
                    + risks.outcome() + ": take more cases");
        }
        return curve(risks, prevalence, prevalence / risks.outcome().positives(), (1 - prevalence) / risks.outcome().negatives(),
                thresholds);
    }

    private static DecisionCurve curve(PredictedRisks risks, double prevalence, double weightOfPositive, double weightOfNegative,
            double[] thresholds) {
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("a decision curve needs at least one threshold");
        }
        List<Point> points = Arrays.stream(thresholds).mapToObj(t -> {
            if (!(t > 0 && t < 1)) {
                throw new IllegalArgumentException("a threshold of risk lies between 0 and 1, was " + t);
            }
            int truePositives = 0;
            int falsePositives = 0;
            for (int i = 0; i < risks.size(); i++) {
                if (risks.risk(i) >= t) {
                    truePositives += risks.observed(i);
                    falsePositives += 1 - risks.observed(i);
                }
            }
            return new Point(t, truePositives * weightOfPositive, falsePositives * weightOfNegative, prevalence);
        }).toList();
        return new DecisionCurve(points, prevalence);
    }

    /**
     * The points of the curve.
     *
     * @return in the order of the thresholds given
     */
    public List<Point> points() {
        return points;
    }

    /**
     * The share of positive cases.
     *
     * @return of the cohort, or the one given for a case-control study
     */
    public double prevalence() {
        return prevalence;
    }
}
