package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.validation.study.Combination;
import io.github.radiomics4j.validation.study.StudyPlan;
import io.github.radiomics4j.validation.study.ValidationPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a study file says: how to measure, and what to analyse. Its keys are described in {@code docs/cohort.md}.
 *
 * @param title of the report
 * @param sources what measures the structures; closed with this
 * @param robustness what of robustness is asked for; empty for nothing
 * @param batch the clinical column of batches; empty for none
 * @param compared clinical columns that scores are compared with by name; empty where it is left to the data
 * @param plan what to compute
 */
record StudyFile(String title, StructureSources sources, Optional<RobustnessFilter> robustness, Optional<String> batch,
        List<String> compared, StudyPlan plan) implements AutoCloseable {
    private static final String TITLE = "title";
    private static final String SETTINGS = "settings";
    private static final String ROBUSTNESS = "robustness";
    private static final String BATCH = "batch";
    private static final String RECIPE = "recipe";
    private static final String RECIPES = "recipes";
    private static final String COMBINED = "combined";
    private static final String VALIDATION = "validation";
    private static final String COMPARE = "compare";
    private static final String INTERACTION = "interaction";
    private static final String LEVEL = "level";
    private static final String SEED = "seed";
    private static final List<String> KEYS = List.of(TITLE, SETTINGS, ROBUSTNESS, BATCH, RECIPE, RECIPES, COMBINED, VALIDATION, COMPARE,
            INTERACTION, LEVEL, SEED);

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8
     * @param structures those of the cohort
     * @param clinical the cohort's clinical columns
     * @return the study, to be closed
     * @throws SettingsException where it is not there or not as documented; the message names the place
     */
    static StudyFile read(Path file, List<String> structures, List<String> clinical) {
        YamlReader yaml = new YamlReader(file.toString());
        Node root = yaml.root(YamlText.read(file, "study file")).orElseThrow(
                () -> new SettingsException(file.toString(), 0, 0, "the study file is empty; it needs at least settings"));
        Map<String, Node> keys = yaml.mapping(root, "the study", KEYS);
        if (!keys.containsKey(SETTINGS)) {
            throw yaml.at(root, "key " + SETTINGS + " is missing: how regions are measured. " + SettingsFile.whyDiscretisation());
        }
        Optional<String> batch = Optional.ofNullable(keys.get(BATCH)).map(node -> yaml.choice(node, BATCH, named(clinical)));
        String title = Optional.ofNullable(keys.get(TITLE)).map(node -> yaml.text(node, TITLE)).orElse("Radiomics study");
        List<String> compared = keys.containsKey(COMPARE) ? yaml.choices(keys.get(COMPARE), COMPARE, named(clinical)) : List.of();
        Path folder = YamlText.folderOf(file);
        StudyPlan plan = new Plan(yaml, keys, structures, compared, folder).read();
        Optional<RobustnessFilter> robustness = Optional.ofNullable(keys.get(ROBUSTNESS)).map(node -> RobustnessFilter.read(yaml, node));
        return new StudyFile(title, BatchSettingsFile.of(yaml, keys.get(SETTINGS), folder, structures), robustness, batch, compared, plan);
    }

    @Override
    public void close() {
        sources.close();
    }

    private static Map<String, String> named(List<String> names) {
        Map<String, String> byName = new LinkedHashMap<>();
        names.forEach(name -> byName.put(name, name));
        return byName;
    }

    /**
     * The keys of a study file, for the help of a command.
     *
     * @return lines
     */
    static List<String> help() {
        return List.of("", "Study (YAML; only settings is needed):",
                "  title: Recurrence after surgery",
                "  settings: {discretisation: {fixedBinNumber: 32}}; as for batch, with structures for what differs",
                "      and deep for deep features",
                "  " + RobustnessFilter.MINIMAL,
                "      measures again with masks changed so; what changes much is no candidate: form, criterion and",
                "      threshold as for the step reliability; default: two_way_mixed_single, estimate, 0.75",
                "  batch: scanner; the column by which recipes may harmonise: harmonisation: {combat: {batch: scanner}}",
                "  recipe: {selection: …, trainer: …}; as for radscore; default: mutual information, correlation, elastic net",
                "  recipes: {disc: {…}}; of one structure",
                "  combined: scores (default: the structures' scores, weighed inside the resampling), features (one",
                "      recipe for those of all structures; {features: {selection: …, trainer: …}} its own) or none",
                "  validation: [leaveOneOut, kFold: {folds: 10, repeats: 10}, bootstrap: {samples: 1000}]",
                "  compare: [pfirrmann]; default: every clinical column of numbers",
                "  interaction: [disc, muscle]; default: the first two structures",
                "  level: 0.95; of intervals",
                "  seed: 1; of folds and samples");
    }

    /** The part that says what to compute. */
    private static final class Plan {
        private final YamlReader yaml;
        private final Map<String, Node> keys;
        private final List<String> structures;
        private final List<String> compared;
        /** Tables of repeated measurements, which recipes may name, are found from here. */
        private final RecipeData data;

        Plan(YamlReader yaml, Map<String, Node> keys, List<String> structures, List<String> compared, Path folder) {
            this.yaml = yaml;
            this.keys = keys;
            this.structures = structures;
            this.compared = compared;
            this.data = RecipeData.ofStudy(folder);
        }

        StudyPlan read() {
            StudyPlan plan = StudyPlan.standard();
            if (keys.containsKey(RECIPE)) {
                plan = plan.withRecipe(recipe(keys.get(RECIPE), RECIPE));
            }
            if (keys.containsKey(RECIPES)) {
                for (Map.Entry<String, Node> own : yaml.mapping(keys.get(RECIPES), RECIPES, structures).entrySet()) {
                    plan = plan.withRecipe(own.getKey(), recipe(own.getValue(), "the recipe of " + own.getKey()));
                }
            }
            if (keys.containsKey(COMBINED)) {
                plan = plan.withCombination(RecipeKind.read(yaml, keys.get(COMBINED), COMBINED, combinations(plan.recipe())).made());
            }
            if (keys.containsKey(VALIDATION)) {
                Node node = keys.get(VALIDATION);
                ValidationPlan[] plans = validations(node);
                StudyPlan before = plan;
                plan = yaml.checked(node, () -> before.withValidations(plans));
            }
            if (keys.containsKey(COMPARE)) {
                plan = plan.comparedWith(compared.toArray(String[]::new));
            }
            if (keys.containsKey(INTERACTION)) {
                plan = interaction(plan, keys.get(INTERACTION));
            }
            if (keys.containsKey(LEVEL)) {
                StudyPlan before = plan;
                plan = yaml.checked(keys.get(LEVEL), () -> before.withLevel(yaml.number(keys.get(LEVEL), LEVEL)));
            }
            return keys.containsKey(SEED) ? plan.withSeed(yaml.wholeNumber(keys.get(SEED), SEED)) : plan;
        }

        private RadscoreRecipe recipe(Node node, String what) {
            return new RecipeReader(yaml, data).recipe(node, yaml.mapping(node, what, RecipeReader.LEARNING));
        }

        /** How the combined score is formed, by the words of the file. */
        private List<RecipeKind<Combination>> combinations(Recipe common) {
            return List.of(
                    new RecipeKind<>("scores", List.of("folds", "repeats"), "{folds: 5, repeats: 1}",
                            p -> new Combination.OfScores(p.whole("folds", 5), p.whole("repeats", 1))),
                    new RecipeKind<>("features", RecipeReader.LEARNING, "{selection: …, trainer: …}", p -> new Combination.OfFeatures(
                            new RecipeReader(yaml, data).recipe(p).map(Recipe.class::cast).orElse(common))),
                    new RecipeKind<>("none", List.of(), "", p -> new Combination.None()));
        }

        private ValidationPlan[] validations(Node node) {
            List<RecipeKind<ValidationPlan>> kinds = List.of(
                    new RecipeKind<>("leaveOneOut", List.of(), "", p -> new ValidationPlan.LeaveOneOut()),
                    new RecipeKind<>("kFold", List.of("folds", "repeats"), "{folds: 10, repeats: 10}",
                            p -> new ValidationPlan.KFold(p.whole("folds"), p.whole("repeats", 1))),
                    new RecipeKind<>("bootstrap", List.of("samples"), "{samples: 1000}",
                            p -> new ValidationPlan.Bootstrap(p.whole("samples"))));
            List<ValidationPlan> plans = new ArrayList<>();
            for (Node entry : yaml.list(node, VALIDATION, "[leaveOneOut, kFold: {folds: 10, repeats: 10}]")) {
                plans.add(RecipeKind.read(yaml, entry, "a plan of " + VALIDATION, kinds).made());
            }
            if (plans.stream().noneMatch(plan -> !(plan instanceof ValidationPlan.Bootstrap))) {
                throw yaml.at(node, VALIDATION + " needs a plan that gives out-of-sample scores, which the report draws: leaveOneOut or "
                        + "kFold");
            }
            return plans.toArray(ValidationPlan[]::new);
        }

        private StudyPlan interaction(StudyPlan plan, Node node) {
            List<String> pair = yaml.choices(node, INTERACTION, named(structures));
            if (pair.size() != 2) {
                throw yaml.at(node, INTERACTION + " is of two structures, such as [" + String.join(", ", structures) + "], found "
                        + pair.size());
            }
            return plan.withInteraction(pair.get(0), pair.get(1));
        }
    }
}
