package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.discrimination.CutOffRule;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.List;

/**
 * Cut-offs inside the resampling: each fit's is chosen on its own training rows and applied to the cases that it did not see. What a score
 * makes of its training rows is too spread out, so that these cut-offs are not those of new cases; the calls are honest all the same.
 */
final class HonestCalls {

    private HonestCalls() {
    }

    /** For each case the share of repeats that call it positive. */
    static double[] of(CrossValidated validated, FeatureTable table, CutOffRule rule) {
        BinaryOutcome outcome = validated.outcome();
        List<Radscore> fits = validated.radscores();
        int repeats = validated.plan().repeats();
        int folds = fits.size() / repeats;
        int[] positive = new int[outcome.size()];
        for (int number = 0; number < fits.size(); number++) {
            int[] training = validated.resample(number).training();
            double cut = rule.choose(Roc.of(fits.get(number).scores(table.rows(training)), outcome.rows(training))).threshold();
            double[] scores = validated.scores(number / folds);
            for (int row : validated.resample(number).heldOut()) {
                positive[row] += scores[row] >= cut ? 1 : 0;
            }
        }
        double[] calls = new double[positive.length];
        for (int row = 0; row < calls.length; row++) {
            calls[row] = (double) positive[row] / repeats;
        }
        return calls;
    }
}
