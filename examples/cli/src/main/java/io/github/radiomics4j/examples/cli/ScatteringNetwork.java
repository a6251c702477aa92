package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.SamplePooling;
import io.github.radiomics4j.deep.ScatteringExtractor;
import io.github.radiomics4j.deep.SpatialPooling;
import io.github.radiomics4j.deep.scattering.SpaceDirections;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fixed wavelets: no layers to choose from, no channels, no batches, and no library but our own.
 *
 * @param sizes makes the network for images of a size
 * @param usualSize where the settings name none, samples along an edge
 * @param averaged whether features are averaged over orientations
 * @param logarithms whether features are given as logarithms
 */
record ScatteringNetwork(Sizes sizes, int usualSize, boolean averaged, boolean logarithms) implements DeepNetwork {
    /** What the network may be given. */
    static final List<String> KEYS = List.of("dimensions", "scales", "orientations", "averagedOverOrientations", "logarithms");

    private static final String ORIENTATIONS = KEYS.get(2);

    /** The network for images of a size. */
    @FunctionalInterface
    interface Sizes {
        /**
         * Makes it.
         *
         * @param edge samples along each axis
         * @return the network
         * @throws IllegalArgumentException where a number is out of range
         */
        WaveletScattering of(int edge);
    }

    /**
     * The network that parameters describe.
     *
     * @param p those of {@link #KEYS}
     * @return the network
     */
    static ScatteringNetwork of(YamlParameters p) {
        int dimensions = p.whole(KEYS.get(0), 2);
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("scattering has 2 or 3 dimensions, was " + dimensions);
        }
        int scales = p.whole(KEYS.get(1), dimensions == 2 ? 3 : 2);
        Sizes sizes;
        if (dimensions == 2) {
            int angles = p.whole(ORIENTATIONS, 8);
            sizes = edge -> WaveletScattering.ofPlane(edge, scales, angles);
        } else {
            SpaceDirections directions = directions(p);
            sizes = edge -> WaveletScattering.ofSpace(edge, scales, directions);
        }
        return new ScatteringNetwork(sizes, dimensions == 2 ? 64 : 32, p.flag(KEYS.get(3), false), p.flag(KEYS.get(4), false));
    }

    private static SpaceDirections directions(YamlParameters p) {
        Map<Integer, SpaceDirections> known = new LinkedHashMap<>();
        for (SpaceDirections directions : SpaceDirections.values()) {
            known.put(directions.steps().size(), directions);
        }
        int number = p.whole(ORIENTATIONS, SpaceDirections.NEIGHBOURS.steps().size());
        if (!known.containsKey(number)) {
            throw new IllegalArgumentException("scattering in 3 dimensions has one of " + known.keySet() + " orientations, was " + number);
        }
        return known.get(number);
    }

    @Override
    public DeepSource source(YamlParameters p) {
        for (String key : List.of(EncoderNetwork.LAYER, DeepChoices.CHANNEL_STATISTICS, DeepChoices.BATCH)) {
            p.node(key).ifPresent(node -> {
                throw p.yaml().at(node, "scattering has no layers, one channel and no batches; leave " + key + " out");
            });
        }
        return new DeepSource(extractor(p), () -> { }, Set.of());
    }

    private ScatteringExtractor extractor(YamlParameters p) {
        ScatteringExtractor e = p.node(DeepChoices.SIZE)
                .map(node -> p.yaml().checked(node, () -> sizes.of(p.yaml().wholeNumber(node, DeepChoices.SIZE))))
                .map(ScatteringExtractor::of).orElseGet(() -> p.yaml().checked(p.required("network"),
                        () -> ScatteringExtractor.of(sizes.of(usualSize))));
        e = DeepChoices.changed(p, DeepChoices.SAMPLING, e,
                (x, node) -> x.sampling(DeepChoices.one(p, node, DeepChoices.SAMPLING, DeepSampling.all())));
        e = DeepChoices.changed(p, DeepChoices.NORMALISATION, e,
                (x, node) -> x.normalisedBy(DeepChoices.one(p, node, DeepChoices.NORMALISATION, DeepChoices.normalisations())));
        e = DeepChoices.changed(p, DeepChoices.POOLINGS, e, (x, node) -> x.pooledBy(
                p.yaml().choices(node, DeepChoices.POOLINGS, DeepChoices.poolings()).toArray(SpatialPooling[]::new)));
        e = DeepChoices.changed(p, DeepChoices.SAMPLE_POOLINGS, e, (x, node) -> x.pooledOverSamplesBy(
                p.yaml().choices(node, DeepChoices.SAMPLE_POOLINGS, DeepChoices.samplePoolings()).toArray(SamplePooling[]::new)));
        e = averaged ? e.averagedOverOrientations() : e;
        return logarithms ? e.inLogarithms() : e;
    }
}
