package io.github.radiomics4j.validation.study;

/**
 * A clinical column, taken for a score as it is.
 *
 * @param name of the column
 * @param cases how many of the analysed cases have a value
 * @param auc its AUC, a higher value meaning more likely positive
 */
public record ClinicalScore(String name, int cases, AucEstimate auc) {
}
