package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.ChannelStatistics;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.IntensityNormalisation.Extent;
import io.github.radiomics4j.deep.SamplePooling;
import io.github.radiomics4j.deep.SpatialPooling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.nodes.Node;

/** What settings of networks may name: one entry here, and one row of the table in {@code docs/cli.md}. */
final class DeepChoices {
    /** Pixels along each edge of the images that a network is given. */
    static final String SIZE = "size";
    /** Which part of the image. */
    static final String SAMPLING = "sampling";
    /** How intensities become input. */
    static final String NORMALISATION = "normalisation";
    /** Images computed at a time. */
    static final String BATCH = "batch";
    /** Statistics of maps. */
    static final String POOLINGS = "poolings";
    /** Statistics over samples. */
    static final String SAMPLE_POOLINGS = "samplePoolings";
    /** Of the images that a network was trained on. */
    static final String CHANNEL_STATISTICS = "channelStatistics";

    private static final String LOWER = "lower";
    private static final String UPPER = "upper";

    private DeepChoices() { }

    /**
     * The rules of normalisation.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<IntensityNormalisation>> normalisations() {
        return List.of(
                new RecipeKind<>("z_score_in_region", List.of(), "", p -> IntensityNormalisation.zScoreInRegion()),
                new RecipeKind<>("z_score_in_image", List.of(), "", p -> IntensityNormalisation.zScoreInImage()),
                new RecipeKind<>("window", List.of(LOWER, UPPER), "{lower: -160, upper: 240}",
                        p -> IntensityNormalisation.window(p.number(LOWER), p.number(UPPER))),
                new RecipeKind<>("percentiles", List.of(LOWER, UPPER, "of"), "{lower: 1, upper: 99, of: region}",
                        p -> new IntensityNormalisation.Percentiles(
                                p.choice("of", RecipeChoices.named(Extent.values()), Extent.REGION), p.number(LOWER), p.number(UPPER))),
                new RecipeKind<>("min_max_in_region", List.of(), "", p -> IntensityNormalisation.minMaxInRegion()));
    }

    /**
     * The statistics of channels.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<ChannelStatistics>> channelStatistics() {
        return List.of(
                new RecipeKind<>("imagenet", List.of(), "", p -> ChannelStatistics.imageNet()),
                new RecipeKind<>("given", List.of("means", "deviations"), "{means: [0.5], deviations: [0.25]}",
                        p -> new ChannelStatistics(numbers(p, "means"), numbers(p, "deviations"))));
    }

    /**
     * The statistics of maps.
     *
     * @return by name
     */
    static Map<String, SpatialPooling> poolings() {
        return RecipeChoices.named(SpatialPooling.values(), SpatialPooling::label);
    }

    /**
     * The statistics over samples (slices, planes).
     *
     * @return by name
     */
    static Map<String, SamplePooling> samplePoolings() {
        return RecipeChoices.named(SamplePooling.values(), SamplePooling::label);
    }

    private static List<Double> numbers(YamlParameters p, String key) {
        List<Double> numbers = new ArrayList<>();
        p.yaml().list(p.required(key), key, "[0.5]").forEach(node -> numbers.add(p.yaml().number(node, "each of " + key)));
        return numbers;
    }

    /**
     * A thing changed as a key says, or unchanged where the key was left out.
     *
     * @param p the settings
     * @param key one of their keys
     * @param thing what is changed
     * @param change makes the changed one of it and the key's value
     * @param <E> the thing's type
     * @return the thing
     * @throws SettingsException at the value where the library refuses it
     */
    static <E> E changed(YamlParameters p, String key, E thing, BiFunction<E, Node, E> change) {
        return p.node(key).map(node -> p.yaml().checked(node, () -> change.apply(thing, node))).orElse(thing);
    }

    /**
     * One of some kinds that a key names.
     *
     * @param p the settings
     * @param node the key's value
     * @param key the key
     * @param kinds those that are known
     * @param <T> what is meant
     * @return the one
     */
    static <T> T one(YamlParameters p, Node node, String key, List<RecipeKind<T>> kinds) {
        return RecipeKind.read(p.yaml(), node, key, kinds).made();
    }
}
