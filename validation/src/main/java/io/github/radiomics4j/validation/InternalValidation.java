package io.github.radiomics4j.validation;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.util.Map;

/** What internal validation found: how well a recipe does on cases that it did not learn from, beside its apparent performance. */
public sealed interface InternalValidation permits CrossValidated, Bootstrapped {

    /**
     * The plan that was followed.
     *
     * @return with its seed
     */
    Resampling plan();

    /**
     * How often the recipe was refitted.
     *
     * @return the number of resamples
     */
    int resamples();

    /**
     * The outcome that was learned.
     *
     * @return in the order of the table's rows
     */
    BinaryOutcome outcome();

    /**
     * The score to use henceforth: the recipe, fitted on all cases. The other figures say what to expect of it.
     *
     * @return the fitted score
     */
    Radscore radscore();

    /**
     * The scores of the cases under {@link #radscore()}, which learned from them.
     *
     * @return one per row, a fresh array
     */
    double[] apparentScores();

    /**
     * The ROC curve of the apparent scores: too good to quote alone.
     *
     * @return the curve
     */
    default Roc apparentRoc() {
        return Roc.of(apparentScores(), outcome());
    }

    /**
     * The AUC of the apparent scores: too good to quote alone.
     *
     * @return between 0 and 1
     */
    default double apparentAuc() {
        return apparentRoc().auc();
    }

    /**
     * The AUC to expect on new cases of the same population.
     *
     * @return of cross-validation the AUC of the out-of-sample scores, of the bootstrap the apparent AUC less the optimism
     */
    double auc();

    /**
     * How often each feature got into the score.
     *
     * @return every column of the table, in its order, to the share of resamples whose score has a term for it
     */
    Map<String, Double> selectionFrequency();
}
