package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.regression.LogisticFit.LikelihoodRatioTest;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.interaction.AdditiveInteraction.Measure;
import io.github.radiomics4j.validation.interaction.CutOffGroups;
import java.util.List;
import java.util.Optional;

/**
 * Two structures' scores together, out of sample.
 *
 * @param a the first structure
 * @param b the second structure
 * @param plan which out-of-sample scores
 * @param atChosenCutOffs groups at the optimal cut-offs of these scores, as a study reports them: cut-offs that were chosen on the same
 *     cases make the groups look more different than they are on new ones
 * @param atTrainingCutOffs groups by cut-offs that were chosen in training, see {@link CutOffResult#chosenInTraining()}
 * @param product the product of both scores, z-scored, in a logistic regression on them
 */
public record InteractionResult(String a, String b, String plan, Groups atChosenCutOffs, Groups atTrainingCutOffs,
        Found<Product> product) {

    /**
     * Four groups of cases.
     *
     * @param cutA cases are high in a at this value and above
     * @param cutB cases are high in b at this value and above
     * @param groups counts
     * @param rates low in both, high in a only, high in b only, high in both: share of events; copied
     * @param equalRates Pearson's test that all rates are equal
     * @param product likelihood-ratio test of the product of both indicators
     * @param additive interaction on the additive scale
     */
    public record Groups(double cutA, double cutB, CutOffGroups groups, List<Rate> rates, Found<CutOffGroups.ChiSquareTest> equalRates,
            Found<LikelihoodRatioTest> product, Found<Additive> additive) {

        /**
         * Copies the list.
         *
         * @param cutA cases are high in a at this value and above
         * @param cutB cases are high in b at this value and above
         * @param groups counts
         * @param rates share of events in the four groups; copied
         * @param equalRates Pearson's test that all rates are equal
         * @param product likelihood-ratio test of the product of both indicators
         * @param additive interaction on the additive scale
         */
        public Groups {
            rates = List.copyOf(rates);
        }
    }

    /**
     * Interaction by odds ratios against the group that is low in both.
     *
     * @param excessRisk RERI, 0 without interaction
     * @param attributableProportion AP, 0 without interaction
     * @param synergy S, 1 without interaction; empty where a difference of odds ratios is not above 0
     * @param multiplicative the ratio of odds ratios, 1 without interaction
     */
    public record Additive(Measure excessRisk, Measure attributableProportion, Optional<Measure> synergy, Measure multiplicative) {
    }

    /**
     * The product term of the continuous scores.
     *
     * @param coefficients of intercept, a, b, a × b; copied
     * @param standardErrors in the same order; copied
     * @param oddsRatio of the product, per product of one SD each
     * @param oddsRatioInterval Wald's
     * @param test likelihood-ratio test of the product
     */
    public record Product(List<Double> coefficients, List<Double> standardErrors, double oddsRatio, Interval oddsRatioInterval,
            LikelihoodRatioTest test) {

        /**
         * Copies the lists.
         *
         * @param coefficients of intercept, a, b, a × b; copied
         * @param standardErrors in the same order; copied
         * @param oddsRatio of the product
         * @param oddsRatioInterval Wald's
         * @param test likelihood-ratio test of the product
         */
        public Product {
            coefficients = List.copyOf(coefficients);
            standardErrors = List.copyOf(standardErrors);
        }
    }
}
