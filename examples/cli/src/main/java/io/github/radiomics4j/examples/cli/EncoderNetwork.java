package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.SamplePooling;
import io.github.radiomics4j.deep.SpatialPooling;

/**
 * A network with layers.
 *
 * @param network it, closed with the features' source
 */
record EncoderNetwork(OpenNetwork network) implements DeepNetwork {
    /** Which of the network's layers gives the maps. */
    static final String LAYER = "layer";

    @Override
    public DeepSource source(YamlParameters settings) {
        try {
            return new DeepSource(extractor(settings), network::close, network.trainedOn());
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private DeepFeatureExtractor extractor(YamlParameters p) {
        YamlReader yaml = p.yaml();
        DeepFeatureExtractor e = p.checked(() -> DeepFeatureExtractor.of(network.encoder()));
        e = DeepChoices.changed(p, LAYER, e, (x, node) -> x.atLayer(yaml.text(node, LAYER)));
        e = DeepChoices.changed(p, DeepChoices.SIZE, e, (x, node) -> x.resizedTo(yaml.wholeNumber(node, DeepChoices.SIZE)));
        e = DeepChoices.changed(p, DeepChoices.SAMPLING, e,
                (x, node) -> x.sampling(DeepChoices.one(p, node, DeepChoices.SAMPLING, DeepSampling.all())));
        e = DeepChoices.changed(p, DeepChoices.NORMALISATION, e,
                (x, node) -> x.normalisedBy(DeepChoices.one(p, node, DeepChoices.NORMALISATION, DeepChoices.normalisations())));
        e = DeepChoices.changed(p, DeepChoices.CHANNEL_STATISTICS, e,
                (x, node) -> x.standardisedBy(DeepChoices.one(p, node, DeepChoices.CHANNEL_STATISTICS, DeepChoices.channelStatistics())));
        e = DeepChoices.changed(p, DeepChoices.POOLINGS, e, (x, node) -> x.pooledBy(
                yaml.choices(node, DeepChoices.POOLINGS, DeepChoices.poolings()).toArray(SpatialPooling[]::new)));
        e = DeepChoices.changed(p, DeepChoices.SAMPLE_POOLINGS, e, (x, node) -> x.pooledOverSamplesBy(
                p.yaml().choices(node, DeepChoices.SAMPLE_POOLINGS, DeepChoices.samplePoolings()).toArray(SamplePooling[]::new)));
        return DeepChoices.changed(p, DeepChoices.BATCH, e, (x, node) -> x.inBatchesOf(yaml.wholeNumber(node, DeepChoices.BATCH)));
    }
}
