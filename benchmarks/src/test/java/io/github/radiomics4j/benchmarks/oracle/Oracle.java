package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.intensity.IntensityHistogramFeature;
import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogramFeature;
import io.github.radiomics4j.core.intensity.LocalIntensityFeature;
import io.github.radiomics4j.core.morphology.MorphologyFeature;
import io.github.radiomics4j.core.texture.DistanceWeighting;
import io.github.radiomics4j.core.texture.GlcmFeature;
import io.github.radiomics4j.core.texture.GldzmFeature;
import io.github.radiomics4j.core.texture.GlrlmFeature;
import io.github.radiomics4j.core.texture.GlszmFeature;
import io.github.radiomics4j.core.texture.NgldmFeature;
import io.github.radiomics4j.core.texture.NgtdmFeature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Every feature of a region by definitions alone: of the library only names are used, no counting and no formula. Slow on purpose:
 * loops over voxels, neighbours and pairs as the manual writes them.
 */
public final class Oracle {
    private static final List<Aggregation> DIRECTIONAL = List.of(Aggregation.TWO_D_AVERAGED, Aggregation.TWO_D_SLICE_MERGED,
            Aggregation.TWO_HALF_D_DIRECTION_MERGED, Aggregation.TWO_HALF_D_MERGED, Aggregation.THREE_D_AVERAGED,
            Aggregation.THREE_D_MERGED);
    private static final List<Aggregation> UNDIRECTED = List.of(Aggregation.TWO_D, Aggregation.TWO_HALF_D, Aggregation.THREE_D);

    private final Map<String, Double> values = new HashMap<>();

    private Oracle() {
    }

    /** The features that need no grey levels. */
    public static Oracle ofIntensities(Region region, MorphologyOracle shape) {
        Oracle oracle = new Oracle();
        oracle.put(MorphologyFeature.values(), Aggregation.VOLUME, List.of(shape.measure(region)));
        oracle.put(LocalIntensityFeature.values(), Aggregation.VOLUME, List.of(PeakOracle.measure(region)));
        oracle.put(IntensityStatisticsFeature.values(), Aggregation.VOLUME, List.of(SampleOracle.statistics(region)));
        oracle.put(IntensityVolumeHistogramFeature.values(), Aggregation.VOLUME, List.of(VolumeHistogramOracle.measure(region)));
        return oracle;
    }

    /** The features of the grey levels, with the settings of the reference values. */
    public static Oracle ofLevels(Region region) {
        Oracle oracle = new Oracle();
        oracle.put(IntensityHistogramFeature.values(), Aggregation.VOLUME, List.of(SampleOracle.histogram(region)));
        oracle.putDirectional(region, 1, true, DistanceWeighting.NONE);
        oracle.putNeighbourhoods(region, 0, 1);
        for (Aggregation a : UNDIRECTED) {
            oracle.put(GlszmFeature.values(), a, ZoneOracle.sizes(region, a));
            oracle.put(GldzmFeature.values(), a, ZoneOracle.distances(region, a));
        }
        return oracle;
    }

    /** The families that have settings, with others than those of the reference values. */
    public static Oracle withSettings(Region region, int distance, boolean symmetric, DistanceWeighting weighting, int coarseness) {
        Oracle oracle = new Oracle();
        oracle.putDirectional(region, distance, symmetric, weighting);
        oracle.putNeighbourhoods(region, coarseness, distance);
        return oracle;
    }

    private void putDirectional(Region region, int distance, boolean symmetric, DistanceWeighting weighting) {
        for (Aggregation a : DIRECTIONAL) {
            put(GlcmFeature.values(), a, GlcmOracle.measure(region, a, distance, symmetric, weighting));
            put(GlrlmFeature.values(), a, GlrlmOracle.measure(region, a, weighting));
        }
    }

    private void putNeighbourhoods(Region region, int coarseness, int distance) {
        for (Aggregation a : UNDIRECTED) {
            put(NgtdmFeature.values(), a, NgtdmOracle.measure(region, a, distance));
            put(NgldmFeature.values(), a, NgldmOracle.measure(region, a, coarseness, distance));
        }
    }

    /** The mean of each feature over the matrices; NaN where there is none. */
    private void put(FeatureDefinition<?>[] features, Aggregation aggregation, List<double[]> matrices) {
        for (int f = 0; f < features.length; f++) {
            int feature = f;
            double[] each = matrices.stream().mapToDouble(m -> m[feature]).toArray();
            values.put(features[f].id() + " " + aggregation, Arrays.stream(each).sum() / each.length);
        }
    }

    /** What this and another oracle know. */
    public Oracle and(Oracle other) {
        Oracle both = new Oracle();
        both.values.putAll(values);
        both.values.putAll(other.values);
        return both;
    }

    /** The number of features. */
    public int size() {
        return values.size();
    }

    /** The value of a feature. */
    public double of(FeatureKey key) {
        String name = key.feature() + " " + key.aggregation().orElseThrow();
        if (!values.containsKey(name)) {
            throw new NoSuchElementException("the oracle does not know " + name);
        }
        return values.get(name);
    }
}
