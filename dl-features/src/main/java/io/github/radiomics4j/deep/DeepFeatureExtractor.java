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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Deep features of a region: slices are cut around it, normalised, resized to a square of N × N pixels and given to an
 * {@link Encoder}; each map of one named layer is pooled over its positions. The numbers are
 *
 * <pre>{@code feature(c, p) = (1 / S) Σₛ pₛ(maps of slice s, channel c)}</pre>
 *
 * with S slices and p one of the {@link SpatialPooling}s. They are called {@code deep_<encoder>.deep_<layer>.channel_<ccc>_<p>},
 * such as {@code deep_small2d.deep_conv2.channel_007_mean}, channels first, and have no unit.
 *
 * <p>In this order: the region is measured on its original grid for the {@link IntensityNormalisation}; the square of the
 * {@link RegionSampling} is cut, which has equal edges in mm, so anisotropic pixels become square ones; its voxels are normalised,
 * those outside the region set to 0 where that is asked for; then they are interpolated linearly at N × N pixel centres, with a tent
 * as wide as a pixel where pixels are larger than voxels. An encoder of several input channels gets the same image in each, moved and
 * scaled by {@link ChannelStatistics} where these are given.
 *
 * <p>Immutable and safe to share between threads; every {@code with}-like method gives a new extractor. The same image and region
 * give the same bits as far as the encoder does. Deep features have no standard: they can be compared only under equal settings,
 * weights included, which {@link #provenance()} holds.
 */
public final class DeepFeatureExtractor implements FeatureSource {
    static final int LARGEST_SIZE = 4096;

    private final Encoder encoder;
    private final String layer;
    private final int size;
    private final IntensityNormalisation normalisation;
    private final RegionSampling sampling;
    private final List<SpatialPooling> poolings;
    private final int batchSize;
    private final Optional<ChannelStatistics> statistics;
    private final List<FeatureKey> keys;
    private final Provenance provenance;

    private DeepFeatureExtractor(Encoder encoder, String layer, int size, IntensityNormalisation normalisation, RegionSampling sampling,
            List<SpatialPooling> poolings, int batchSize, Optional<ChannelStatistics> statistics) {
        encoder.requireLayer(layer);
        if (size < encoder.minimumSize() || size > LARGEST_SIZE) {
            throw new IllegalArgumentException("encoder " + encoder.name() + " needs images of " + encoder.minimumSize() + " to "
                    + LARGEST_SIZE + " pixels along an edge, was " + size);
        }
        if (size != encoder.fixedSize().orElse(size)) {
            throw new IllegalArgumentException("encoder " + encoder.name() + " was made for images of "
                    + encoder.fixedSize().getAsInt() + " pixels along an edge and takes no others, was " + size);
        }
        if (poolings.isEmpty() || poolings.stream().distinct().count() != poolings.size()) {
            throw new IllegalArgumentException("at least one spatial pooling is needed and each once, was " + poolings);
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch holds at least 1 image, was " + batchSize);
        }
        statistics.ifPresent(s -> s.requireChannels(encoder.inputChannels(), encoder.name()));
        this.encoder = encoder;
        this.layer = layer;
        this.size = size;
        this.normalisation = normalisation;
        this.sampling = sampling;
        this.poolings = poolings;
        this.batchSize = batchSize;
        this.statistics = statistics;
        this.keys = keys(encoder, layer, poolings);
        this.provenance = provenance(this);
    }

    /**
     * An extractor of an encoder's last layer: the largest slice without margin, with context, z-scores of the region,
     * 64 × 64 pixels or the encoder's minimum where that is larger (its only size where it has one), all three poolings, one image
     * per batch.
     *
     * @param encoder the network
     * @return the extractor
     */
    public static DeepFeatureExtractor of(Encoder encoder) {
        List<String> layers = encoder.layers();
        return new DeepFeatureExtractor(encoder, layers.get(layers.size() - 1),
                encoder.fixedSize().orElse(Math.max(64, encoder.minimumSize())), IntensityNormalisation.zScoreInRegion(),
                RegionSampling.largestSlice(0), List.of(SpatialPooling.values()), 1, Optional.empty());
    }

    /**
     * The same for another layer.
     *
     * @param name one of the encoder's layers
     * @return the extractor
     * @throws IllegalArgumentException where there is no such layer; the message lists those there are
     */
    public DeepFeatureExtractor atLayer(String name) {
        return new DeepFeatureExtractor(encoder, name, size, normalisation, sampling, poolings, batchSize, statistics);
    }

    /**
     * The same with images of another size.
     *
     * @param pixels along each edge, from the encoder's minimum to 4096
     * @return the extractor
     */
    public DeepFeatureExtractor resizedTo(int pixels) {
        return new DeepFeatureExtractor(encoder, layer, pixels, normalisation, sampling, poolings, batchSize, statistics);
    }

    /**
     * The same with another intensity normalisation.
     *
     * @param rule how intensities become the network's input
     * @return the extractor
     */
    public DeepFeatureExtractor normalisedBy(IntensityNormalisation rule) {
        return new DeepFeatureExtractor(encoder, layer, size, rule, sampling, poolings, batchSize, statistics);
    }

    /**
     * The same with the pixels of each channel moved and scaled last of all, masked ones too: {@code (y − meanₖ) / deviationₖ}. For
     * networks trained on photographs, together with a normalisation to 0 … 1 (window, percentiles, min-max).
     *
     * @param channels the numbers of the network's training, as many channels as it takes
     * @return the extractor
     * @throws IllegalArgumentException where the encoder takes another number of channels
     */
    public DeepFeatureExtractor standardisedBy(ChannelStatistics channels) {
        return new DeepFeatureExtractor(encoder, layer, size, normalisation, sampling, poolings, batchSize, Optional.of(channels));
    }

    /**
     * The same with another part of the image.
     *
     * @param part which slices, how much around the region
     * @return the extractor
     */
    public DeepFeatureExtractor sampling(RegionSampling part) {
        return new DeepFeatureExtractor(encoder, layer, size, normalisation, part, poolings, batchSize, statistics);
    }

    /**
     * The same with other statistics of the maps.
     *
     * @param statistics at least one, each once, in the order of the features of a channel
     * @return the extractor
     */
    public DeepFeatureExtractor pooledBy(SpatialPooling... statistics) {
        return new DeepFeatureExtractor(encoder, layer, size, normalisation, sampling, List.of(statistics), batchSize,
                this.statistics);
    }

    /**
     * The same with another batch size. Every batch has exactly this many images, the last one is filled up with blank ones:
     * networks round differently for different batch sizes. With more than 1, the last bits of a slice's features may also depend
     * on its place in the batch, so change it only for an encoder that is faster for it.
     *
     * @param images per batch, at least 1
     * @return the extractor
     */
    public DeepFeatureExtractor inBatchesOf(int images) {
        return new DeepFeatureExtractor(encoder, layer, size, normalisation, sampling, poolings, images, statistics);
    }

    /**
     * Measures a region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return channels × poolings numbers, the same keys in the same order for every input
     * @throws InvalidInputException GEOMETRY_MISMATCH where the mask lies on another grid; EMPTY_MASK where the region has no voxel,
     *     or no slice with as many as {@link RegionSampling#minimumVoxels()}; NONFINITE_VALUES where an intensity of the region, or
     *     of its surroundings where these are shown, is not finite, or numbers overflow single precision
     */
    @Override
    public FeatureVector extract(ScalarImage image, Mask mask) {
        return extract(cutting().cut(image, mask));
    }

    /**
     * How regions become the images that the encoder gets.
     *
     * @return sampling, normalisation and size
     */
    public PatchCutting cutting() {
        return new PatchCutting(sampling, normalisation, size);
    }

    /**
     * Measures a region that has been cut before: the bits of {@link #extract(ScalarImage, Mask)}, for those who measure one region with
     * many encoders.
     *
     * @param patches the region's images
     * @return channels × poolings numbers, the same keys in the same order for every input
     * @throws IllegalArgumentException where the patches were cut in another way than {@link #cutting()}
     * @throws InvalidInputException NONFINITE_VALUES where numbers overflow single precision
     */
    public FeatureVector extract(Patches patches) {
        if (!patches.cutting().equals(cutting())) {
            throw new IllegalArgumentException("patches were cut as \"" + patches.cutting().label() + "\", but the extractor cuts as \""
                    + cutting().label() + "\": take its cutting() to cut, or the patches' cutting to make it");
        }
        double[] values = new double[keys.size()];
        for (int first = 0; first < patches.count(); first += batchSize) {
            int used = Math.min(batchSize, patches.count() - first);
            Activations maps = encoder.activations(batch(patches, first, used), batchSize, size, layer);
            for (int s = 0; s < used; s++) {
                addPooled(maps, s, values);
            }
        }
        for (int f = 0; f < values.length; f++) {
            values[f] /= patches.count();
            if (!Double.isFinite(values[f])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "feature " + keys.get(f) + " came out as " + values[f]
                        + ": the activations must be finite; do the intensities fit the normalisation that the network was made for?");
            }
        }
        return FeatureVector.of(keys, values, provenance);
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    private float[] batch(Patches patches, int first, int used) {
        int channels = encoder.inputChannels();
        int pixels = size * size;
        float[] batch = new float[Math.multiplyExact(batchSize * channels, pixels)];
        for (int s = 0; s < used; s++) {
            for (int c = 0; c < channels; c++) {
                int at = (s * channels + c) * pixels;
                patches.copy(first + s, batch, at);
                if (statistics.isPresent()) {
                    statistics.get().standardise(batch, at, pixels, c);
                }
            }
        }
        return batch;
    }

    private void addPooled(Activations maps, int slice, double[] values) {
        int f = 0;
        for (int c = 0; c < maps.channels(); c++) {
            for (SpatialPooling pooling : poolings) {
                values[f++] += maps.pooled(slice, c, pooling);
            }
        }
    }

    private static String source(Encoder encoder) {
        return "deep_" + encoder.name();
    }

    private static List<FeatureKey> keys(Encoder encoder, String layer, List<SpatialPooling> poolings) {
        FamilyId family = FamilyId.custom("deep_" + layer);
        List<FeatureKey> keys = new ArrayList<>();
        for (int c = 0; c < encoder.channels(layer); c++) {
            for (SpatialPooling pooling : poolings) {
                String name = String.format(Locale.ROOT, "channel_%03d_%s", c, pooling.label());
                keys.add(FeatureKey.of(source(encoder), FeatureId.custom(family, name, "1")));
            }
        }
        return List.copyOf(keys);
    }

    /** Settings stand under the names of encoder and layer: tables of two layers can stand side by side. */
    private static Provenance provenance(DeepFeatureExtractor e) {
        Map<String, String> settings = new TreeMap<>();
        e.encoder.settings().forEach((name, value) -> settings.put("encoder." + name, value));
        settings.put("encoder.weights_sha256", e.encoder.weightsSha256());
        settings.put("resized_to", e.size + " × " + e.size + " pixels, linear, tent of a pixel's width where larger than a voxel");
        settings.put("normalisation", e.normalisation.label());
        e.statistics.ifPresent(s -> settings.put("channel_statistics", s.label()));
        settings.put("sampling", e.sampling.label());
        settings.put("poolings", String.join(", ", e.poolings.stream().map(SpatialPooling::label).toList()));
        settings.put("batch_size", Integer.toString(e.batchSize));
        Map<String, String> named = new TreeMap<>();
        settings.forEach((name, value) -> named.put(source(e.encoder) + "." + e.layer + "." + name, value));
        return Provenance.of(named);
    }
}
