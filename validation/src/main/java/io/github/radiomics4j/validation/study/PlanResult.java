package io.github.radiomics4j.validation.study;

import java.util.Optional;

/**
 * What a validation plan found of a score.
 *
 * @param plan its label, see {@link ValidationPlan#label()}
 * @param resamples how often the recipe was refitted
 * @param auc the AUC to expect on new cases of the same population
 * @param selection which features the resamples selected
 * @param honest figures of out-of-sample scores; of cross-validation only
 * @param bootstrap figures of the bootstrap; of the bootstrap only
 */
public record PlanResult(String plan, int resamples, AucEstimate auc, SelectionFigures selection, Optional<HonestFigures> honest,
        Optional<BootstrapFigures> bootstrap) {
}
