package io.github.radiomics4j.examples.cli;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RecipeFilePropertyTest {
    private static final String FULL = """
            imputation: {median: {largestMissingShare: 0.2}}
            selection:
              - mutualInformation: {estimator: equal-width, bins: 5, millerMadow: true, keep: 10}
              - stability: {step: {correlation: {threshold: 0.9}}, halves: 10, threshold: 0.6, seed: 1}
            trainer: {elasticNet: {lambda: 0.1, alpha: 0.5, classWeights: {positive: 3, negative: 1}}}
            standardDeviation: sample
            validation:
              - kFold: {folds: 10, repeats: 5, seed: 1}
              - leaveOneOut
            permutationTest: {plan: {bootstrap: {samples: 20, seed: 1}}, permutations: 9, seed: 2}
            """;

    /** A recipe, or an exception that is documented; anything else fails the property. */
    private static void parse(String text) {
        try {
            RecipeFile.parse(text, "r.yaml", RecipeData.none());
        } catch (SettingsException e) {
            if (e.getMessage().isBlank() || e.line() < 0 || (e.line() == 0) != (e.column() == 0)) {
                throw new AssertionError("no place or no message: " + e);
            }
        } catch (UsageException e) {
            if (!e.getMessage().contains("--id") && !e.getMessage().contains("--groups")) {
                throw new AssertionError("not about an option: " + e);
            }
        }
    }

    @Property(tries = 2000)
    void anyTextOfPiecesOfYamlIsARecipeOrRefused(@ForAll("pieces") String text) {
        parse(text);
    }

    @Property(tries = 2000)
    void aRecipeWithOneCharacterChangedIsARecipeOrRefused(@ForAll @IntRange(max = 640) int at, @ForAll char other,
            @ForAll @IntRange(max = 3) int removed) {
        int from = Math.min(at, FULL.length());
        parse(FULL.substring(0, from) + other + FULL.substring(Math.min(from + removed, FULL.length())));
    }

    @Property(tries = 300)
    void aRecipeThatEndsEarlyIsARecipeOrRefused(@ForAll @IntRange(max = 640) int length) {
        parse(FULL.substring(0, Math.min(length, FULL.length())));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of("selection", "trainer", "validation", "choice", "candidates", "imputation", "median", "harmonisation", "combat", "batch", "reference", "permutationTest", "plan",
                "mutualInformation", "estimator", "knn", "keep", "stability", "step", "reliability", "tables", "named", "features", "ridge",
                "lambda", "firth", "classWeights", "balanced", "kFold", "folds", "seed", "groupedKFold", "leaveOneOut", "measure", "auc",
                "1", "-2.5", "1e400", "~", ": ", ":", "- ", ", ", "{", "}", "[", "]", "\n", "\n  ", "  ", "\t", "? ", "&a ", "*a",
                "!!int ", "'", "\"", "#", "|", ">", "%", "\\").list().ofMaxSize(60).map(list -> String.join("", list));
    }
}
