package io.github.radiomics4j.examples.quickstart;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.LeakageDemonstration;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.io.PrintStream;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What happens when features are selected on all cases before cross-validation: noise turns into a finding. */
public final class LeakageQuickstart {
    private static final int CASES = 170;
    private static final int EVENTS = 39;
    private static final int FEATURES = 2000;

    private LeakageQuickstart() { }

    /**
     * Validates a recipe on noise, honestly and with the leak.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        run(noise(), BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i < EVENTS ? 1 : 0).toArray()), System.out);
    }

    static LeakageDemonstration run(FeatureTable noise, BinaryOutcome outcome, PrintStream out) {
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(2), 10))
                .fittedBy(PenalisedLogistic.ridge(0.05));
        LeakageDemonstration shown = LeakageDemonstration.of(recipe, noise, outcome, new StratifiedKFold(10, 1, 1));
        out.println("2000 columns of noise, selected inside each fold: AUC " + shown.honest().auc());
        out.println("the same, selected once on all cases:            AUC " + shown.leakyAuc());
        return shown;
    }

    static FeatureTable noise() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] values = new double[FEATURES][];
        for (int f = 0; f < FEATURES; f++) {
            values[f] = random.doubles(CASES).toArray();
        }
        return FeatureTable.of(IntStream.range(0, CASES).mapToObj(i -> "case-" + i).toList(),
                IntStream.range(0, FEATURES).mapToObj(f -> FeatureColumn.named("noise-" + f)).toList(), values, Provenance.of(Map.of()));
    }
}
