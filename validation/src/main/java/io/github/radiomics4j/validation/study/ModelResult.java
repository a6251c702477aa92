package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.radscore.Radscore;
import java.util.List;
import java.util.Optional;

/**
 * A score of the study: of one structure, or of all together.
 *
 * @param name the structure's, or {@value StudyPlan#COMBINED}
 * @param candidates how many features there were to select from
 * @param radscore fitted on all cases: the score to use henceforth
 * @param terms its terms with what is known of their features; copied
 * @param formula the score as a paper prints it, in features as they are
 * @param apparent the AUC on the cases that it learned from: too good to quote alone
 * @param plans what each validation plan found, in their order; copied
 */
public record ModelResult(String name, int candidates, Radscore radscore, List<Term> terms, String formula, AucEstimate apparent,
        List<PlanResult> plans) {

    /**
     * Copies the lists.
     *
     * @param name the structure's, or {@value StudyPlan#COMBINED}
     * @param candidates how many features there were to select from
     * @param radscore fitted on all cases
     * @param terms its terms; copied
     * @param formula the score as a paper prints it
     * @param apparent the AUC on the cases that it learned from
     * @param plans what each validation plan found; copied
     */
    public ModelResult {
        terms = List.copyOf(terms);
        plans = List.copyOf(plans);
    }

    /**
     * A selected feature.
     *
     * @param weight its part of the score
     * @param key which number it is, with its IBSI code where it is standardised; empty for a column of which only the name is known
     */
    public record Term(Radscore.Term weight, Optional<FeatureKey> key) {

        /**
         * The feature's code in the IBSI manual.
         *
         * @return such as {@code 8S9J}; empty where it has none
         */
        public Optional<String> ibsiCode() {
            return key.flatMap(k -> k.feature().ibsiCode()).map(code -> code.value());
        }
    }

    /**
     * What a plan found.
     *
     * @param label of the plan
     * @return its result
     * @throws IllegalArgumentException where there is no such plan
     */
    public PlanResult plan(String label) {
        return plans.stream().filter(one -> one.plan().equals(label)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "there is no plan \"" + label + "\" among " + plans.stream().map(PlanResult::plan).toList()));
    }
}
