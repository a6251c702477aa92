package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.PairedAucTest;

/**
 * DeLong's paired comparison of a model's out-of-sample scores with something else that is known of the same cases; Obuchowski's by patient
 * where {@link CohortFlow#hasSeveralCasesPerPatient()}. No p is adjusted for the number of comparisons.
 *
 * @param model whose scores
 * @param plan which out-of-sample scores
 * @param comparator a clinical column, or another model, whose scores are then of the same plan
 * @param ofModels true where the comparator is another model
 * @param cases how many have a value of the comparator
 * @param test AUCs, difference, z and p; z and p are NaN where the standard error is 0
 * @param difference the interval of the difference
 */
public record Comparison(String model, String plan, String comparator, boolean ofModels, int cases, PairedAucTest test,
        Interval difference) {
}
