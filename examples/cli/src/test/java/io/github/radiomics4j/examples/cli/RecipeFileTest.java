package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeFileTest {
    private static final String REST = "\ntrainer: firth\nvalidation: [leaveOneOut]\n";
    private static final RecipeData GROUPED = new RecipeData(Path.of(""), Optional.empty(), List.of("a", "b", "c"),
            Optional.of(List.of("p", "p", "q")));

    private static RecipeFile parse(String text) {
        return RecipeFile.parse(text, "r.yaml", RecipeData.none());
    }

    private static SettingsException refused(String text) {
        return assertThrows(SettingsException.class, () -> parse(text), text);
    }

    private static SortedMap<String, String> settings(String text) {
        return parse(text).recipe().settings();
    }

    @Test
    void aRecipeIsStepsThenTrainerThenPlans() {
        RecipeFile file = parse("""
                selection:
                  - mutualInformation: {estimator: knn, keep: 10}
                  - correlation: {threshold: 0.9}
                trainer: {lasso: {lambda: 0.1}}
                standardDeviation: sample
                validation:
                  - kFold: {folds: 10, repeats: 5, seed: 3}
                  - bootstrap: {samples: 200, seed: 4}
                  - leaveOneOut
                """);
        SortedMap<String, String> settings = file.recipe().settings();
        assertEquals("nearest_neighbours_3", settings.get("selection.1/mutual_information.estimator"));
        assertEquals("10", settings.get("selection.1/mutual_information.keep"));
        assertEquals("0.9", settings.get("selection.2/correlation_filter.threshold"));
        assertEquals("0.1", settings.get("trainer/penalised_logistic.lambda"));
        assertEquals("1.0", settings.get("trainer/penalised_logistic.alpha"));
        assertTrue(settings.get("z_score.standard_deviation").startsWith("sample"));
        assertEquals(List.of(new StratifiedKFold(10, 5, 3), new Bootstrap(200, 4), new LeaveOneOut()),
                file.validation().stream().map(RecipeKind.Named::made).toList());
    }

    @Test
    void parametersThatHoldAreKnownWithTheirDefaults() {
        assertEquals(Map.of("folds", 5, "repeats", 1, "seed", 2),
                parse("trainer: firth\nvalidation: [kFold: {folds: 5, seed: 2}]").validation().get(0).parameters());
    }

    @Test
    void theSmallestRecipeIsOne() {
        assertEquals("true", settings(RecipeFile.MINIMAL).get("selection.1/all_features"));
    }

    @Test
    void featuresMayBeHarmonised() {
        SortedMap<String, String> settings = settings("harmonisation: {combat: {batch: scanner, covariates: [age, sex], untouched: [bmi],"
                + " adjustment: non_parametric, onlyMeans: true, reference: 2}}" + REST);
        assertEquals("scanner", settings.get("harmonisation.combat.batch"));
        assertEquals("age sex", settings.get("harmonisation.combat.covariates"));
        assertEquals("bmi", settings.get("harmonisation.combat.untouched"));
        assertEquals("non_parametric", settings.get("harmonisation.combat.adjustment"));
        assertEquals("true", settings.get("harmonisation.combat.only_means"));
        assertEquals("2", settings.get("harmonisation.combat.reference"));
        assertEquals("none", settings("harmonisation: {combat: {batch: s}}" + REST).get("harmonisation.combat.reference"));
    }

    static List<RecipeKind<?>> stepsOfTheHelp() {
        return List.copyOf(RecipeSteps.all(RecipeData.none()).stream().filter(kind -> !kind.name().equals("reliability")).toList());
    }

    static List<RecipeKind<?>> trainersOfTheHelp() {
        return List.copyOf(RecipeTrainers.all());
    }

    static List<RecipeKind<?>> plansOfTheHelp() {
        return List.copyOf(RecipePlans.all(RecipeData.none()).stream().filter(kind -> !kind.name().startsWith("grouped")).toList());
    }

    @ParameterizedTest
    @MethodSource("stepsOfTheHelp")
    void aStepOfTheHelpIsUnderstood(RecipeKind<?> kind) {
        assertTrue(settings("selection: [" + kind.shown() + "]" + REST).keySet().stream().anyMatch(key -> key.startsWith("selection.1/")));
    }

    @ParameterizedTest
    @MethodSource("trainersOfTheHelp")
    void aTrainerOfTheHelpIsUnderstood(RecipeKind<?> kind) {
        String entry = kind.example().isEmpty() ? kind.name() : "{" + kind.shown() + "}";
        assertTrue(settings("validation: [leaveOneOut]\ntrainer: " + entry).keySet().stream().anyMatch(key -> key.startsWith("trainer/")));
    }

    @ParameterizedTest
    @MethodSource("plansOfTheHelp")
    void aPlanOfTheHelpIsUnderstood(RecipeKind<?> kind) {
        assertEquals(kind.name(), parse("trainer: firth\nvalidation: [" + kind.shown() + "]").validation().get(0).name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "equal                      | equal",
        "balanced                   | balanced",
        "{positive: 3, negative: 1} | positive 3.0, negative 1.0",
    })
    void classesHaveWeights(String weights, String label) {
        assertEquals(label, settings("trainer: {logistic: {classWeights: " + weights + "}}\nvalidation: [leaveOneOut]")
                .get("trainer/logistic_regression.class_weights"));
    }

    @Test
    void aChoiceHoldsItsCandidates() {
        RecipeFile file = parse("""
                choice:
                  candidates:
                    - {selection: [{correlationMrmr: {keep: 2}}], trainer: firth}
                    - {trainer: {ridge: {lambda: 1}}, imputation: {median: {largestMissingShare: 0.1}}}
                  folds: 5
                  seed: 7
                  measure: log_loss
                validation: [leaveOneOut]
                """);
        assertEquals(2, file.candidates().size());
        assertEquals("2", file.recipe().settings().get("candidate.0/selection.1/correlation_mrmr.keep"));
        assertEquals("0.1", file.recipe().settings().get("candidate.1/imputation.median.largest_missing_share"));
    }

    @Test
    void aPermutationTestHasAPlanOfItsOwn() {
        RecipeFile file = parse("permutationTest: {plan: {kFold: {folds: 5, seed: 1}}, permutations: 19, seed: 2}" + REST);
        assertEquals(19, file.permutationTest().orElseThrow().permutations());
        assertEquals(new StratifiedKFold(5, 1, 1), file.permutationTest().orElseThrow().plan().made());
    }

    @ParameterizedTest
    @ValueSource(strings = {"groupedKFold: {folds: 2, seed: 1}", "groupedBootstrap: {samples: 2, seed: 1}"})
    void groupedPlansNeedGroups(String plan) {
        String text = "trainer: firth\nvalidation: [" + plan + "]";
        assertEquals(1, RecipeFile.parse(text, "r.yaml", GROUPED).validation().size());
        assertTrue(assertThrows(UsageException.class, () -> parse(text)).getMessage().endsWith("with --groups"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaveOneOut", "bootstrap: {samples: 2, seed: 1}", "subsampling: {samples: 2, seed: 1}"})
    void whereThereAreGroupsNoPlanMayPartThem(String plan) {
        SettingsException e = assertThrows(SettingsException.class,
                () -> RecipeFile.parse("trainer: firth\nvalidation: [" + plan + "]", "r.yaml", GROUPED));
        assertTrue(e.getMessage().contains("take groupedKFold or groupedBootstrap"), e.getMessage());
    }

    @Test
    void tablesOfRepeatsNeedNamesOfCases() {
        assertTrue(assertThrows(UsageException.class, () -> parse(
                "selection: [{reliability: {tables: [b.csv], form: two_way_random_single, threshold: 0.75}}]" + REST)).getMessage()
                .endsWith("give the column of these with --id"));
    }

    @Test
    void tablesOfRepeatsLieBesideTheRecipe(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.csv"), "id,x\np,1\nq,2\n");
        Path file = Files.writeString(folder.resolve("r.yaml"),
                "selection: [{reliability: {tables: [b.csv], form: two_way_random_single, threshold: 0.75}}]" + REST);
        RecipeFile recipe = RecipeFile.read(file, new RecipeData(folder, Optional.of("id"), List.of(), Optional.empty()));
        assertEquals("2", recipe.recipe().settings().get("selection.1/reliability.measurements"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/recipe-mistakes.csv", delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 1000)
    void aMistakeIsNamedWithItsPlace(String text, int line, int column, String message) {
        SettingsException e = refused(text.replace('/', '\n'));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals(line + ":" + column, e.line() + ":" + e.column(), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# only a comment\n"})
    void anEmptyFileShowsASmallOne(String text) {
        assertTrue(refused(text).getMessage().contains(RecipeFile.MINIMAL), text);
    }

    @Test
    void aMissingFileIsNamed() {
        assertTrue(assertThrows(SettingsException.class, () -> RecipeFile.read(Path.of("no.yaml"), RecipeData.none())).getMessage()
                .endsWith("no.yaml: there is no such recipe file"));
    }

    @Test
    void theRecipesInTheDocumentationAreRecipes() throws IOException {
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        Matcher blocks = Pattern.compile("```yaml recipe\\R(.*?)```", Pattern.DOTALL).matcher(documentation);
        int count = 0;
        while (blocks.find()) {
            parse(blocks.group(1));
            count++;
        }
        assertEquals(4, count);
    }

    @Test
    void everyWordOfTheHelpIsDocumented() throws IOException {
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        for (List<RecipeKind<?>> kinds : List.of(List.<RecipeKind<?>>copyOf(RecipeSteps.all(RecipeData.none())), trainersOfTheHelp(),
                List.<RecipeKind<?>>copyOf(RecipePlans.all(RecipeData.none())), List.<RecipeKind<?>>copyOf(RecipeHarmonisations.all()))) {
            for (RecipeKind<?> kind : kinds) {
                assertTrue(documentation.contains("`" + kind.name() + "`"), kind.name());
                kind.keys().forEach(key -> assertTrue(documentation.contains("`" + key + "`"), key));
            }
        }
    }
}
