package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.ChosenRecipe;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a recipe file says: how a Radscore is learned, and how that is validated. Its keys are described in {@code docs/cli.md}.
 *
 * @param recipe what is learned, fitted and validated
 * @param candidates the recipes that it chooses from; one where there is no choice
 * @param validation the plans, at least one, in the order of the file
 * @param permutationTest empty for none
 */
record RecipeFile(Recipe recipe, List<RadscoreRecipe> candidates, List<RecipeKind.Named<Resampling>> validation,
        Optional<Permutations> permutationTest) {
    /** A small recipe. */
    static final String MINIMAL = "{trainer: {ridge: {lambda: 0.05}}, validation: [kFold: {folds: 10, seed: 1}]}";

    private static final String CHOICE = "choice";
    private static final String CANDIDATES = "candidates";
    private static final String VALIDATION = "validation";
    private static final String PERMUTATION_TEST = "permutationTest";
    private static final String PERMUTATION_EXAMPLE = "{plan: {kFold: {folds: 10, seed: 1}}, permutations: 99, seed: 1}";
    private static final String CHOICE_EXAMPLE = "{candidates: [{trainer: …}, {trainer: …}], folds: 5, seed: 1, measure: log_loss}";

    /**
     * A test of the whole recipe.
     *
     * @param plan what is repeated
     * @param permutations how often
     * @param seed of the permutations
     */
    record Permutations(RecipeKind.Named<Resampling> plan, int permutations, long seed) {
    }

    /**
     * Copies the lists.
     *
     * @param recipe what is learned, fitted and validated
     * @param candidates the recipes that it chooses from; one where there is no choice
     * @param validation the plans, at least one, in the order of the file
     * @param permutationTest empty for none
     */
    RecipeFile {
        candidates = List.copyOf(candidates);
        validation = List.copyOf(validation);
    }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8
     * @param data what it may refer to
     * @return the recipe
     * @throws SettingsException where it is not there or not as documented; the message names the place
     */
    static RecipeFile read(Path file, RecipeData data) {
        return parse(YamlText.read(file, "recipe file"), file.toString(), data);
    }

    /**
     * Reads a recipe.
     *
     * @param text YAML
     * @param name the file's name, for messages
     * @param data what it may refer to
     * @return the recipe
     * @throws SettingsException where it is not as documented; the message names the place
     */
    static RecipeFile parse(String text, String name, RecipeData data) {
        YamlReader yaml = new YamlReader(name);
        Node root = yaml.root(text).orElseThrow(() -> new SettingsException(name, 0, 0, "the recipe is empty; a small one is: " + MINIMAL));
        List<String> known = new ArrayList<>(RecipeReader.LEARNING);
        known.addAll(List.of(CHOICE, VALIDATION, PERMUTATION_TEST));
        Map<String, Node> keys = yaml.mapping(root, "the recipe", known);
        if (!keys.containsKey(VALIDATION)) {
            throw yaml.at(root, "key " + VALIDATION + " is missing; a small recipe is: " + MINIMAL);
        }
        RecipeReader reader = new RecipeReader(yaml, data);
        Node choice = keys.get(CHOICE);
        List<RadscoreRecipe> candidates = new ArrayList<>();
        Recipe recipe;
        if (choice == null) {
            candidates.add(reader.recipe(root, keys));
            recipe = candidates.get(0);
        } else {
            RecipeReader.LEARNING.stream().filter(keys::containsKey).findFirst().ifPresent(key -> {
                throw yaml.at(keys.get(key), key + " stands in each of the " + CANDIDATES + " where there is a " + CHOICE);
            });
            recipe = choice(yaml, choice, reader, candidates).groupedBy(data.groupByName());
        }
        Optional<Permutations> test = Optional.ofNullable(keys.get(PERMUTATION_TEST)).map(node -> permutations(yaml, node, reader));
        return new RecipeFile(recipe, candidates, reader.plans(keys.get(VALIDATION), VALIDATION), test);
    }

    private static ChosenRecipe choice(YamlReader yaml, Node node, RecipeReader reader, List<RadscoreRecipe> candidates) {
        YamlParameters p = new YamlParameters(yaml, node, CHOICE + ": " + CHOICE_EXAMPLE,
                yaml.mapping(node, CHOICE, List.of(CANDIDATES, "folds", "repeats", "seed", "measure")));
        for (Node candidate : reader.entries(p.required(CANDIDATES), CANDIDATES, "{trainer: {ridge: {lambda: 0.05}}}")) {
            candidates.add(reader.recipe(candidate, yaml.mapping(candidate, "a candidate", RecipeReader.LEARNING)));
        }
        StratifiedKFold inner = p.checked(() -> RecipePlans.kFold(p));
        PerformanceMeasure measure = p.choice("measure", RecipeChoices.named(PerformanceMeasure.values()));
        return p.checked(() -> ChosenRecipe.of(candidates, inner, measure));
    }

    private static Permutations permutations(YamlReader yaml, Node node, RecipeReader reader) {
        YamlParameters p = new YamlParameters(yaml, node, PERMUTATION_TEST + ": " + PERMUTATION_EXAMPLE,
                yaml.mapping(node, PERMUTATION_TEST, List.of("plan", "permutations", "seed")));
        int permutations = p.whole("permutations");
        if (permutations < 1) {
            throw yaml.at(p.required("permutations"), "the outcome must be permuted at least once, was " + permutations);
        }
        return new Permutations(reader.plan(p.required("plan"), "the plan of " + PERMUTATION_TEST), permutations, p.whole("seed"));
    }

    /**
     * The keys of a recipe, for the help of a command.
     *
     * @return lines
     */
    static List<String> help() {
        List<String> lines = new ArrayList<>(List.of("", "Recipe (YAML; trainer and validation are needed):",
                "  harmonisation: between scanners, before all else; default: none",
                "    (batch and covariates are columns of the table, numbers, and never the outcome)"));
        lines.addAll(RecipeKind.help(RecipeHarmonisations.all()));
        lines.add("  imputation: of missing values, before selection; default: none, they are errors");
        lines.addAll(RecipeKind.help(RecipeReader.imputations()));
        lines.add("  selection: a list of steps, in their order; default: none, all features are used; each one of");
        lines.addAll(RecipeKind.help(RecipeSteps.all(RecipeData.none())));
        lines.add("  trainer: one of");
        lines.addAll(RecipeKind.help(RecipeTrainers.all()));
        lines.add("    each may have classWeights: equal (default), balanced, or {positive: 3, negative: 1}");
        lines.add("  standardDeviation: population (default) or sample: in which the terms of the score are given");
        lines.add("  choice: instead of the five above, the best of several by inner folds (nested validation);");
        lines.add("    " + CHOICE_EXAMPLE);
        lines.add("  validation: a list of plans, each one of");
        lines.addAll(RecipeKind.help(RecipePlans.all(RecipeData.none())));
        lines.add("  permutationTest: " + PERMUTATION_EXAMPLE);
        lines.add("      the plan, repeated with the outcome permuted; default: none");
        return lines;
    }
}
