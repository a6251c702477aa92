package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.regression.CrossValidatedElasticNet;
import io.github.radiomics4j.radscore.regression.CrossValidatedElasticNet.LambdaChoice;
import io.github.radiomics4j.radscore.regression.FirthRegression;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import java.util.List;

/** The trainers that a recipe may name: one entry here, and one row of the table in {@code docs/cli.md}. */
final class RecipeTrainers {
    private static final String LAMBDA = "lambda";
    private static final String ALPHA = "alpha";

    private RecipeTrainers() { }

    /**
     * All of them.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<RadscoreTrainer>> all() {
        return List.of(
                new RecipeKind<>("ridge", List.of(LAMBDA, RecipeChoices.CLASS_WEIGHTS), "{lambda: 0.05}",
                        p -> new PenalisedLogistic(p.number(LAMBDA), 0, RecipeChoices.weights(p))),
                new RecipeKind<>("lasso", List.of(LAMBDA, RecipeChoices.CLASS_WEIGHTS), "{lambda: 0.05}",
                        p -> new PenalisedLogistic(p.number(LAMBDA), 1, RecipeChoices.weights(p))),
                new RecipeKind<>("elasticNet", List.of(LAMBDA, ALPHA, RecipeChoices.CLASS_WEIGHTS), "{lambda: 0.05, alpha: 0.5}",
                        p -> new PenalisedLogistic(p.number(LAMBDA), p.number(ALPHA), RecipeChoices.weights(p))),
                new RecipeKind<>("crossValidatedElasticNet",
                        List.of(ALPHA, RecipeChoices.FOLDS, RecipeChoices.SEED, "choice", RecipeChoices.CLASS_WEIGHTS),
                        "{alpha: 1, folds: 10, seed: 1, choice: lambda_min}",
                        p -> new CrossValidatedElasticNet(p.number(ALPHA), p.whole(RecipeChoices.FOLDS, 10), p.whole(RecipeChoices.SEED),
                                p.choice("choice", RecipeChoices.named(LambdaChoice.values(), LambdaChoice::label)),
                                RecipeChoices.weights(p))),
                new RecipeKind<>("logistic", List.of(RecipeChoices.CLASS_WEIGHTS), "",
                        p -> new LogisticRegression(RecipeChoices.weights(p))),
                new RecipeKind<>("firth", List.of(RecipeChoices.CLASS_WEIGHTS), "", p -> new FirthRegression(RecipeChoices.weights(p))));
    }
}
