package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.RadscoreTrainer;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.information.BinnedMutualInformation;
import io.github.radiomics4j.radscore.information.MillerMadow;
import io.github.radiomics4j.radscore.information.MutualInformation;
import io.github.radiomics4j.radscore.regression.ClassWeights;
import io.github.radiomics4j.radscore.regression.CrossValidatedElasticNet;
import io.github.radiomics4j.radscore.regression.CrossValidatedElasticNet.LambdaChoice;
import io.github.radiomics4j.radscore.regression.FirthRegression;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.Correlation;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.CorrelationMrmr;
import io.github.radiomics4j.radscore.selection.JointInformationSelection;
import io.github.radiomics4j.radscore.selection.JointInformationSelection.Criterion;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import io.github.radiomics4j.radscore.selection.PValueAdjustment;
import io.github.radiomics4j.radscore.selection.PermutationSelection;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What a recipe may name. A step, trainer or plan of the library is one entry here, and one row of the table in {@code docs/cli.md}. */
final class RecipeKinds {
    private static final String ESTIMATOR = "estimator";
    private static final String NEIGHBOURS = "neighbours";
    private static final String BINS = "bins";
    private static final String MILLER_MADOW = "millerMadow";
    private static final String KEEP = "keep";
    private static final String SEED = "seed";
    private static final String LAMBDA = "lambda";
    private static final String ALPHA = "alpha";
    private static final String FOLDS = "folds";
    private static final String CLASS_WEIGHTS = "classWeights";

    private RecipeKinds() { }

