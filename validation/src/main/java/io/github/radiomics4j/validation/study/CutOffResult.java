package io.github.radiomics4j.validation.study;

/**
 * The optimal cut-off of a score, three ways. The one to use is {@code chosen}; what to expect of it on new cases is in the other two.
 *
 * @param rule such as {@code Youden}
 * @param chosen on the out-of-sample scores of all cases, and judged by the same: too good to quote alone
 * @param correctedSensitivity sensitivity of {@code chosen} less the optimism of its choice, by the bootstrap of 1000 samples
 * @param correctedSpecificity specificity of {@code chosen} less the optimism of its choice
 * @param chosenInTraining every case is judged by cut-offs that were chosen on the training rows of the fits that held it out; with
 *     repeats a case is called positive where at least half of them call it so. Nothing that was chosen has seen the case. The threshold
 *     in it is that half, not a score
 */
public record CutOffResult(String rule, CutOffFigures chosen, double correctedSensitivity, double correctedSpecificity,
        CutOffFigures chosenInTraining) {
}
