package io.github.radiomics4j.core.map;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import io.github.radiomics4j.core.numeric.Sample;
import io.github.radiomics4j.core.numeric.SideBySide;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.texture.Cooccurrences;
import io.github.radiomics4j.core.texture.GlcmFeature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Features of one family as maps: at every voxel of a region their value over the window around it. Immutable; threads may share it.
 *
 * <p>The value at a voxel is that of the part of the region that lies in the window: voxels of the window outside the region (the
 * intensity mask) or outside the image do not count, and a box as the region gives a map of the whole box. Grey levels are those of the
 * whole region, discretised once; a window does not discretise its intensities anew. The number of grey levels N that some formulas
 * read is the highest level in the window. So the value is, to the bit, what
 * {@link io.github.radiomics4j.core.extraction.FeatureExtractor} gives for the window as a region of these levels and intensities. Where
 * that is NaN or infinite (GLCM features of a voxel without neighbours, a coefficient of variation with mean 0) the map has no number
 * ({@link FeatureMap#defined()}), as it has none outside the region.
 *
 * <p>Unless {@link #withWindow} says otherwise the window is a cube of 3 × 3 × 3 voxels.
 *
 * @param <S> the statistics that the features are read off
 */
public final class FeatureMaps<S> {
    private final List<FeatureDefinition<S>> features;
    private final Window window;
    private final BiFunction<PreparedRoi, Window, Supplier<MovingWindow<S>>> windows;

    private FeatureMaps(List<? extends FeatureDefinition<S>> features, Window window,
            BiFunction<PreparedRoi, Window, Supplier<MovingWindow<S>>> windows) {
        if (features.isEmpty() || new HashSet<>(features).size() != features.size()) {
            throw new IllegalArgumentException("maps are of one or more features, each once, were " + features);
        }
        this.features = List.copyOf(features);
        this.window = window;
        this.windows = windows;
    }

    /**
     * Maps of co-occurrence features: 13 directions (4 in a window of one slice) merged, symmetric, at distance 1.
     *
     * @param features one or more, each once; only what they read is worked out
     * @return the maps, over 3 × 3 × 3 voxels
     */
    public static FeatureMaps<Cooccurrences> glcm(GlcmFeature... features) {
        return new FeatureMaps<>(List.of(features), Window.cube(1), (roi, window) -> CooccurrenceWindow.over(roi.levels(), window));
    }

    /**
     * Maps of intensity statistics. Grey levels are not read.
     *
     * @param features one or more, each once
     * @return the maps, over 3 × 3 × 3 voxels
     */
    public static FeatureMaps<Sample> intensityStatistics(IntensityStatisticsFeature... features) {
        return new FeatureMaps<>(List.of(features), Window.cube(1), (roi, window) -> SampleWindow.over(roi.intensities(), window));
    }

    /**
     * Maps of any family that looks at the region alone: run lengths, zones, dependences, tone differences, histograms, one of your own, or
     * co-occurrences of other settings than {@link #glcm}. Every window is cut out and measured like a region, merged over the directions
     * of the volume, in a window within the slice over those of the slice; of the shape, too, a window sees what lies in it.
     *
     * @param family with its settings
     * @param features of the family, one or more, each once
     * @param <S> the statistics that the features are read off
     * @return the maps, over 3 × 3 × 3 voxels
     * @throws IllegalArgumentException where a feature is not the family's, or the family looks around the region
     */
    public static <S> FeatureMaps<S> of(FeatureFamily<S> family, List<? extends FeatureDefinition<S>> features) {
        if (family.reach() > 0) {
            throw new IllegalArgumentException("family " + family.id() + " looks " + family.reach() + " mm around a region, a window ends");
        }
        if (!family.features().containsAll(features)) {
            throw new IllegalArgumentException("family " + family.id() + " has not all of " + features);
        }
        return new FeatureMaps<>(features, Window.cube(1), (roi, window) -> FamilyWindow.over(family, roi, window));
    }

    /**
     * The same features over another window.
     *
     * @param other the window
     * @return the maps
     */
    public FeatureMaps<S> withWindow(Window other) {
        return new FeatureMaps<>(features, other, windows);
    }

    /**
     * Measures a region. Called in a {@link java.util.concurrent.ForkJoinPool}, it uses its threads, with the same bits
     * ({@link SideBySide}).
     *
     * @param roi the region, prepared by {@link io.github.radiomics4j.core.extraction.FeatureExtractor#prepare} or
     *     {@link io.github.radiomics4j.core.preprocessing.RegionPreparation#prepare}
     * @return one map per feature, in their order
     * @throws io.github.radiomics4j.core.InvalidInputException RESOURCE_LIMIT for co-occurrences of more than 1024 grey levels
     */
    public List<FeatureMap> of(PreparedRoi roi) {
        Supplier<MovingWindow<S>> source = windows.apply(roi, window);
        double[][] values = new double[features.size()][Math.toIntExact(roi.levels().size().voxels())];
        SideBySide.slabs(roi.levels().size().z(),
                (from, to) -> MapKernel.fill(roi.intensities().mask(), from, to, source.get(), features, values));
        List<FeatureMap> maps = new ArrayList<>();
        for (int f = 0; f < values.length; f++) {
            maps.add(new FeatureMap(features.get(f).id(), window, roi.intensities().mask(), values[f]));
        }
        return List.copyOf(maps);
    }
}
