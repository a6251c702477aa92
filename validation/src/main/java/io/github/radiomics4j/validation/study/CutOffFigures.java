package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.validation.discrimination.CutOff;

/**
 * What a cut-off makes of the cases. The predictive values are those at the share of events of these cases.
 *
 * @param counts threshold and cases right and wrong
 * @param sensitivity of the events those called positive
 * @param specificity of the others those called negative
 * @param positivePredictiveValue of those called positive the events
 * @param negativePredictiveValue of those called negative the others
 * @param accuracy of all those called right
 */
public record CutOffFigures(CutOff counts, Rate sensitivity, Rate specificity, Rate positivePredictiveValue, Rate negativePredictiveValue,
        Rate accuracy) {

    static CutOffFigures of(CutOff counts, double level) {
        return new CutOffFigures(counts, Rate.of(counts.truePositiveProportion(), level), Rate.of(counts.trueNegativeProportion(), level),
                Rate.of(counts.positivePredictiveValue(), level), Rate.of(counts.negativePredictiveValue(), level),
                Rate.of(counts.accuracy(), level));
    }
}
