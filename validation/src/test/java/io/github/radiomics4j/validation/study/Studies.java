package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Small studies for tests. */
final class Studies {
    static final Provenance SETTINGS = Provenance.of(Map.of("bins", "32"));

    private Studies() {
    }

    static List<String> cases(int n) {
        return IntStream.range(0, n).mapToObj(i -> "case" + i).toList();
    }

    /** Every third case is an event. */
    static BinaryOutcome outcome(int n) {
        return BinaryOutcome.of(IntStream.range(0, n).map(i -> i % 3 == 0 ? 1 : 0).toArray());
    }

    /** Columns f0, f1, … of normal noise; the first two are shifted for events. */
    static FeatureTable table(BinaryOutcome outcome, int columns, double shift, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[columns][outcome.size()];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < outcome.size(); r++) {
                values[c][r] = random.nextGaussian() + (c < 2 && outcome.isPositive(r) ? shift : 0);
            }
        }
        return FeatureTable.of(cases(outcome.size()), IntStream.range(0, columns).mapToObj(c -> FeatureColumn.named("f" + c)).toList(),
                values, SETTINGS);
    }

    static FeatureTable oneColumn(List<String> cases, double... values) {
        return FeatureTable.of(cases, List.of(FeatureColumn.named("x")), new double[][] {values}, SETTINGS);
    }

    static RadscoreRecipe recipe(int keep) {
        return RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(3), keep))
                .fittedBy(PenalisedLogistic.ridge(0.05));
    }

    static double[] grades(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, n).mapToDouble(i -> 1 + random.nextInt(5)).toArray();
    }

    /** Two structures of 12 features, the first more telling, and a grade that tells nothing. */
    static StudyData twoStructures(int n, long seed) {
        BinaryOutcome outcome = outcome(n);
        return StudyData.of(cases(n), outcome).withStructure("disc", table(outcome, 12, 1, seed))
                .withStructure("muscle", table(outcome, 12, 0.6, seed + 1)).withClinical("pfirrmann", grades(n, seed + 2));
    }

    static StudyPlan shortPlan() {
        return StudyPlan.standard().withRecipe(recipe(3)).withCombination(new Combination.OfScores(3, 1))
                .withValidations(new ValidationPlan.LeaveOneOut(), new ValidationPlan.KFold(4, 2), new ValidationPlan.Bootstrap(20))
                .withSeed(5);
    }

    /** A recipe that learns nothing: the score is the column x itself, so that figures can be checked by hand. */
    static Recipe identity() {
        return new Recipe() {
            @Override
            public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
                return new Radscore(0, List.of(new Radscore.Term("x", 0, 1, 1)), training.provenance());
            }

            @Override
            public SortedMap<String, String> settings() {
                return new TreeMap<>();
            }
        };
    }
}
