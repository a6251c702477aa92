package io.github.radiomics4j.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How maps become features: statistics over the positions of each sample's map, and of each of these, statistics over the samples. */
record FeaturePooling(List<SpatialPooling> space, List<SamplePooling> samples) {

    FeaturePooling {
        space = requireEachOnce(space, "spatial pooling");
        samples = requireEachOnce(samples, "pooling over samples");
    }

    /** The mean over samples, which names do not tell. */
    static FeaturePooling of(SpatialPooling... space) {
        return new FeaturePooling(List.of(space), List.of(SamplePooling.MEAN));
    }

    private static <T> List<T> requireEachOnce(List<T> all, String what) {
        if (all.isEmpty() || all.stream().distinct().count() != all.size()) {
            throw new IllegalArgumentException("at least one " + what + " is needed and each once, was " + all);
        }
        return List.copyOf(all);
    }

    FeaturePooling overSpace(SpatialPooling... statistics) {
        return new FeaturePooling(List.of(statistics), samples);
    }

    FeaturePooling overSamples(SamplePooling... statistics) {
        return new FeaturePooling(space, List.of(statistics));
    }

    private boolean isMeanOfSamples() {
        return samples.equals(List.of(SamplePooling.MEAN));
    }

    /** What follows the name of a map in the names of its features: {@code mean}, {@code mean_samples_maximum}. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (SpatialPooling spatial : space) {
            for (SamplePooling sample : samples) {
                names.add(spatial.label() + (isMeanOfSamples() ? "" : "_samples_" + sample.label()));
            }
        }
        return names;
    }

    /** Features from the statistics over space of every sample, all maps one after another. */
    double[] overSamples(List<double[]> spatial) {
        double[] values = new double[spatial.get(0).length * samples.size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = samples.get(f % samples.size()).over(spatial, f / samples.size());
        }
        return values;
    }

    SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("poolings", String.join(", ", space.stream().map(SpatialPooling::label).toList()));
        if (!isMeanOfSamples()) {
            settings.put("sample_poolings", String.join(", ", samples.stream().map(SamplePooling::label).toList()));
        }
        return settings;
    }
}
