package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.information.BinnedMutualInformation;
import io.github.radiomics4j.radscore.information.MillerMadow;
import io.github.radiomics4j.radscore.information.MutualInformation;
import io.github.radiomics4j.radscore.regression.ClassWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parameters that several entries of a recipe have, and how constants are named in recipes. */
final class RecipeChoices {
    /** Names the estimator of mutual information. */
    static final String ESTIMATOR = "estimator";
    /** Its number, where it is knn. */
    static final String NEIGHBOURS = "neighbours";
    /** Its number, where it has bins. */
    static final String BINS = "bins";
    /** Whether binned estimates are corrected. */
    static final String MILLER_MADOW = "millerMadow";
    /** Seeds are never left out: what is random must be repeatable by whoever reads the recipe. */
    static final String SEED = "seed";
    /** The number of folds. */
    static final String FOLDS = "folds";
    /** How much the classes count in a fit. */
    static final String CLASS_WEIGHTS = "classWeights";

    private RecipeChoices() { }

    /**
     * Constants by names of their own.
     *
     * @param constants all of them
     * @param name of a constant
     * @param <E> their type
     * @return name to constant, in order
     */
    static <E extends Enum<E>> Map<String, E> named(E[] constants, Function<E, String> name) {
        Map<String, E> byName = new LinkedHashMap<>();
        for (E constant : constants) {
            byName.put(name.apply(constant), constant);
        }
        return byName;
    }

    /**
     * Constants by their Java names in lower case.
     *
     * @param constants all of them
     * @param <E> their type
     * @return name to constant, in order
     */
    static <E extends Enum<E>> Map<String, E> named(E[] constants) {
        return named(constants, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /**
     * The estimator of mutual information.
     *
     * @param p parameters that may hold {@link #ESTIMATOR}, {@link #NEIGHBOURS}, {@link #BINS} and {@link #MILLER_MADOW}
     * @return the estimator
     */
    static MutualInformation estimator(YamlParameters p) {
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

    /**
     * A rule of bins.
     *
     * @param p parameters that may hold {@link #ESTIMATOR} and {@link #BINS}
     * @return the rule
     */
    static BinnedMutualInformation binned(YamlParameters p) {
        Map<String, MiEstimator> known = named(MiEstimator.values(), MiEstimator::label);
        known.remove(MiEstimator.KNN.label());
        return (BinnedMutualInformation) p.choice(ESTIMATOR, known).of(p.whole(BINS));
    }

    private static void refuse(YamlParameters p, String key, String why) {
        p.node(key).ifPresent(node -> {
            throw p.yaml().at(node, why + "; leave " + key + " out");
        });
    }

    /**
     * The weights of classes.
     *
     * @param p parameters that may hold {@link #CLASS_WEIGHTS}
     * @return equal ones where it is left out
     */
    static ClassWeights weights(YamlParameters p) {
        Map<String, ClassWeights> known = new LinkedHashMap<>();
        known.put("equal", new ClassWeights.Equal());
        known.put("balanced", new ClassWeights.Balanced());
        Optional<Node> mapping = p.node(CLASS_WEIGHTS).filter(node -> !(node instanceof ScalarNode));
        if (mapping.isEmpty()) {
            return p.choice(CLASS_WEIGHTS, known, new ClassWeights.Equal());
        }
        Map<String, Node> each = p.yaml().mapping(mapping.get(), CLASS_WEIGHTS, List.of("positive", "negative"));
        if (each.size() < 2) {
            throw p.yaml().at(mapping.get(), CLASS_WEIGHTS + " are equal, balanced, or {positive: 3, negative: 1}");
        }
        return new ClassWeights.Given(p.yaml().number(each.get("positive"), "positive"),
                p.yaml().number(each.get("negative"), "negative"));
    }
}
