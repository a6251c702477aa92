package io.github.radiomics4j.validation.discrimination;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a cut-off is chosen from a ROC curve. A rule is a value of its own so that {@link CutOffOptimism} can repeat the choice in
 * bootstrap samples. Where several cut-offs do equally well, the one with the lowest threshold is taken.
 */
@FunctionalInterface
public interface CutOffRule {

    /**
     * Chooses.
     *
     * @param roc the curve
     * @return one of its cut-offs
     */
    CutOff choose(Roc roc);

    /**
     * The largest Youden index, {@code sensitivity + specificity − 1} (Cancer 1950). A score that separates nothing has it at threshold
     * −∞, with index 0.
     *
     * @return the rule
     */
    static CutOffRule youden() {
        // J m n in whole numbers, which a double holds exactly, so that equal indices are found equal
        return largest(c -> (double) c.truePositives() * (c.trueNegatives() + c.falsePositives())
                - (double) c.falsePositives() * (c.truePositives() + c.falseNegatives()));
    }

    /**
     * The point closest to sensitivity 1 and specificity 1: the least {@code (1 − sensitivity)² + (1 − specificity)²}.
     *
     * @return the rule
     */
    static CutOffRule closestToTopLeft() {
        return largest(c -> -Math.pow(1 - c.sensitivity(), 2) - Math.pow(1 - c.specificity(), 2));
    }

    /**
     * Youden's index weighted by cost and prevalence: the largest {@code sensitivity + r specificity} with
     * {@code r = (1 − prevalence) / (relativeCost · prevalence)}, as pROC's {@code best.weights} (Perkins and Schisterman 2006). It
     * minimises the expected cost of wrong calls.
     *
     * @param relativeCost what a missed positive case costs, in costs of a negative case called positive; above 0
     * @param prevalence the share of positive cases where the cut-off will be used, between 0 and 1
     * @return the rule; Youden's own where r is 1
     * @throws IllegalArgumentException where an argument is outside its range
     */
    static CutOffRule weightedYouden(double relativeCost, double prevalence) {
        if (!(relativeCost > 0) || Double.isInfinite(relativeCost) || !(prevalence > 0 && prevalence < 1)) {
            throw new IllegalArgumentException("a relative cost above 0 and a prevalence between 0 and 1 are needed, got " + relativeCost
                    + " and " + prevalence);
        }
        double r = (1 - prevalence) / (relativeCost * prevalence);
        return largest(c -> c.sensitivity() + r * c.specificity());
    }

    /**
     * The largest specificity among cut-offs of a required sensitivity, for ruling out.
     *
     * @param least the least sensitivity, from 0 to 1
     * @return the rule; all called positive always satisfies it
     * @throws IllegalArgumentException where the share is not from 0 to 1
     */
    static CutOffRule sensitivityAtLeast(double least) {
        requireShare(least, "sensitivity");
        return largest(c -> c.sensitivity() >= least ? c.specificity() : -1);
    }

    /**
     * The largest sensitivity among cut-offs of a required specificity, for ruling in.
     *
     * @param least the least specificity, from 0 to 1
     * @return the rule; none called positive always satisfies it
     * @throws IllegalArgumentException where the share is not from 0 to 1
     */
    static CutOffRule specificityAtLeast(double least) {
        requireShare(least, "specificity");
        return largest(c -> c.specificity() >= least ? c.sensitivity() : -1);
    }

    /**
     * The largest value of any criterion.
     *
     * @param criterion what to maximise
     * @return the rule
     */
    static CutOffRule largest(ToDoubleFunction<CutOff> criterion) {
        return roc -> {
            List<CutOff> cutOffs = roc.cutOffs();
            CutOff best = cutOffs.get(0);
            for (CutOff cutOff : cutOffs) {
                if (criterion.applyAsDouble(cutOff) > criterion.applyAsDouble(best)) {
                    best = cutOff;
                }
            }
            return best;
        };
    }

    private static void requireShare(double share, String what) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a " + what + " lies from 0 to 1, such as 0.9; was " + share);
        }
    }
}
