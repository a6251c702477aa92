package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Radscore of the study, fitted on all cases, and its recipe's validation by three plans.
 *
 * @param name {@code disc}, {@code muscle} or {@code combined}
 * @param radscore fitted on all cases; its JSON says that the cohort is synthetic
 */
record Score(String name, Radscore radscore, CrossValidated leaveOneOut, CrossValidated folds, Bootstrapped bootstrap) {
    static final String COMBINED = "combined";
    static final int REPEATS = 10;

    private static final int FOLDS = 10;
    /** Binned, since a bootstrap sample repeats cases, which mutual information by nearest neighbours cannot bear. */
    private static final SelectionStep MOST_INFORMATIVE = new MutualInformationSelection(new EqualFrequencyBins(4), 10);
    private static final SelectionStep NO_TWINS = new CorrelationFilter(0.9);
    private static final PenalisedLogistic TRAINER = PenalisedLogistic.elasticNet(0.03, 0.5);

    /** The score of one region. */
    static Score of(Region region, FeatureTable table, BinaryOutcome outcome, StudyOptions options) {
        return of(region.label(), recipeOfOneRegion(), table, outcome, options);
    }

    static RadscoreRecipe recipeOfOneRegion() {
        return RadscoreRecipe.selecting(MOST_INFORMATIVE).then(NO_TWINS).fittedBy(TRAINER);
    }

    /** The score of both regions, in which each has its own selection. */
    static Score ofBoth(FeatureTable disc, FeatureTable muscle, BinaryOutcome outcome, StudyOptions options) {
        List<String> prefixes = List.of(Region.DISC.label(), Region.MUSCLE.label());
        FeatureTable both = disc.prefixed(prefixes.get(0)).beside(muscle.prefixed(prefixes.get(1)));
        SelectionStep perRegion = new SelectionPerRegion(prefixes, MOST_INFORMATIVE);
        return of(COMBINED, RadscoreRecipe.selecting(perRegion).then(NO_TWINS).fittedBy(TRAINER), both, outcome, options);
    }

    private static Score of(String name, RadscoreRecipe recipe, FeatureTable table, BinaryOutcome outcome, StudyOptions options) {
        CrossValidated leaveOneOut = Validation.internal(recipe, table, outcome, new LeaveOneOut());
        CrossValidated folds = Validation.internal(recipe, table, outcome, new StratifiedKFold(folds(outcome), REPEATS, options.seed()));
        Bootstrapped bootstrap = Validation.internal(recipe, table, outcome, new Bootstrap(options.bootstrapSamples(), options.seed()));
        return new Score(name, marked(leaveOneOut.radscore()), leaveOneOut, folds, bootstrap);
    }

    /** Ten folds, fewer where there are fewer events. */
    static int folds(BinaryOutcome outcome) {
        return Math.min(FOLDS, Math.min(outcome.positives(), outcome.negatives()));
    }

    private static Radscore marked(Radscore radscore) {
        SortedMap<String, String> training = new TreeMap<>(radscore.training());
        training.put("cohort", StudyReport.SYNTHETIC);
        return radscore.withTraining(training);
    }
}
