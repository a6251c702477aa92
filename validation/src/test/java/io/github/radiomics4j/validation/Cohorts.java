package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small cohorts of normal noise for tests. */
final class Cohorts {

    private Cohorts() {
    }

    static RadscoreRecipe recipe(int keep, double ridge) {
        return RadscoreRecipe.selecting(new MutualInformationSelection(new EqualWidthBins(5), keep)).fittedBy(PenalisedLogistic.ridge(ridge));
    }

    /** The positive cases come first. */
    static BinaryOutcome outcome(int positives, int negatives) {
        return BinaryOutcome.of(IntStream.range(0, positives + negatives).map(i -> i < positives ? 1 : 0).toArray());
    }

    /** Columns f0, f1, … of normal noise for case0, case1, …; the first columns are shifted for positive cases. */
    static FeatureTable table(BinaryOutcome outcome, int columns, int informative, double shift, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[columns][outcome.size()];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < outcome.size(); r++) {
                values[c][r] = random.nextGaussian() + (c < informative && outcome.isPositive(r) ? shift : 0);
            }
        }
        return FeatureTable.of(IntStream.range(0, outcome.size()).mapToObj(i -> "case" + i).toList(),
                IntStream.range(0, columns).mapToObj(c -> FeatureColumn.named("f" + c)).toList(), values, Provenance.of(Map.of()));
    }
}
