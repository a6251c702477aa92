package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.GroupedBootstrap;
import io.github.radiomics4j.validation.resampling.GroupedKFold;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.LeavePairOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.SampledPairs;
import io.github.radiomics4j.validation.resampling.StratifiedBootstrap;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import io.github.radiomics4j.validation.resampling.Subsampling;
import java.util.List;

/** The plans of validation that a recipe may name: one entry here, and one row of the table in {@code docs/cli.md}. */
final class RecipePlans {
    private static final String FOLDS = RecipeChoices.FOLDS;
    private static final String SEED = RecipeChoices.SEED;
    private static final String REPEATS = "repeats";
    private static final String SAMPLES = "samples";
    private static final String FOLDS_EXAMPLE = "{folds: 10, repeats: 5, seed: 1}";
    private static final String SAMPLES_EXAMPLE = "{samples: 200, seed: 1}";

    private RecipePlans() { }

    /**
     * All of them.
     *
     * @param data what they may refer to
     * @return in the order of the help
     */
    static List<RecipeKind<Resampling>> all(RecipeData data) {
        return List.of(
                new RecipeKind<>("kFold", List.of(FOLDS, REPEATS, SEED), FOLDS_EXAMPLE, RecipePlans::kFold),
                new RecipeKind<>("groupedKFold", List.of(FOLDS, REPEATS, SEED), FOLDS_EXAMPLE,
                        p -> GroupedKFold.of(data.groupOfCase(), p.whole(FOLDS), p.whole(REPEATS, 1), p.whole(SEED))),
                new RecipeKind<>("leaveOneOut", List.of(), "", p -> new LeaveOneOut()),
                new RecipeKind<>("leavePairOut", List.of(), "", p -> new LeavePairOut()),
                new RecipeKind<>("sampledPairs", List.of("pairs", SEED), "{pairs: 1000, seed: 1}",
                        p -> new SampledPairs(p.whole("pairs"), p.whole(SEED))),
                new RecipeKind<>("bootstrap", List.of(SAMPLES, SEED), SAMPLES_EXAMPLE,
                        p -> new Bootstrap(p.whole(SAMPLES), p.whole(SEED))),
                new RecipeKind<>("stratifiedBootstrap", List.of(SAMPLES, SEED), SAMPLES_EXAMPLE,
                        p -> new StratifiedBootstrap(p.whole(SAMPLES), p.whole(SEED))),
                new RecipeKind<>("groupedBootstrap", List.of(SAMPLES, SEED), SAMPLES_EXAMPLE,
                        p -> GroupedBootstrap.of(data.groupOfCase(), p.whole(SAMPLES), p.whole(SEED))),
                new RecipeKind<>("subsampling", List.of("share", SAMPLES, SEED), "{share: 0.632, samples: 200, seed: 1}",
                        p -> new Subsampling(p.number("share", 0.632), p.whole(SAMPLES), p.whole(SEED))));
    }

    /**
     * Stratified folds.
     *
     * @param p parameters that hold {@code folds} and {@code seed}, and may hold {@code repeats}
     * @return the plan
     */
    static StratifiedKFold kFold(YamlParameters p) {
        return new StratifiedKFold(p.whole(FOLDS), p.whole(REPEATS, 1), p.whole(SEED));
    }

    /**
     * Whether a plan never parts a group.
     *
     * @param plan any plan
     * @return true for those that are made for groups
     */
    static boolean keepsGroups(Resampling plan) {
        return plan instanceof GroupedKFold || plan instanceof GroupedBootstrap;
    }
}
