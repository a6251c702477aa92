package io.github.radiomics4j.radscore.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidatedElasticNetTest {
    private static final int CASES = 60;
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i % 3 == 0 ? 1 : 0).toArray());

    @Test
    void chosenLambdaIsRecordedInTheRadscore() {
        Radscore score = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualWidthBins(5), 20))
                .fittedBy(CrossValidatedElasticNet.lasso(7)).fit(table(30), OUTCOME);
        assertTrue(Double.parseDouble(score.training().get("trainer/elastic_net.lambda")) > 0, score.training().toString());
    }

    @Test
    void sameSeedGivesTheSameBits() {
        CrossValidatedElasticNet lasso = CrossValidatedElasticNet.lasso(7);
        assertEquals(lasso.fit(table(30), OUTCOME), lasso.fit(table(30), OUTCOME));
    }

    @Test
    void oneStandardErrorNeverTakesASmallerLambdaThanTheMinimum() {
        for (long seed = 0; seed < 5; seed++) {
            double least = lambda(seed, CrossValidatedElasticNet.LambdaChoice.MINIMUM);
            assertTrue(lambda(seed, CrossValidatedElasticNet.LambdaChoice.ONE_STANDARD_ERROR) >= least);
        }
    }

    private static double lambda(long seed, CrossValidatedElasticNet.LambdaChoice choice) {
        return Double.parseDouble(new CrossValidatedElasticNet(1, 5, seed, choice, new ClassWeights.Equal()).fit(table(10), OUTCOME)
                .findings().get("elastic_net.lambda"));
    }

    @Test
    void fewerEventsThanFoldsAreRefused() {
        BinaryOutcome rare = BinaryOutcome.of(IntStream.range(0, CASES).map(i -> i < 4 ? 1 : 0).toArray());
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> CrossValidatedElasticNet.lasso(1).fit(table(5), rare));
        assertTrue(e.getMessage().contains("10 folds") && e.getMessage().contains("4 positive"), e.getMessage());
    }

    @Test
    void caseDrawnTwiceStaysInOneFold() {
        int[] twice = IntStream.range(0, 2 * CASES).map(i -> i / 2).toArray();
        CrossValidatedElasticNet lasso = CrossValidatedElasticNet.lasso(7);
        double once = Double.parseDouble(lasso.fit(table(30), OUTCOME).findings().get("elastic_net.deviance"));
        double doubled = Double.parseDouble(lasso.fit(table(30).rows(twice), OUTCOME.rows(twice)).findings().get("elastic_net.deviance"));
        assertEquals(once, doubled, 1e-6);
    }

    @Test
    void moreFeaturesThanCasesGiveASparsePath() {
        FeatureTable wide = table(400);
        ElasticNetPath path = ElasticNetPath.of(wide, OUTCOME, 1, new ClassWeights.Equal());
        assertEquals(0, path.degreesOfFreedom(0));
        int last = path.length() - 1;
        assertTrue(path.degreesOfFreedom(last) > 5 && path.degreesOfFreedom(last) < CASES, "features " + path.degreesOfFreedom(last));
        for (int k = 1; k <= last; k++) {
            assertTrue(path.explainedDeviance(k) >= path.explainedDeviance(k - 1), "deviance explained falls at " + k);
        }
    }

    @Test
    void balancedWeightsRaiseTheScoreOfRareEvents() {
        double plain = PenalisedLogistic.ridge(0.1).fit(table(3), OUTCOME).intercept();
        double balanced = PenalisedLogistic.ridge(0.1).weightedBy(new ClassWeights.Balanced()).fit(table(3), OUTCOME).intercept();
        assertTrue(balanced > plain, balanced + " against " + plain);
    }

    private static FeatureTable table(int features) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] values = new double[features][CASES];
        for (int j = 0; j < features; j++) {
            for (int i = 0; i < CASES; i++) {
                values[j][i] = random.nextDouble() + (j < 2 && OUTCOME.isPositive(i) ? 0.4 : 0);
            }
        }
        List<FeatureColumn> columns = IntStream.range(0, features).mapToObj(j -> FeatureColumn.named("f" + j)).toList();
        return FeatureTable.of(IntStream.range(0, CASES).mapToObj(i -> "case" + i).toList(), columns, values, Provenance.of(Map.of()));
    }
}
