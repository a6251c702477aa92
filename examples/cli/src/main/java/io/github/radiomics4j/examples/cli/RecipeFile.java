package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.MedianImputation;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a recipe file says: how a Radscore is learned, and how that is validated. Its keys are described in {@code docs/cli.md}.
 *
 * @param recipe steps and trainer
 * @param validation the plans, at least one, in the order of the file
 */
record RecipeFile(RadscoreRecipe recipe, List<RecipeKind.Named<Resampling>> validation) {
    /** A small recipe. */
    static final String MINIMAL = "{trainer: {ridge: {lambda: 0.05}}, validation: [kFold: {folds: 10, seed: 1}]}";

    private static final String IMPUTATION = "imputation";
    private static final String SELECTION = "selection";
    private static final String TRAINER = "trainer";
    private static final String STANDARD_DEVIATION = "standardDeviation";
    private static final String VALIDATION = "validation";

    /**
     * Copies the list.
     *
     * @param recipe steps and trainer
     * @param validation the plans, at least one, in the order of the file
     */
    RecipeFile {
        validation = List.copyOf(validation);
    }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8
     * @param id the column that names cases in tables of repeated measurements
     * @return the recipe
     * @throws SettingsException where it is not there or not as documented; the message names the place
     */
    static RecipeFile read(Path file, Optional<String> id) {
        return parse(YamlText.read(file, "recipe file"), file.toString(), new RepeatedMeasurements(folderOf(file), id));
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }

    /**
     * Reads a recipe.
     *
     * @param text YAML
     * @param name the file's name, for messages
     * @param repeats where its tables of repeated measurements are read
     * @return the recipe
     * @throws SettingsException where it is not as documented; the message names the place
     */
    static RecipeFile parse(String text, String name, RepeatedMeasurements repeats) {
        YamlReader yaml = new YamlReader(name);
        Node root = yaml.root(text).orElseThrow(() -> new SettingsException(name, 0, 0, "the recipe is empty; a small one is: " + MINIMAL));
        Map<String, Node> keys = yaml.mapping(root, "the recipe", List.of(IMPUTATION, SELECTION, TRAINER, STANDARD_DEVIATION, VALIDATION));
        for (String key : List.of(TRAINER, VALIDATION)) {
            if (!keys.containsKey(key)) {
                throw yaml.at(root, "key " + key + " is missing; a small recipe is: " + MINIMAL);
            }
        }
        RadscoreTrainer trainer = RecipeKind.read(yaml, keys.get(TRAINER), TRAINER, RecipeTrainers.all()).made();
        RadscoreRecipe recipe = selection(yaml, Optional.ofNullable(keys.get(SELECTION)), RecipeSteps.all(repeats)).fittedBy(trainer);
        if (keys.containsKey(STANDARD_DEVIATION)) {
            recipe = recipe.scaledBy(yaml.choice(keys.get(STANDARD_DEVIATION), STANDARD_DEVIATION, standardDeviations()));
        }
        if (keys.containsKey(IMPUTATION)) {
            recipe = recipe.imputing(RecipeKind.read(yaml, keys.get(IMPUTATION), IMPUTATION, imputations()).made());
        }
        List<RecipeKind.Named<Resampling>> plans = new ArrayList<>();
        for (Node node : entries(yaml, keys.get(VALIDATION), VALIDATION, RecipePlans.all().get(0).shown())) {
            plans.add(RecipeKind.read(yaml, node, "a plan of " + VALIDATION, RecipePlans.all()));
        }
        return new RecipeFile(recipe, plans);
    }

    private static List<RecipeKind<MedianImputation>> imputations() {
        return List.of(new RecipeKind<>("median", List.of("largestMissingShare"), "{largestMissingShare: 0.2}",
                p -> new MedianImputation(p.number("largestMissingShare"))));
    }

    private static RadscoreRecipe selection(YamlReader yaml, Optional<Node> node, List<RecipeKind<SelectionStep>> steps) {
        if (node.isEmpty()) {
            return RadscoreRecipe.selecting(new AllFeatures());
        }
        Optional<RadscoreRecipe> recipe = Optional.empty();
        for (Node entry : entries(yaml, node.get(), SELECTION, steps.get(0).shown())) {
            SelectionStep step = RecipeKind.read(yaml, entry, "a step of " + SELECTION, steps).made();
            recipe = Optional.of(recipe.map(r -> r.then(step)).orElseGet(() -> RadscoreRecipe.selecting(step)));
        }
        return recipe.orElseThrow();
    }

    private static List<Node> entries(YamlReader yaml, Node node, String what, String example) {
        List<Node> entries = yaml.list(node, what, "[" + example + "]");
        if (entries.isEmpty()) {
            throw yaml.at(node, what + " is an empty list: it needs at least one entry, such as " + example);
        }
        return entries;
    }

    private static Map<String, StandardDeviation> standardDeviations() {
        Map<String, StandardDeviation> known = new LinkedHashMap<>();
        known.put("population", StandardDeviation.POPULATION);
        known.put("sample", StandardDeviation.SAMPLE);
        return known;
    }

    /**
     * The keys of a recipe, for the help of a command.
     *
     * @return lines
     */
    static List<String> help() {
        List<String> lines = new ArrayList<>(List.of("", "Recipe (YAML; trainer and validation are needed):",
                "  imputation: of missing values, before selection; default: none, they are errors"));
        lines.addAll(RecipeKind.help(imputations()));
        lines.addAll(List.of("  selection: a list of steps, in their order; default: none, all features are used; each one of"));
        lines.addAll(RecipeKind.help(RecipeSteps.all(new RepeatedMeasurements(Path.of(""), Optional.empty()))));
        lines.add("  trainer: one of");
        lines.addAll(RecipeKind.help(RecipeTrainers.all()));
        lines.add("    each may have classWeights: equal (default), balanced, or {positive: 3, negative: 1}");
        lines.add("  standardDeviation: population (default) or sample: in which the terms of the score are given");
        lines.add("  validation: a list of plans, each one of");
        lines.addAll(RecipeKind.help(RecipePlans.all()));
        return lines;
    }
}
