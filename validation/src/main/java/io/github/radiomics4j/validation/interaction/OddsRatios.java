package io.github.radiomics4j.validation.interaction;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.regression.LogisticFit;
import io.github.radiomics4j.validation.discrimination.Proportion;

/**
 * The odds ratios of the groups against low/low, with what the delta method needs: the covariance V of the log odds ratios' parts
 * b₁ (first score), b₂ (second score), b₃ (product). A function with gradient g has the variance {@code g' V g}.
 */
final class OddsRatios {
    private final double[][] covariance;
    private final double first;
    private final double second;
    private final double both;

    OddsRatios(LogisticFit fit) {
        double[] b = fit.coefficients();
        this.covariance = fit.covariance();
        this.first = Math.exp(b[1]);
        this.second = Math.exp(b[2]);
        this.both = Math.exp(b[1] + b[2] + b[3]);
    }

    double first() {
        return first;
    }

    double second() {
        return second;
    }

    double both() {
        return both;
    }

    /** The standard error of a function of b₁, b₂, b₃ with this gradient. */
    double standardError(double byFirst, double bySecond, double byProduct) {
        double[] gradient = {byFirst, bySecond, byProduct};
        double variance = 0;
        for (int j = 0; j < 3; j++) {
            for (int k = 0; k < 3; k++) {
                variance += gradient[j] * covariance[j + 1][k + 1] * gradient[k];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /** Without events, or without non-events, a group has no finite odds ratio, adjusted or not. */
    static void requireEventsAndNonEvents(CutOffGroups groups) {
        for (CutOffGroup group : CutOffGroup.values()) {
            Proportion events = groups.events(group);
            if (events.successes() == 0 || events.successes() == events.trials()) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "group " + group + " has " + events.successes() + " events in "
                        + events.trials() + " cases at cut-offs " + groups.firstCutOff() + " and " + groups.secondCutOff()
                        + ", its odds ratio needs events and non-events: take other cut-offs, or report the groups alone");
            }
        }
    }
}
