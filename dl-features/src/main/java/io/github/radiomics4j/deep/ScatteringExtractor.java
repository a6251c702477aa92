package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;
import io.github.radiomics4j.deep.scattering.SpaceDirections;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deep texture features of a region without training and without weights: the coefficients of a {@link WaveletScattering} network,
 * pooled over space. Squares (or a cube) are cut around the region, normalised and resized as {@link DeepFeatureExtractor} does; then
 *
 * <pre>{@code feature(path, p) = (1 / S) Σₛ pₛ(coefficients of the path in slice s)}</pre>
 *
 * with S slices (1 for a cube) and p one of the {@link SpatialPooling}s. They are called
 * {@code deep_scattering2d.deep_order_<m>.<path>_<p>}, such as
 * {@code deep_scattering2d.deep_order_2.scale_0_angle_03_scale_1_angle_07_mean}; in three dimensions {@code deep_scattering3d} and
 * {@code direction}; the path of order 0 is called {@code average}. They are in the normalised image's unit, a pure number.
 *
 * <p>Order 1 tells how much there is of each scale and orientation, order 2 how that varies over larger scales, which the histogram and
 * the power spectrum of an image do not tell. {@link #averagedOverOrientations()} leaves a handful of features that hardly depend on the
 * region's orientation, the better choice for small cohorts; {@link #inLogarithms()} makes their distributions less skewed.
 *
 * <p>Immutable and safe to share between threads; every {@code with}-like method gives a new extractor. The same image and region give
 * the same bits.
 */
public final class ScatteringExtractor implements FeatureSource {
    private final WaveletScattering network;
    private final RegionImages images;
    private final IntensityNormalisation normalisation;
    private final List<SpatialPooling> poolings;
    private final ScatteringFeatures features;
    private final boolean logarithms;
    private final List<FeatureKey> keys;
    private final Provenance provenance;

    private ScatteringExtractor(WaveletScattering network, RegionImages images, IntensityNormalisation normalisation,
            List<SpatialPooling> poolings, boolean averaged, boolean logarithms) {
        if (images.dimensions() != network.dimensions()) {
            throw new IllegalArgumentException("a scattering network of " + network.dimensions() + " dimensions cannot take a "
                    + images.label() + ": take RegionSampling in two dimensions and CubeSampling in three");
        }
        if (poolings.isEmpty() || poolings.stream().distinct().count() != poolings.size()) {
            throw new IllegalArgumentException("at least one spatial pooling is needed and each once, was " + poolings);
        }
        this.network = network;
        this.images = images;
        this.normalisation = normalisation;
        this.poolings = poolings;
        this.features = ScatteringFeatures.of(network, averaged);
        this.logarithms = logarithms;
        this.keys = keys();
        this.provenance = describe();
    }

    /**
     * The module's default, two dimensions: the largest slice at 64 × 64 pixels, 3 scales, 8 angles; otherwise as {@link #of}.
     *
     * @return an extractor of 434 features
     */
    public static ScatteringExtractor plane() {
        return of(WaveletScattering.ofPlane(64, 3, 8));
    }

    /**
     * The default in three dimensions: a cube of 32 voxels along each edge, 2 scales, 13 directions; otherwise as {@link #of}.
     *
     * @return an extractor of 392 features
     */
    public static ScatteringExtractor space() {
        return of(WaveletScattering.ofSpace(32, 2, SpaceDirections.NEIGHBOURS));
    }

    /**
     * An extractor of a network: the largest slice, or a cube, without margin, with context, z-scores of the region, mean and standard
     * deviation over space, all orientations, no logarithms.
     *
     * @param network two or three dimensions; its edge is the size that images are resized to
     * @return the extractor
     */
    public static ScatteringExtractor of(WaveletScattering network) {
        RegionImages images = network.dimensions() == 2 ? RegionImages.slices(RegionSampling.largestSlice(0))
                : RegionImages.cube(new CubeSampling(0, Surroundings.CONTEXT));
        return new ScatteringExtractor(network, images, IntensityNormalisation.zScoreInRegion(),
                List.of(SpatialPooling.MEAN, SpatialPooling.STANDARD_DEVIATION), false, false);
    }

    /**
     * The same with another intensity normalisation.
     *
     * @param rule how intensities become the network's input
     * @return the extractor
     */
    public ScatteringExtractor normalisedBy(IntensityNormalisation rule) {
        return new ScatteringExtractor(network, images, rule, poolings, features.averaged(), logarithms);
    }

    /**
     * The same with other slices or more around the region.
     *
     * @param part which slices, how much around the region
     * @return the extractor
     * @throws IllegalArgumentException where the network has three dimensions
     */
    public ScatteringExtractor sampling(RegionSampling part) {
        return new ScatteringExtractor(network, RegionImages.slices(part), normalisation, poolings, features.averaged(), logarithms);
    }

    /**
     * The same with another cube.
     *
     * @param part how much around the region
     * @return the extractor
     * @throws IllegalArgumentException where the network has two dimensions
     */
    public ScatteringExtractor sampling(CubeSampling part) {
        return new ScatteringExtractor(network, RegionImages.cube(part), normalisation, poolings, features.averaged(), logarithms);
    }

    /**
     * The same with other statistics over space.
     *
     * @param statistics at least one, each once, in the order of the features of a path
     * @return the extractor
     */
    public ScatteringExtractor pooledBy(SpatialPooling... statistics) {
        return new ScatteringExtractor(network, images, normalisation, List.of(statistics), features.averaged(), logarithms);
    }

    /**
     * The same with features averaged over the orientations of all their wavelets: {@code scale_0_mean}, {@code scale_0_scale_1_mean}.
     *
     * @return the extractor, with {@code 1 + J + J(J − 1) / 2} paths
     */
    public ScatteringExtractor averagedOverOrientations() {
        return new ScatteringExtractor(network, images, normalisation, poolings, true, logarithms);
    }

    /**
     * The same with the features of orders 1 and 2 replaced by {@code ln(1 + max(0, feature))}, after all averages. They are not
     * negative but for the averaging filter's ringing.
     *
     * @return the extractor
     */
    public ScatteringExtractor inLogarithms() {
        return new ScatteringExtractor(network, images, normalisation, poolings, features.averaged(), true);
    }

    /**
     * Measures a region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return paths × poolings numbers, the same keys in the same order for every input
     * @throws InvalidInputException GEOMETRY_MISMATCH where the mask lies on another grid; EMPTY_MASK where the region has no voxel,
     *     or no slice with as many as {@link RegionSampling#minimumVoxels()}; NONFINITE_VALUES where an intensity of the region, or
     *     of its surroundings where these are shown, is not finite, or numbers overflow single precision
     */
    @Override
    public FeatureVector extract(ScalarImage image, Mask mask) {
        List<float[]> inputs = images.of(image, mask, normalisation, network.edge());
        double[] values = new double[keys.size()];
        for (float[] input : inputs) {
            double[][] coefficients = network.coefficients(input);
            for (int path = 0; path < coefficients.length; path++) {
                add(coefficients[path], path, values);
            }
        }
        for (int f = 0; f < values.length; f++) {
            int group = f / poolings.size();
            values[f] /= (double) inputs.size() * features.paths(group);
            if (!Double.isFinite(values[f])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "feature " + keys.get(f) + " came out as " + values[f]
                        + ": the region's surroundings are too far from its intensities, mask the region or use a window");
            }
            if (logarithms && features.order(group) > 0) {
                values[f] = Math.log1p(Math.max(0, values[f]));
            }
        }
        return FeatureVector.of(keys, values, provenance);
    }

    private void add(double[] coefficients, int path, double[] values) {
        float[] map = new float[coefficients.length];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) coefficients[i];
        }
        for (int p = 0; p < poolings.size(); p++) {
            values[features.group(path) * poolings.size() + p] += poolings.get(p).over(map, 0, map.length);
        }
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    private String source() {
        return "deep_scattering" + network.dimensions() + "d";
    }

    private List<FeatureKey> keys() {
        List<FeatureKey> all = new ArrayList<>();
        for (int group = 0; group < features.count(); group++) {
            FamilyId family = FamilyId.custom("deep_order_" + features.order(group));
            for (SpatialPooling pooling : poolings) {
                all.add(FeatureKey.of(source(), FeatureId.custom(family, features.name(group) + "_" + pooling.label(), "1")));
            }
        }
        return List.copyOf(all);
    }

    private Provenance describe() {
        Map<String, String> settings = new TreeMap<>();
        network.settings().forEach((name, value) -> settings.put("network." + name, value));
        settings.put("resized_to", network.edge() + " samples along each edge, linear, tent of a sample's width where larger than a voxel");
        settings.put("normalisation", normalisation.label());
        settings.put("sampling", images.label());
        settings.put("poolings", String.join(", ", poolings.stream().map(SpatialPooling::label).toList()));
        settings.put("averaged_over_orientations", Boolean.toString(features.averaged()));
        settings.put("logarithms", Boolean.toString(logarithms));
        Map<String, String> named = new TreeMap<>();
        settings.forEach((name, value) -> named.put(source() + "." + name, value));
        return Provenance.of(named);
    }
}
