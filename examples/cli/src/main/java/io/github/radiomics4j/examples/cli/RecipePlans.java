package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.List;

/** The plans of validation that a recipe may name: one entry here, and one row of the table in {@code docs/cli.md}. */
final class RecipePlans {

    private RecipePlans() { }

    /**
     * All of them.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<Resampling>> all() {
        return List.of(
                new RecipeKind<>("kFold", List.of(RecipeChoices.FOLDS, "repeats", RecipeChoices.SEED), "{folds: 10, repeats: 5, seed: 1}",
                        p -> new StratifiedKFold(p.whole(RecipeChoices.FOLDS), p.whole("repeats", 1), p.whole(RecipeChoices.SEED))),
                new RecipeKind<>("bootstrap", List.of("samples", RecipeChoices.SEED), "{samples: 200, seed: 1}",
                        p -> new Bootstrap(p.whole("samples"), p.whole(RecipeChoices.SEED))),
                new RecipeKind<>("leaveOneOut", List.of(), "", p -> new LeaveOneOut()));
    }
}
