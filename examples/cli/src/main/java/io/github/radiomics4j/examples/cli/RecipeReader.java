package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.MedianImputation;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the parts of a recipe: how a score is learned, and plans of validation. */
final class RecipeReader {
    /** What a recipe that learns may say, the trainer being needed. */
    static final List<String> LEARNING = List.of("imputation", "selection", "trainer", "standardDeviation", "harmonisation");

    private static final String IMPUTATION = LEARNING.get(0);
    private static final String SELECTION = LEARNING.get(1);
    private static final String TRAINER = LEARNING.get(2);
    private static final String STANDARD_DEVIATION = LEARNING.get(3);
    private static final String HARMONISATION = LEARNING.get(4);

    private final YamlReader yaml;
    private final RecipeData data;

    /**
     * A reader.
     *
     * @param yaml the reader of the file
     * @param data what recipes may refer to
     */
    RecipeReader(YamlReader yaml, RecipeData data) {
        this.yaml = yaml;
        this.data = data;
    }

    /**
     * How a score is learned.
     *
     * @param owner where the keys stand
     * @param keys among them those of {@link #LEARNING}
     * @return the recipe
     */
    RadscoreRecipe recipe(Node owner, Map<String, Node> keys) {
        if (!keys.containsKey(TRAINER)) {
            throw yaml.at(owner, "key " + TRAINER + " is missing; a small recipe is: " + RecipeFile.MINIMAL);
        }
        RadscoreTrainer trainer = RecipeKind.read(yaml, keys.get(TRAINER), TRAINER, RecipeTrainers.all()).made();
        RadscoreRecipe recipe = selection(Optional.ofNullable(keys.get(SELECTION))).fittedBy(trainer);
        if (keys.containsKey(STANDARD_DEVIATION)) {
            recipe = recipe.scaledBy(yaml.choice(keys.get(STANDARD_DEVIATION), STANDARD_DEVIATION,
                    RecipeChoices.named(StandardDeviation.values())));
        }
        if (keys.containsKey(HARMONISATION)) {
            recipe = recipe.harmonising(RecipeKind.read(yaml, keys.get(HARMONISATION), HARMONISATION, RecipeHarmonisations.all()).made());
        }
        return keys.containsKey(IMPUTATION)
                ? recipe.imputing(RecipeKind.read(yaml, keys.get(IMPUTATION), IMPUTATION, imputations()).made()) : recipe;
    }

    /**
     * How a score is learned, where that may be left out.
     *
     * @param p the parameters {@link #LEARNING}
     * @return the recipe; empty where none of them is given
     */
    Optional<RadscoreRecipe> recipe(YamlParameters p) {
        Map<String, Node> keys = new LinkedHashMap<>();
        LEARNING.forEach(key -> p.node(key).ifPresent(node -> keys.put(key, node)));
        return keys.isEmpty() ? Optional.empty() : Optional.of(recipe(p.required(TRAINER), keys));
    }

    /**
     * The ways of imputation.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<MedianImputation>> imputations() {
        return List.of(new RecipeKind<>("median", List.of("largestMissingShare"), "{largestMissingShare: 0.2}",
                p -> new MedianImputation(p.number("largestMissingShare"))));
    }

    private RadscoreRecipe selection(Optional<Node> node) {
        if (node.isEmpty()) {
            return RadscoreRecipe.selecting(new AllFeatures());
        }
        List<RecipeKind<SelectionStep>> kinds = RecipeSteps.all(data);
        Optional<RadscoreRecipe> recipe = Optional.empty();
        for (Node entry : entries(node.get(), SELECTION, kinds.get(0).shown())) {
            SelectionStep step = RecipeKind.read(yaml, entry, "a step of " + SELECTION, kinds).made();
            recipe = Optional.of(recipe.map(r -> r.then(step)).orElseGet(() -> RadscoreRecipe.selecting(step)));
        }
        return recipe.orElseThrow();
    }

    /**
     * Several plans.
     *
     * @param node a list of them
     * @param what its name in messages
     * @return at least one
     */
    List<RecipeKind.Named<Resampling>> plans(Node node, String what) {
        List<RecipeKind.Named<Resampling>> plans = new ArrayList<>();
        for (Node entry : entries(node, what, RecipePlans.all(data).get(0).shown())) {
            plans.add(plan(entry, "a plan of " + what));
        }
        return plans;
    }

    /**
     * A plan. Where groups were given it must keep them together.
     *
     * @param node the plan
     * @param what its name in messages
     * @return the plan
     */
    RecipeKind.Named<Resampling> plan(Node node, String what) {
        RecipeKind.Named<Resampling> plan = RecipeKind.read(yaml, node, what, RecipePlans.all(data));
        if (data.groups().isPresent() && !RecipePlans.keepsGroups(plan.made())) {
            throw yaml.at(node, plan.name() + " would train on some rows of a group and be tested on others, but --groups is given; take "
                    + "groupedKFold or groupedBootstrap");
        }
        return plan;
    }

    /**
     * The entries of a list that is not empty.
     *
     * @param node the list
     * @param what its name in messages
     * @param example an entry
     * @return at least one
     */
    List<Node> entries(Node node, String what, String example) {
        List<Node> entries = yaml.list(node, what, "[" + example + "]");
        if (entries.isEmpty()) {
            throw yaml.at(node, what + " is an empty list: it needs at least one entry, such as " + example);
        }
        return entries;
    }
}