    /**
     * The selection steps.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<SelectionStep>> steps() {
        return List.of(
                new RecipeKind<>("mutualInformation", List.of(ESTIMATOR, NEIGHBOURS, BINS, MILLER_MADOW, KEEP),
                        "{estimator: equal-width, bins: 5, keep: 10}",
                        p -> new MutualInformationSelection(estimator(p), p.whole(KEEP))),
                new RecipeKind<>("correlation", List.of("threshold", "coefficient"), "{threshold: 0.9, coefficient: pearson}",
                        p -> new CorrelationFilter(p.number("threshold"), p.choice("coefficient",
                                named(Correlation.values(), c -> c.name().toLowerCase(Locale.ROOT)), Correlation.PEARSON))),
                new RecipeKind<>("jointInformation", List.of("criterion", ESTIMATOR, BINS, KEEP),
                        "{criterion: mrmr_difference, estimator: equal-width, bins: 5, keep: 10}",
                        p -> new JointInformationSelection(p.choice("criterion", named(Criterion.values(), Criterion::label)), binned(p),
                                p.whole(KEEP))),
                new RecipeKind<>("correlationMrmr", List.of(KEEP), "{keep: 10}", p -> new CorrelationMrmr(p.whole(KEEP))),
                new RecipeKind<>("permutation",
                        List.of(ESTIMATOR, NEIGHBOURS, BINS, MILLER_MADOW, "permutations", "adjustment", ALPHA, SEED),
                        "{estimator: knn, permutations: 999, adjustment: holm, alpha: 0.05, seed: 1}",
                        p -> new PermutationSelection(estimator(p), p.whole("permutations"),
                                p.choice("adjustment", named(PValueAdjustment.values(), PValueAdjustment::label)), p.number(ALPHA),
                                p.whole(SEED))),
                new RecipeKind<>("named", List.of("features"), "{features: [disc_01, disc_02]}",
                        p -> new NamedFeatures(p.texts("features"))));
    }

    /**
     * The trainers.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<RadscoreTrainer>> trainers() {
        return List.of(
                new RecipeKind<>("ridge", List.of(LAMBDA, CLASS_WEIGHTS), "{lambda: 0.05}",
                        p -> new PenalisedLogistic(p.number(LAMBDA), 0, weights(p))),
                new RecipeKind<>("lasso", List.of(LAMBDA, CLASS_WEIGHTS), "{lambda: 0.05}",
                        p -> new PenalisedLogistic(p.number(LAMBDA), 1, weights(p))),
                new RecipeKind<>("elasticNet", List.of(LAMBDA, ALPHA, CLASS_WEIGHTS), "{lambda: 0.05, alpha: 0.5}",
                        p -> new PenalisedLogistic(p.number(LAMBDA), p.number(ALPHA), weights(p))),
                new RecipeKind<>("crossValidatedElasticNet", List.of(ALPHA, FOLDS, SEED, "choice", CLASS_WEIGHTS),
                        "{alpha: 1, folds: 10, seed: 1, choice: lambda_min}",
                        p -> new CrossValidatedElasticNet(p.number(ALPHA), p.whole(FOLDS, 10), p.whole(SEED),
                                p.choice("choice", named(LambdaChoice.values(), LambdaChoice::label)), weights(p))),
                new RecipeKind<>("logistic", List.of(CLASS_WEIGHTS), "", p -> new LogisticRegression(weights(p))),
                new RecipeKind<>("firth", List.of(CLASS_WEIGHTS), "", p -> new FirthRegression(weights(p))));
    }

    /**
     * The plans of validation.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<Resampling>> plans() {
        return List.of(
                new RecipeKind<>("kFold", List.of(FOLDS, "repeats", SEED), "{folds: 10, repeats: 5, seed: 1}",
                        p -> new StratifiedKFold(p.whole(FOLDS), p.whole("repeats", 1), p.whole(SEED))),
                new RecipeKind<>("bootstrap", List.of("samples", SEED), "{samples: 200, seed: 1}",
                        p -> new Bootstrap(p.whole("samples"), p.whole(SEED))),
                new RecipeKind<>("leaveOneOut", List.of(), "", p -> new LeaveOneOut()));
    }

    private static <E extends Enum<E>> Map<String, E> named(E[] constants, Function<E, String> name) {
        Map<String, E> byName = new LinkedHashMap<>();
        for (E constant : constants) {
            byName.put(name.apply(constant), constant);
        }
        return byName;
    }

    private static MutualInformation estimator(YamlParameters p) {
        MiEstimator estimator = p.choice(ESTIMATOR, named(MiEstimator.values(), MiEstimator::label));
        if (estimator == MiEstimator.KNN) {
            refuse(p, BINS, "knn has neighbours, not bins");
            refuse(p, MILLER_MADOW, "the correction of Miller and Madow is for bins, knn has none");
            return estimator.of(p.whole(NEIGHBOURS, estimator.usual()));
        }
        refuse(p, NEIGHBOURS, estimator.label() + " has bins, not neighbours");
        BinnedMutualInformation binned = binned(p);
        return p.flag(MILLER_MADOW, false) ? new MillerMadow(binned) : binned;
    }

    private static BinnedMutualInformation binned(YamlParameters p) {
        Map<String, MiEstimator> known = named(MiEstimator.values(), MiEstimator::label);
        known.remove(MiEstimator.KNN.label());
        return (BinnedMutualInformation) p.choice(ESTIMATOR, known).of(p.whole(BINS));
    }

    private static void refuse(YamlParameters p, String key, String why) {
        p.node(key).ifPresent(node -> {
            throw p.yaml().at(node, why + "; leave " + key + " out");
        });
    }

    private static ClassWeights weights(YamlParameters p) {
        Map<String, ClassWeights> known = new LinkedHashMap<>();
        known.put("equal", new ClassWeights.Equal());
        known.put("balanced", new ClassWeights.Balanced());
        Node node = p.node(CLASS_WEIGHTS).orElse(null);
        if (node == null || node instanceof ScalarNode) {
            return p.choice(CLASS_WEIGHTS, known, new ClassWeights.Equal());
        }
        Map<String, Node> each = p.yaml().mapping(node, CLASS_WEIGHTS, List.of("positive", "negative"));
        if (each.size() < 2) {
            throw p.yaml().at(node, CLASS_WEIGHTS + " are equal, balanced, or {positive: 3, negative: 1}");
        }
        ClassWeights.Given given = new ClassWeights.Given(p.yaml().number(each.get("positive"), "positive"),
                p.yaml().number(each.get("negative"), "negative"));
        p.note(CLASS_WEIGHTS, given.label());
        return given;
    }
}
