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
 * <pre>{@code feature(path, p, q) = qₛ(p(coefficients of the path in sample s))}</pre>
 *
 * with p one of the {@link SpatialPooling}s and q one of the {@link SamplePooling}s over slices or planes s (one for a cube), the mean
 * unless others are asked for. They are called
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
    private final ImageSampling images;
    private final IntensityNormalisation normalisation;
    private final FeaturePooling pooling;
    private final ScatteringFeatures features;
    private final boolean logarithms;
    private final List<FeatureKey> keys;
    private final Provenance provenance;

    private ScatteringExtractor(WaveletScattering network, ImageSampling images, IntensityNormalisation normalisation,
            FeaturePooling pooling, boolean averaged, boolean logarithms) {
        if (images.dimensions() != network.dimensions()) {
            throw new IllegalArgumentException("a scattering network of " + network.dimensions() + " dimensions cannot take a "
                    + images.label() + ": take RegionSampling in two dimensions and CubeSampling in three");
        }
        this.network = network;
        this.images = images;
        this.normalisation = normalisation;
        this.pooling = pooling;
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
        ImageSampling images = network.dimensions() == 2 ? RegionSampling.largestSlice(0) : CubeSampling.of(0);
        return new ScatteringExtractor(network, images, IntensityNormalisation.zScoreInRegion(),
                FeaturePooling.of(SpatialPooling.MEAN, SpatialPooling.STANDARD_DEVIATION), false, false);
    }

    /**
     * The same with another intensity normalisation.
     *
     * @param rule how intensities become the network's input
     * @return the extractor
     */
    public ScatteringExtractor normalisedBy(IntensityNormalisation rule) {
        return new ScatteringExtractor(network, images, rule, pooling, features.averaged(), logarithms);
    }

    /**
     * The same with other slices, or more around the region.
     *
     * @param part which slices or the cube, how much around the region
     * @return the extractor
     * @throws IllegalArgumentException where the network has other dimensions
     */
    public ScatteringExtractor sampling(ImageSampling part) {
        return new ScatteringExtractor(network, part, normalisation, pooling, features.averaged(), logarithms);
    }

    /**
     * The same with other statistics over space.
     *
     * @param statistics at least one, each once, in the order of the features of a path
     * @return the extractor
     */
    public ScatteringExtractor pooledBy(SpatialPooling... statistics) {
        return new ScatteringExtractor(network, images, normalisation, pooling.overSpace(statistics), features.averaged(), logarithms);
    }

    /**
     * The same with other statistics over slices or planes; of a single one the standard deviation is 0. Where they are others than the
     * mean alone, features' names end in {@code _samples_<statistic>}.
     *
     * @param statistics at least one, each once, in the order of the features of a path's statistic over space
     * @return the extractor
     */
    public ScatteringExtractor pooledOverSamplesBy(SamplePooling... statistics) {
        return new ScatteringExtractor(network, images, normalisation, pooling.overSamples(statistics), features.averaged(), logarithms);
    }

    /**
     * The same with features averaged over the orientations of all their wavelets: {@code scale_0_mean}, {@code scale_0_scale_1_mean}.
     *
     * @return the extractor, with {@code 1 + J + J(J − 1) / 2} paths
     */
    public ScatteringExtractor averagedOverOrientations() {
        return new ScatteringExtractor(network, images, normalisation, pooling, true, logarithms);
    }

    /**
     * The same with the features of orders 1 and 2 replaced by {@code ln(1 + max(0, feature))}, after all averages. They are not
     * negative but for the averaging filter's ringing.
     *
     * @return the extractor
     */
    public ScatteringExtractor inLogarithms() {
        return new ScatteringExtractor(network, images, normalisation, pooling, features.averaged(), true);
    }

    /**
     * Measures a region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return paths × poolings over space × poolings over samples numbers, the same keys in the same order for every input
     * @throws InvalidInputException GEOMETRY_MISMATCH where the mask lies on another grid; EMPTY_MASK where the region has no voxel,
     *     or no slice with as many as {@link RegionSampling#minimumVoxels()}; NONFINITE_VALUES where an intensity of the region, or
     *     of its surroundings where these are shown, is not finite, or numbers overflow single precision
     */
    @Override
    public FeatureVector extract(ScalarImage image, Mask mask) {
        List<double[]> samples = new ArrayList<>();
        for (float[] input : images.images(image, mask, normalisation, network.edge())) {
            samples.add(overSpace(network.coefficients(input)));
        }
        double[] values = pooling.overSamples(samples);
        for (int f = 0; f < values.length; f++) {
            int group = f / (values.length / features.count());
            values[f] /= features.paths(group);
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

    /** Sums over the paths of each feature. */
    private double[] overSpace(double[][] coefficients) {
        int statistics = pooling.space().size();
        double[] values = new double[features.count() * statistics];
        for (int path = 0; path < coefficients.length; path++) {
            float[] map = new float[coefficients[path].length];
            for (int i = 0; i < map.length; i++) {
                map[i] = (float) coefficients[path][i];
            }
            for (int p = 0; p < statistics; p++) {
                values[features.group(path) * statistics + p] += pooling.space().get(p).over(map, 0, map.length);
            }
        }
        return values;
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
            for (String statistic : pooling.names()) {
                all.add(FeatureKey.of(source(), FeatureId.custom(family, features.name(group) + "_" + statistic, "1")));
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
        settings.putAll(pooling.settings());
        settings.put("averaged_over_orientations", Boolean.toString(features.averaged()));
        settings.put("logarithms", Boolean.toString(logarithms));
        Map<String, String> named = new TreeMap<>();
        settings.forEach((name, value) -> named.put(source() + "." + name, value));
        return Provenance.of(named);
    }
}
