package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.table.FeatureTable;
import java.util.List;
import java.util.Map;

/**
 * Learns the weights of a Radscore from training rows. Implementations are immutable and give the same answer for the same rows.
 */
public interface RadscoreTrainer {

    /**
     * Learns.
     *
     * @param training the training rows with the selected features; all of these are used
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return one term per column, in the order of columns
     * @throws io.github.radiomics4j.core.InvalidInputException where the rows cannot be learned from, with the reason
     */
    FittedTerms fit(FeatureTable training, BinaryOutcome outcome);

    /**
     * Everything that can change the weights.
     *
     * @return setting to value, such as {@code penalised_logistic.lambda → 0.05}
     */
    Map<String, String> settings();

    /**
     * The weights of {@code score = intercept + Σ coefficient · (x − mean) / sd}.
     *
     * @param intercept the score of a case that lies at the mean of every feature
     * @param terms one per feature; a coefficient may be 0; copied
     * @param findings what the trainer chose by itself, such as a penalty by cross-validation: name to value; copied
     */
    record FittedTerms(double intercept, List<Radscore.Term> terms, Map<String, String> findings) {

        /**
         * Copies both collections.
         *
         * @param intercept the score of a case that lies at the mean of every feature
         * @param terms one per feature; a coefficient may be 0; copied
         * @param findings what the trainer chose by itself: name to value; copied
         */
        public FittedTerms {
            terms = List.copyOf(terms);
            findings = Map.copyOf(findings);
        }

        /**
         * Weights of a trainer that chooses nothing by itself.
         *
         * @param intercept the score of a case that lies at the mean of every feature
         * @param terms one per feature; a coefficient may be 0; copied
         */
        public FittedTerms(double intercept, List<Radscore.Term> terms) {
            this(intercept, terms, Map.of());
        }
    }
}
