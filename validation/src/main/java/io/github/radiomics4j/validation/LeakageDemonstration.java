package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.validation.discrimination.AucInterval;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.resampling.CrossValidation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What it costs to select features before the resampling: the same recipe validated honestly, and beside it the way that many papers
 * went, features selected once on all cases and only the rest cross-validated. The held-out cases have then chosen the features, and noise
 * looks like a finding. Of 170 cases with 39 events and 2000 columns of noise, where the truth is 0.5, the ten best by mutual information
 * of a split at the median come to an AUC of 0.81 on average, by five bins of equal width to 0.72; how much leaks depends on how much of
 * what the selection saw the model can use.
 *
 * <p>This shows a mistake; it is no validation, and nothing in this library takes it for one. Figures to report are those of
 * {@link #honest()}. Immutable.
 *
 * <p>Source: Ambroise and McLachlan 2002, Selection bias in gene extraction on the basis of microarray gene-expression data, Proceedings of
 * the National Academy of Sciences 99:6562.
 */
public final class LeakageDemonstration {
    private final CrossValidated honest;
    private final List<String> selectedOnAllCases;
    private final double[] leakyScores;

    private LeakageDemonstration(CrossValidated honest, List<String> selectedOnAllCases, double[] leakyScores) {
        this.honest = honest;
        this.selectedOnAllCases = selectedOnAllCases;
        this.leakyScores = leakyScores;
    }

    /**
     * Validates a recipe both ways, in the same folds.
     *
     * @param recipe the unfitted recipe; its selection steps are what leaks
     * @param table one row per case, every column a candidate; not modified
     * @param outcome the outcome of the same cases in the same order
     * @param plan the folds of both
     * @return both results
     * @throws io.github.radiomics4j.core.InvalidInputException as {@link Validation#internal(io.github.radiomics4j.radscore.Recipe,
     *     FeatureTable, BinaryOutcome, CrossValidation)}
     * @throws IllegalArgumentException where table, outcome and plan are not of one number of cases
     */
    public static LeakageDemonstration of(RadscoreRecipe recipe, FeatureTable table, BinaryOutcome outcome, CrossValidation plan) {
        CrossValidated honest = Validation.internal(recipe, table, outcome, plan);
        List<Selection> steps = recipe.select(table, outcome);
        List<String> selected = steps.get(steps.size() - 1).kept();
        Set<String> columns = new LinkedHashSet<>(selected);
        columns.addAll(recipe.columnsOfHarmonisation());
        return new LeakageDemonstration(honest, selected,
                Validation.internal(recipe, table.select(List.copyOf(columns)), outcome, plan).scores());
    }

    /**
     * The validation, with selection inside every resample.
     *
     * @return what to report
     */
    public CrossValidated honest() {
        return honest;
    }

    /**
     * The features that were selected on all cases, those held out included.
     *
     * @return their names
     */
    public List<String> selectedOnAllCases() {
        return selectedOnAllCases;
    }

    /**
     * The AUC that selection outside the resampling pretends.
     *
     * @return between 0 and 1; not to be reported as the performance of the recipe
     */
    public double leakyAuc() {
        return leakyRoc().auc();
    }

    /**
     * The ROC curve that selection outside the resampling pretends.
     *
     * @return the curve, to draw beside that of {@link #honest()}
     */
    public Roc leakyRoc() {
        return Roc.of(leakyScores, honest.outcome());
    }

    /**
     * DeLong's interval of {@link #leakyAuc()}: narrow and wrong.
     *
     * @param level the confidence level, such as 0.95
     * @return the plain and the logit interval
     * @throws IllegalArgumentException where the level is not between 0 and 1
     */
    public AucInterval leakyInterval(double level) {
        return DeLong.interval(leakyScores, honest.outcome(), level);
    }

    /**
     * The optimism that is due to the leak alone.
     *
     * @return the leaky AUC less the honest one
     */
    public double optimism() {
        return leakyAuc() - honest.auc();
    }

    @Override
    public String toString() {
        return "selection inside the resampling: AUC " + honest.auc() + "; leaked from outside: AUC " + leakyAuc();
    }
}
