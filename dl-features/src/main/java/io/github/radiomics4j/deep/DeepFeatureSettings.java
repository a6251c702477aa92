package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that a {@link DeepFeatureExtractor} does, checked as a whole; names of its features and their provenance. */
record DeepFeatureSettings(Encoder encoder, String layer, PatchCutting cutting, FeaturePooling pooling, int batchSize,
        Optional<ChannelStatistics> statistics) {

    DeepFeatureSettings {
        encoder.requireLayer(layer);
        requireFitting(encoder, cutting);
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch holds at least 1 image, was " + batchSize);
        }
        statistics.ifPresent(s -> s.requireChannels(encoder.inputChannels(), encoder.name()));
    }

    private static void requireFitting(Encoder encoder, PatchCutting cutting) {
        if (encoder.dimensions() != cutting.dimensions()) {
            throw new IllegalArgumentException("encoder " + encoder.name() + " has " + encoder.dimensions()
                    + " dimensions and cannot take a " + cutting.sampling().label()
                    + ": take RegionSampling in two dimensions and CubeSampling in three");
        }
        if (cutting.size() < encoder.minimumSize()) {
            throw new IllegalArgumentException("encoder " + encoder.name() + " needs images of " + encoder.minimumSize() + " to "
                    + cutting.sampling().largestSize() + " pixels along an edge, was " + cutting.size());
        }
        if (cutting.size() != encoder.fixedSize().orElse(cutting.size())) {
            throw new IllegalArgumentException("encoder " + encoder.name() + " was made for images of "
                    + encoder.fixedSize().getAsInt() + " pixels along an edge and takes no others, was " + cutting.size());
        }
    }

    DeepFeatureSettings atLayer(String other) {
        return new DeepFeatureSettings(encoder, other, cutting, pooling, batchSize, statistics);
    }

    DeepFeatureSettings cutBy(PatchCutting other) {
        return new DeepFeatureSettings(encoder, layer, other, pooling, batchSize, statistics);
    }

    DeepFeatureSettings pooledBy(FeaturePooling other) {
        return new DeepFeatureSettings(encoder, layer, cutting, other, batchSize, statistics);
    }

    DeepFeatureSettings inBatchesOf(int images) {
        return new DeepFeatureSettings(encoder, layer, cutting, pooling, images, statistics);
    }

    DeepFeatureSettings standardisedBy(ChannelStatistics channels) {
        return new DeepFeatureSettings(encoder, layer, cutting, pooling, batchSize, Optional.of(channels));
    }

    private String source() {
        return "deep_" + encoder.name();
    }

    /** Channels first, then statistics. */
    List<FeatureKey> keys() {
        FamilyId family = FamilyId.custom("deep_" + layer);
        List<FeatureKey> keys = new ArrayList<>();
        for (int c = 0; c < encoder.channels(layer); c++) {
            for (String statistic : pooling.names()) {
                String name = String.format(Locale.ROOT, "channel_%03d_%s", c, statistic);
                keys.add(FeatureKey.of(source(), FeatureId.custom(family, name, "1")));
            }
        }
        return List.copyOf(keys);
    }

    /** Settings stand under the names of encoder and layer: tables of two layers can stand side by side. */
    Provenance provenance() {
        Map<String, String> settings = new TreeMap<>();
        encoder.settings().forEach((name, value) -> settings.put("encoder." + name, value));
        settings.put("encoder.weights_sha256", encoder.weightsSha256());
        settings.put("resized_to", cutting.shape() + " pixels, linear, tent of a pixel's width where larger than a voxel");
        settings.put("normalisation", cutting.normalisation().label());
        statistics.ifPresent(s -> settings.put("channel_statistics", s.label()));
        settings.put("sampling", cutting.sampling().label());
        settings.putAll(pooling.settings());
        settings.put("batch_size", Integer.toString(batchSize));
        Map<String, String> named = new TreeMap<>();
        settings.forEach((name, value) -> named.put(source() + "." + layer + "." + name, value));
        return Provenance.of(named);
    }
}
