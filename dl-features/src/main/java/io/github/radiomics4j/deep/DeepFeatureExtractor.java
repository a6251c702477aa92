package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deep features of a region: slices, planes or a cube are cut around it, normalised, resized to N × N (× N) pixels and given to an
 * {@link Encoder}; each map of one named layer is pooled over its positions, then over the samples. The numbers are
 *
 * <pre>{@code feature(c, p, q) = qₛ(p(map of sample s, channel c))}</pre>
 *
 * with p one of the {@link SpatialPooling}s and q one of the {@link SamplePooling}s over the samples s, the mean unless others are asked
 * for. They are called {@code deep_<encoder>.deep_<layer>.channel_<ccc>_<p>}, such as {@code deep_small2d.deep_conv2.channel_007_mean},
 * channels first, and have no unit. With other statistics over samples than the mean alone, {@code _samples_<q>} follows.
 *
 * <p>In this order: the region is measured on its original grid for the {@link IntensityNormalisation}; the square or cube of the
 * {@link ImageSampling} is cut, which has equal edges in mm, so anisotropic pixels become square ones; its voxels are normalised,
 * those outside the region set to 0 where that is asked for; then they are interpolated linearly at N × N (× N) pixel centres, with a
 * tent as wide as a pixel where pixels are larger than voxels. An encoder of several input channels gets the same image in each, moved
 * and scaled by {@link ChannelStatistics} where these are given.
 *
 * <p>A region that is smaller than what one position of a map looks at (the receptive field) is no error: it is enlarged like any other,
 * and {@link RegionSampling#slicesOfAtLeast} refuses regions that hold too little. N below {@link Encoder#minimumSize()} is refused.
 *
 * <p>Immutable and safe to share between threads; every {@code with}-like method gives a new extractor. The same image and region
 * give the same bits as far as the encoder does. Deep features have no standard: they can be compared only under equal settings,
 * weights included, which {@link #provenance()} holds.
 */
public final class DeepFeatureExtractor implements FeatureSource {
    private final DeepFeatureSettings settings;
    private final List<FeatureKey> keys;
    private final Provenance provenance;

    private DeepFeatureExtractor(DeepFeatureSettings settings) {
        this.settings = settings;
        this.keys = settings.keys();
        this.provenance = settings.provenance();
    }

    /**
     * An extractor of an encoder's last layer: the largest slice (in three dimensions the cube) without margin, with context, z-scores
     * of the region, 64 × 64 pixels (32 × 32 × 32) or the encoder's minimum where that is larger (its only size where it has one), all
     * three poolings over space, the mean over samples, one image per batch.
     *
     * @param encoder the network
     * @return the extractor
     */
    public static DeepFeatureExtractor of(Encoder encoder) {
        List<String> layers = encoder.layers();
        boolean flat = encoder.dimensions() == 2;
        ImageSampling sampling = flat ? RegionSampling.largestSlice(0) : CubeSampling.of(0);
        int size = encoder.fixedSize().orElse(Math.max(flat ? 64 : 32, encoder.minimumSize()));
        return new DeepFeatureExtractor(new DeepFeatureSettings(encoder, layers.get(layers.size() - 1),
                new PatchCutting(sampling, IntensityNormalisation.zScoreInRegion(), size), FeaturePooling.of(SpatialPooling.values()), 1,
                Optional.empty()));
    }

    /**
     * The same for another layer.
     *
     * @param name one of the encoder's layers
     * @return the extractor
     * @throws IllegalArgumentException where there is no such layer; the message lists those there are
     */
    public DeepFeatureExtractor atLayer(String name) {
        return new DeepFeatureExtractor(settings.atLayer(name));
    }

    /**
     * The same with images of another size.
     *
     * @param pixels along each edge, from the encoder's minimum to 4096 (of cubes 512)
     * @return the extractor
     */
    public DeepFeatureExtractor resizedTo(int pixels) {
        return cutBy(new PatchCutting(cutting().sampling(), cutting().normalisation(), pixels));
    }

    /**
     * The same with another intensity normalisation.
     *
     * @param rule how intensities become the network's input
     * @return the extractor
     */
    public DeepFeatureExtractor normalisedBy(IntensityNormalisation rule) {
        return cutBy(new PatchCutting(cutting().sampling(), rule, cutting().size()));
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
        return new DeepFeatureExtractor(settings.standardisedBy(channels));
    }

    /**
     * The same with another part of the image.
     *
     * @param part which slices or the cube, how much around the region
     * @return the extractor
     * @throws IllegalArgumentException where the encoder has other dimensions
     */
    public DeepFeatureExtractor sampling(ImageSampling part) {
        return cutBy(new PatchCutting(part, cutting().normalisation(), cutting().size()));
    }

    DeepFeatureExtractor cutBy(PatchCutting other) {
        return new DeepFeatureExtractor(settings.cutBy(other));
    }

    /**
     * The same with other statistics of the maps.
     *
     * @param statistics at least one, each once, in the order of the features of a channel
     * @return the extractor
     */
    public DeepFeatureExtractor pooledBy(SpatialPooling... statistics) {
        return new DeepFeatureExtractor(settings.pooledBy(settings.pooling().overSpace(statistics)));
    }

    /**
     * The same with other statistics over samples: slices or planes. Of a region of one sample, such as that of
     * {@link RegionSampling#largestSlice} or a cube, mean and maximum are equal and the standard deviation is 0.
     *
     * @param statistics at least one, each once, in the order of the features of a channel's statistic over space
     * @return the extractor
     */
    public DeepFeatureExtractor pooledOverSamplesBy(SamplePooling... statistics) {
        return new DeepFeatureExtractor(settings.pooledBy(settings.pooling().overSamples(statistics)));
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
        return new DeepFeatureExtractor(settings.inBatchesOf(images));
    }

    /**
     * Measures a region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return channels × poolings over space × poolings over samples numbers, the same keys in the same order for every input
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
        return settings.cutting();
    }

    /**
     * Measures a region that has been cut before: the bits of {@link #extract(ScalarImage, Mask)}, for those who measure one region with
     * many encoders.
     *
     * @param patches the region's images
     * @return channels × poolings over space × poolings over samples numbers, the same keys in the same order for every input
     * @throws IllegalArgumentException where the patches were cut in another way than {@link #cutting()}
     * @throws InvalidInputException NONFINITE_VALUES where numbers overflow single precision
     */
    public FeatureVector extract(Patches patches) {
        if (!patches.cutting().equals(cutting())) {
            throw new IllegalArgumentException("patches were cut as \"" + patches.cutting().label() + "\", but the extractor cuts as \""
                    + cutting().label() + "\": take its cutting() to cut, or the patches' cutting to make it");
        }
        List<double[]> samples = new ArrayList<>();
        int batchSize = settings.batchSize();
        for (int first = 0; first < patches.count(); first += batchSize) {
            int used = Math.min(batchSize, patches.count() - first);
            Activations maps = settings.encoder().activations(batch(patches, first, used), batchSize, cutting().size(), settings.layer());
            for (int s = 0; s < used; s++) {
                samples.add(overSpace(maps, s));
            }
        }
        double[] values = settings.pooling().overSamples(samples);
        for (int f = 0; f < values.length; f++) {
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
        int channels = settings.encoder().inputChannels();
        int pixels = cutting().volume();
        float[] batch = new float[Math.multiplyExact(settings.batchSize() * channels, pixels)];
        for (int s = 0; s < used; s++) {
            for (int c = 0; c < channels; c++) {
                int at = (s * channels + c) * pixels;
                patches.copy(first + s, batch, at);
                if (settings.statistics().isPresent()) {
                    settings.statistics().get().standardise(batch, at, pixels, c);
                }
            }
        }
        return batch;
    }

    private double[] overSpace(Activations maps, int sample) {
        List<SpatialPooling> statistics = settings.pooling().space();
        double[] values = new double[maps.channels() * statistics.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = maps.pooled(sample, i / statistics.size(), statistics.get(i % statistics.size()));
        }
        return values;
    }
}
