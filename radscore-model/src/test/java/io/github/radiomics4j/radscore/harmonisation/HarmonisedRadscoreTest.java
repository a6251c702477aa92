package io.github.radiomics4j.radscore.harmonisation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.MedianImputation;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreJson;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.TrainingRows;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Form;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter.Criterion;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import io.github.radiomics4j.radscore.selection.StepsInOrder;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** ComBat as a part of a recipe and of the score that it learns. */
class HarmonisedRadscoreTest {
    private static final FeatureTable TABLE = CombatTables.noise(6, 60, 5);
    private static final BinaryOutcome OUTCOME = CombatTables.alternating(60);
    private static final ComBat COMBAT = ComBat.over("batch").preserving("age");
    private static final RadscoreRecipe PLAIN = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.ridge(0.1));
    private static final Radscore SCORE = PLAIN.harmonising(COMBAT).fit(TABLE, OUTCOME);

    @Test
    void theScoreIsThatOfTheHarmonisedTable() {
        FeatureTable harmonised = COMBAT.fit(TABLE, OUTCOME).apply(TABLE);
        Radscore direct = PLAIN.fit(harmonised, OUTCOME);
        assertEquals(direct.terms(), SCORE.terms());
        assertArrayEquals(direct.scores(harmonised), SCORE.scores(TABLE));
        assertEquals(direct.contributions(harmonised, 7), SCORE.contributions(TABLE, 7));
    }

    @Test
    void theBatchIsNoTermAndTheCovariateMayBeOne() {
        assertFalse(SCORE.features().contains("batch"));
        assertTrue(SCORE.features().contains("age"));
    }

    @Property(tries = 30)
    void jsonGivesBackTheSameBits(@ForAll long seed, @ForAll BatchAdjustment adjustment, @ForAll boolean reference,
            @ForAll boolean imputes) {
        ComBat combat = reference ? COMBAT.towards(3) : COMBAT.leaving("f5");
        RadscoreRecipe recipe = imputes ? PLAIN.imputing(new MedianImputation(0.5)) : PLAIN;
        Radscore score = recipe.harmonising(combat.adjustedBy(adjustment)).fit(CombatTables.noise(6, 60, seed), OUTCOME);
        String json = RadscoreJson.write(score);
        assertTrue(json.contains("\"schema_version\" : 3"));
        assertEquals(score, RadscoreJson.read(json));
    }

    @Test
    void aDamagedHarmonisationIsRefused() {
        String json = RadscoreJson.write(SCORE);
        for (String[] change : new String[][] {{"\"method\" : \"combat\"", "\"method\" : \"other\"", "this library knows \"combat\""},
            {"\"reference\" : null", "\"reference\" : \"1\"", "must be a number"}, {"\"shifts\" :", "\"shift\" :", "missing [shifts]"},
            {"\"batches\" : [", "\"batches\" : [ 8,", "shifts and"}}) {
            assertTrue(json.contains(change[0]), json);
            InvalidInputException refused = assertThrows(InvalidInputException.class,
                    () -> RadscoreJson.read(json.replace(change[0], change[1])));
            assertEquals(Problem.NOT_THIS_FORMAT, refused.problem());
            assertTrue(refused.getMessage().contains(change[2]), refused.getMessage());
        }
    }

    @Test
    void missingValuesAreImputedAfterHarmonisation() {
        FeatureTable gap = CombatTables.with(TABLE, "f2", 4, Double.NaN);
        RadscoreRecipe recipe = PLAIN.harmonising(COMBAT);
        assertThrows(InvalidInputException.class, () -> recipe.fit(gap, OUTCOME));
        Radscore score = recipe.imputing(new MedianImputation(0.5)).fit(gap, OUTCOME);
        FeatureTable harmonised = COMBAT.fit(gap, OUTCOME).apply(gap);
        double median = new MedianImputation(0.5).fit(harmonised).medians().get("f2");
        Radscore.Term term = score.terms().get(score.features().indexOf("f2"));
        assertEquals(median, term.imputed().getAsDouble());
        assertEquals(List.of("f2"), score.imputedFeatures(gap, 4));
        assertTrue(Double.isFinite(score.scores(gap)[4]));
    }

    /** Repeats equal to the training values agree perfectly, and can only do so when they are harmonised like these. */
    @Test
    void repeatedMeasurementsAreHarmonisedLikeTheTrainingRows() {
        List<String> features = List.of("f0", "f1", "f2", "f3", "f4", "f5", "age");
        int[] reversed = IntStream.range(0, 60).map(i -> 59 - i).toArray();
        FeatureTable repeats = TABLE.select(features).rows(reversed);
        ReliabilityFilter filter = new ReliabilityFilter(List.of(repeats), Form.TWO_WAY_RANDOM_SINGLE, Criterion.ESTIMATE, 1 - 1e-12);
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new StepsInOrder(List.of(new NamedFeatures(features.subList(0, 6)), filter)))
                .fittedBy(PenalisedLogistic.ridge(0.1)).harmonising(COMBAT);
        assertEquals(features.subList(0, 6), recipe.select(TABLE, OUTCOME).get(0).kept());
        FeatureTable harmonised = COMBAT.fit(TABLE, OUTCOME).apply(TABLE);
        assertEquals(Problem.SETTINGS_MISMATCH,
                assertThrows(InvalidInputException.class, () -> filter.select(harmonised, OUTCOME)).problem());
    }

    @Test
    void settingsTellOfIt() {
        assertEquals("batch", SCORE.training().get("harmonisation.combat.batch"));
        assertEquals("age", SCORE.training().get("harmonisation.combat.covariates"));
        assertEquals("[1.0, 2.0, 3.0]", SCORE.training().get("training.batches"));
        assertTrue(SCORE.formula().endsWith("(of features harmonised by batch)"), SCORE.formula());
    }

    @Test
    void trainingRowsAreKnownByTheirOwnValues() {
        assertEquals(TABLE.cases(), TrainingRows.among(TABLE, SCORE));
    }

    @Test
    void aTableWithoutBatchAndAVectorCannotBeScored() {
        List<String> others = TABLE.columnNames().stream().filter(name -> !name.equals("batch")).toList();
        String message = assertThrows(InvalidInputException.class, () -> SCORE.scores(TABLE.select(others))).getMessage();
        assertTrue(message.contains("lacks column \"batch\""), message);
        FeatureKey key = FeatureKey.of("original", FeatureId.custom(FamilyId.custom("test"), "first", "1"));
        message = assertThrows(InvalidInputException.class,
                () -> SCORE.score(FeatureVector.of(List.of(key), new double[1], TABLE.provenance()))).getMessage();
        assertTrue(message.contains("a feature vector does not tell"), message);
    }
}
