package io.github.radiomics4j.radscore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianImputationTest {
    private static final BinaryOutcome OUTCOME = BinaryOutcome.of(new int[] {0, 0, 1, 0, 1, 1, 0, 1});
    private static final double NO = Double.NaN;
    private static final FeatureTable TABLE = table(new double[] {1, 2, NO, 4, 5, 6, 3, 8}, new double[] {NO, NO, NO, NO, 1, 2, 3, 4},
            new double[] {2, 1, 4, 3, 6, 5, 1, 9});
    private static final RadscoreRecipe RECIPE = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualWidthBins(3), 2))
            .fittedBy(PenalisedLogistic.ridge(0.1));

    @Test
    void medianIsOfThoseThatHaveAValue() {
        MedianImputation.Fitted fitted = new MedianImputation(0.2).fit(TABLE);
        assertEquals(Map.of("f0", 4.0, "f2", 3.5), fitted.medians());
        assertEquals(Map.of("f0", 1, "f1", 4), fitted.missing());
        assertEquals("f1", fitted.dropped().get(0).feature());
        assertTrue(fitted.dropped().get(0).reason().contains("4 of 8"), fitted.dropped().toString());
    }

    @Test
    void withoutImputationAMissingValueIsAnError() {
        assertThrows(InvalidInputException.class, () -> RECIPE.fit(TABLE, OUTCOME));
    }

    @Test
    void missingValueScoresAsTheMedian() {
        Radscore score = RECIPE.imputing(new MedianImputation(0.2)).fit(TABLE, OUTCOME);
        double[] filled = {1, 2, 4, 4, 5, 6, 3, 8};
        double[] scores = score.scores(TABLE);
        assertEquals(score.scores(table(filled, TABLE.column(1), TABLE.column(2)))[2], scores[2]);
        assertEquals(List.of("f0"), score.imputedFeatures(TABLE, 2));
        assertEquals(List.of(), score.imputedFeatures(TABLE, 0));
        assertEquals("{f0=1, f1=4}", score.training().get("training.imputed"));
    }

    @Test
    void imputedScoreSurvivesJson() {
        Radscore score = RECIPE.imputing(new MedianImputation(0.2)).fit(TABLE, OUTCOME);
        assertEquals(score, RadscoreJson.read(RadscoreJson.write(score)));
        assertTrue(RadscoreJson.write(score).contains("\"schema_version\" : 2"));
    }

    @Test
    void infiniteValueStaysAnError() {
        double[] infinite = {1, 2, Double.POSITIVE_INFINITY, 4, 5, 6, 3, 8};
        assertThrows(InvalidInputException.class,
                () -> RECIPE.imputing(new MedianImputation(0.2)).fit(table(infinite, TABLE.column(1), TABLE.column(2)), OUTCOME));
    }

    @Test
    void mediansComeFromTrainingRowsOnly() {
        int[] training = {0, 1, 2, 3, 4, 5};
        assertEquals(4.0, new MedianImputation(0.5).fit(TABLE.rows(training)).medians().get("f0"));
        assertEquals(3.5, new MedianImputation(0.5).fit(TABLE.rows(0, 1, 2, 3, 4, 5, 6)).medians().get("f0"));
    }

    @Test
    void bootstrapSampleThatRepeatsCasesIsImputed() {
        int[] drawn = {2, 2, 0, 1, 2, 4, 5, 7};
        FeatureTable sample = TABLE.rows(drawn);
        FeatureTable filled = new MedianImputation(0.5).fit(sample).apply(sample);
        assertEquals(sample.cases(), filled.cases());
        assertArrayEquals(new double[] {5, 5, 1, 2, 5, 5, 6, 8}, filled.column(filled.indexOf("f0")));
        assertEquals(2, RECIPE.imputing(new MedianImputation(0.5)).fit(sample, OUTCOME.rows(drawn)).terms().size());
    }

    @Test
    void shareThatIsReachedExactlyIsAllowed() {
        double[] values = IntStream.range(0, 100).mapToDouble(i -> i < 29 ? NO : i).toArray(); // 0.29 · 100 rounds to below 29
        assertEquals(List.of(), new MedianImputation(0.29).fit(Tables.of(values)).dropped());
    }

    @Test
    void tableWhereEveryFeatureLacksTooMuchIsRefused() {
        FeatureTable gaps = table(new double[] {NO, NO, NO, NO, NO, NO, NO, 1});
        String message = assertThrows(InvalidInputException.class, () -> RECIPE.imputing(new MedianImputation(0.2)).fit(gaps, OUTCOME))
                .getMessage();
        assertTrue(message.contains("no feature is left") && message.contains("7 of 8"), message);
    }

    @Test
    void vectorTellsWhatWasImputed() {
        FeatureKey key = FeatureKey.of("original", FeatureId.custom(FamilyId.custom("test"), "first", "1"));
        Provenance none = Provenance.of(Map.of());
        Radscore score = new Radscore(0, List.of(new Radscore.Term(key.columnName(), 1, 2, 3, OptionalDouble.of(5))), none);
        FeatureVector missing = FeatureVector.of(List.of(key), new double[] {NO}, none);
        FeatureVector present = FeatureVector.of(List.of(key), new double[] {5}, none);
        assertEquals(List.of(key.columnName()), score.imputedFeatures(missing));
        assertEquals(List.of(), score.imputedFeatures(present));
        assertEquals(score.score(present), score.score(missing));
    }

    private static FeatureTable table(double[]... values) {
        return FeatureTable.of(IntStream.range(0, 8).mapToObj(i -> "case" + i).toList(),
                IntStream.range(0, values.length).mapToObj(j -> FeatureColumn.named("f" + j)).toList(), values, Provenance.of(Map.of()));
    }

    @Test
    void aScoreOfWhichSomeTermsImputeIsWrittenAndReadAsItIs() {
        Radscore mixed = new Radscore(0.5, List.of(new Radscore.Term("a", 1, 2, 3, OptionalDouble.of(7)), new Radscore.Term("b", 1, 2, 3)),
                Provenance.of(Map.of()));
        assertEquals(mixed, RadscoreJson.read(RadscoreJson.write(mixed)));
        InvalidInputException cut = assertThrows(InvalidInputException.class,
                () -> RadscoreJson.read(RadscoreJson.write(mixed).replace(",\n      \"imputed\" : null", "")));
        assertTrue(cut.getMessage().contains("imputed"), cut.getMessage());
    }
}
