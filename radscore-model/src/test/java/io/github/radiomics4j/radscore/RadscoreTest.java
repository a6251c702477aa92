package io.github.radiomics4j.radscore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadscoreTest {
    private static final Provenance SETTINGS = Provenance.of(Map.of("resampling.spacing", "1.0 mm", "discretisation", "fbn32"));
    private static final FamilyId FAMILY = FamilyId.custom("test");
    private static final FeatureKey FIRST = FeatureKey.of("original", FeatureId.custom(FAMILY, "first", "1"));
    private static final FeatureKey SECOND = FeatureKey.of("original", FeatureId.custom(FAMILY, "second", "1"));
    private static final Radscore SCORE = new Radscore(-1.5,
            List.of(new Radscore.Term("original.test.second", 10, 4, 2), new Radscore.Term("original.test.first", 0.5, 0.25, -0.125)),
            SETTINGS);

    private static FeatureVector vector(double first, double second, Provenance provenance) {
        return FeatureVector.of(List.of(FIRST, SECOND), new double[] {first, second}, provenance);
    }

    /** Any finite numbers at all: subnormal, huge, negative zero. */
    @Provide
    Arbitrary<Radscore> scores() {
        Arbitrary<Double> finite = Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> positive = finite.map(Math::abs).filter(d -> d > 0);
        Arbitrary<String> text = Arbitraries.strings().ofMinLength(1).ofMaxLength(20).excludeChars('\uFFFF').filter(
                s -> !s.isBlank() && s.chars().noneMatch(c -> Character.isSurrogate((char) c)));
        Arbitrary<Radscore.Term> term = Combinators.combine(text, finite, positive, finite).as(Radscore.Term::new);
        Arbitrary<Map<String, String>> settings = Arbitraries.maps(text, text).ofMaxSize(4);
        return Combinators.combine(finite, term.list().ofMaxSize(6).uniqueElements(Radscore.Term::feature), settings, settings)
                .as((intercept, terms, provenance, training) -> new Radscore(intercept, terms, Provenance.of(provenance),
                new TreeMap<>(training)));
    }

    @Property(tries = 300)
    void jsonGivesBackTheSameBits(@ForAll("scores") Radscore score) {
        assertEquals(score, RadscoreJson.read(RadscoreJson.write(score))); // records compare doubles by Double.compare
    }

    @Property(tries = 100)
    void interceptAndContributionsAddUpToTheScore(@ForAll long seed) {
        double[][] x = Tables.gaussian(8, 40, seed);
        FeatureTable table = Tables.of(x);
        Radscore score = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.ridge(0.1))
                .fit(table, Tables.noisyOutcome(x[0], seed));
        double[] scores = score.scores(table);
        for (int r = 0; r < scores.length; r++) {
            double sum = score.intercept();
            for (double part : score.contributions(table, r).values()) {
                sum += part;
            }
            assertEquals(scores[r], sum);
        }
    }

    @Property(tries = 100)
    void contributionsAddUpToTheScoreOfCasesWithGapsToo(@ForAll long seed) {
        double[][] x = Tables.gaussian(4, 40, seed);
        Random random = new Random(seed);
        for (int gap = 0; gap < 12; gap++) {
            x[random.nextInt(4)][random.nextInt(40)] = Double.NaN;
        }
        FeatureTable table = Tables.of(x);
        Radscore score = RadscoreRecipe.selecting(new CorrelationFilter(1)).imputing(new MedianImputation(0.5))
                .fittedBy(PenalisedLogistic.ridge(0.1)).fit(table, Tables.noisyOutcome(Tables.gaussian(1, 40, seed)[0], seed));
        double[] scores = score.scores(table);
        for (int r = 0; r < scores.length; r++) {
            double sum = score.intercept();
            for (double part : score.contributions(table, r).values()) {
                sum += part;
            }
            assertEquals(scores[r], sum);
            for (Radscore.Term term : score.terms()) {
                boolean gap = Double.isNaN(table.value(r, table.indexOf(term.feature())));
                assertEquals(gap, score.imputedFeatures(table, r).contains(term.feature()));
            }
        }
    }

    @Property(tries = 100)
    void theOrderOfColumnsAndRowsDoesNotMatterForScoring(@ForAll long seed) {
        double[][] x = Tables.gaussian(5, 20, seed);
        FeatureTable table = Tables.of(x);
        Radscore score = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.ridge(0.1))
                .fit(table, Tables.noisyOutcome(x[0], seed));
        int row = new Random(seed).nextInt(20);
        assertEquals(score.scores(table)[row], score.scores(table.select(List.of("e", "c", "a", "b", "d")).rows(3, row))[1]);
    }

    @Test
    void aVectorIsScoredByTheNamesOfItsKeys() {
        assertEquals(-1.5 + 2 * 0.5 - 0.125 * 2, SCORE.score(vector(1, 12, SETTINGS)));
        Map<String, Double> parts = SCORE.contributions(vector(1, 12, SETTINGS));
        assertEquals(List.of("original.test.second", "original.test.first"), new ArrayList<>(parts.keySet()));
        assertEquals(List.of(1.0, -0.25), new ArrayList<>(parts.values()));
    }

    @Test
    void vectorAndTableGiveTheSameScore() {
        Map<String, FeatureVector> vectors = new LinkedHashMap<>();
        vectors.put("P1", vector(0.3, 7, SETTINGS));
        vectors.put("P2", vector(-3, 1e6, SETTINGS));
        double[] scores = SCORE.scores(FeatureTable.ofVectors(vectors));
        assertEquals(List.of(SCORE.score(vectors.get("P1")), SCORE.score(vectors.get("P2"))), DoubleStream.of(scores).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "-800, 0", "800, 1", "2, 0.8807970779778823"})
    void riskIsTheLogisticFunctionOfTheScore(double score, double risk) {
        assertEquals(risk, SCORE.risk(score), 1e-15);
    }

    @Test
    void otherSettingsAreRefusedAndNamed() {
        Provenance other = Provenance.of(Map.of("resampling.spacing", "2.0 mm", "discretisation", "fbn32"));
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> SCORE.score(vector(1, 12, other)));
        assertEquals(Problem.SETTINGS_MISMATCH, refused.problem());
        assertTrue(refused.getMessage().contains("resampling.spacing was 1.0 mm in training and is 2.0 mm"), refused.getMessage());
        assertTrue(!refused.getMessage().contains("discretisation"), refused.getMessage());
        FeatureTable table = FeatureTable.ofVectors(Map.of("P1", vector(1, 12, other)));
        assertEquals(Problem.SETTINGS_MISMATCH, assertThrows(InvalidInputException.class, () -> SCORE.scores(table)).problem());
    }

    @Test
    void missingFeaturesAreNamed() {
        FeatureVector lacking = FeatureVector.of(List.of(FIRST), new double[] {1}, SETTINGS);
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> SCORE.score(lacking));
        assertEquals(Problem.TABLE_INVALID, refused.problem());
        assertTrue(refused.getMessage().contains("lacks 1 of the 2 features of the Radscore: [original.test.second]"),
                refused.getMessage());
        assertThrows(InvalidInputException.class, () -> SCORE.scores(FeatureTable.ofVectors(Map.of("P1", lacking))));
    }

    @Test
    void aMissingValueIsNamedWithItsCase() {
        FeatureTable table = FeatureTable.ofVectors(Map.of("P7", vector(1, Double.NaN, SETTINGS)));
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> SCORE.scores(table));
        assertEquals(Problem.NONFINITE_VALUES, refused.problem());
        assertTrue(refused.getMessage().contains("original.test.second") && refused.getMessage().contains("\"P7\""), refused.getMessage());
    }

    @Test
    void theFormulaIsInFeaturesAsTheyAre() {
        assertEquals("Radscore = -6.25 + 0.5 × original.test.second - 0.5 × original.test.first", SCORE.formula());
        assertEquals("Radscore = -6.3 + 0.5 × original.test.second - 0.5 × original.test.first", SCORE.formula(2));
        assertThrows(IllegalArgumentException.class, () -> SCORE.formula(0));
    }

    @Test
    void thePrintedFormulaGivesTheScore() {
        double[][] x = Tables.gaussian(4, 50, 77);
        FeatureTable table = Tables.of(x);
        Radscore score = RadscoreRecipe.selecting(new CorrelationFilter(1)).fittedBy(PenalisedLogistic.ridge(0.1))
                .fit(table, Tables.noisyOutcome(x[0], 7));
        String[] words = score.formula().split(" ");
        double sum = Double.parseDouble(words[2]);
        for (int w = 3; w < words.length; w += 4) {
            sum += (words[w].equals("-") ? -1 : 1) * Double.parseDouble(words[w + 1]) * table.value(9, table.indexOf(words[w + 3]));
        }
        assertEquals(score.scores(table)[9], sum, 1e-5);
    }

    @Test
    void aTermNeedsFiniteNumbersAndASpread() {
        assertThrows(IllegalArgumentException.class, () -> new Radscore.Term("a", 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Radscore.Term("a", Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Radscore.Term("a", 0, 1, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Radscore.Term(" ", 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Radscore(Double.NaN, List.of(), SETTINGS));
        Radscore.Term term = new Radscore.Term("a", 0, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new Radscore(0, List.of(term, term), SETTINGS));
    }

    @Test
    void filesGiveBackTheSameScore(@TempDir Path folder) {
        RadscoreJson.write(SCORE, folder.resolve("score.json"));
        assertEquals(SCORE, RadscoreJson.read(folder.resolve("score.json")));
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> RadscoreJson.read(folder.resolve("none.json")));
        assertEquals(Problem.MISSING_FILE, refused.problem());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "schema_version" : 1     | "schema_version" : 4              | schema version 4
            "schema_version" : 1     | "schema_version" : "1"            | schema version "1"
            "schema_version" : 1     | "schema" : 1                      | schema version (absent)
            io.github.radiomics4j.r  | io.github.other.r                 | is not a Radscore
            "intercept" : -1.5       | "intercept" : -1.5, "offset" : 2  | unknown [offset]
            "intercept" : -1.5,      | ` `                               | missing [intercept]
            "intercept" : -1.5       | "intercept" : "-1.5"              | "intercept" must be a number
            "intercept" : -1.5       | "intercept" : 1e999               | intercept must be finite
            "intercept" : -1.5       | "intercept" : -1.5, "intercept" : 1 | Duplicate field
            "sd" : 4.0               | "sd" : -4.0                       | term 1: term "original.test.second"
            "sd" : 4.0               | "sdev" : 4.0                      | term 1 does not have the fields
            "resampling.spacing" : "1 | "resampling.spacing" : "2        | changed by hand
            "training" : { }         | "training" : { "cases" : 3 }      | must be a text
            "training" : { }         | "training" : [ ]                  | must be an object
            """)
    void jsonThatIsNotTheSchemaIsRefused(String part, String replacement, String message) {
        String json = RadscoreJson.write(SCORE);
        assertTrue(json.contains(part), json);
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> RadscoreJson.read(json.replace(part, replacement)));
        assertEquals(Problem.NOT_THIS_FORMAT, refused.problem());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"``", "[]", "{", "3", "null", "{} {}"})
    void whatIsNoJsonObjectIsRefused(String json) {
        assertEquals(Problem.NOT_THIS_FORMAT, assertThrows(InvalidInputException.class, () -> RadscoreJson.read(json)).problem());
    }
}
