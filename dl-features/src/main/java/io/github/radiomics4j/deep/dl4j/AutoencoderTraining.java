package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.EncoderTraining;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A convolutional autoencoder of grey patches, squares or cubes, not yet trained. 3 × 3 (× 3) convolutions of stride 2 (zero padding 1,
 * leaky ReLU with slope 0.01) narrow a patch to the {@code bottleneck}; the decoder doubles each pixel to 2 × 2 (× 2) before each of its
 * convolutions, through the same channels backwards. The loss of a patch of n pixels is {@code Σ (output − input)² / n}, in squared units
 * of the normalised intensities, with the augmented patch as its own target. Kernels start as He normal, {@code g √(2 / (9 · inputs))} with
 * 27 for 9 in three dimensions, biases at 0; in three dimensions a convolution to one channel, such as the decoder's last, has no bias.
 *
 * <p>The decoder is dropped after training. The encoder's layers are {@code conv1}, {@code conv2}, … and {@code bottleneck}. Outcomes are
 * not looked at, but images are: an autoencoder that has seen the test images is not validated by them, so train it inside each resample
 * too.
 *
 * <p><b>Same bits.</b> The same cases in the same order, plan and channels give the same weights on one processor, over repeats, calling
 * threads and processes. Training sets ND4J's matrix products to one native thread for the whole process, see {@link Dl4jEncoder}.
 *
 * <p>Source: Masci, Meier, Cireşan and Schmidhuber 2011, Stacked convolutional auto-encoders for hierarchical feature extraction, ICANN,
 * 52–59; He, Zhang, Ren and Sun 2015, Delving deep into rectifiers, ICCV, 1026–1034; Kingma and Ba 2015, Adam, ICLR.
 *
 * @param dimensions 2 for squares, 3 for cubes
 * @param channels of the encoder's convolutions, the bottleneck's last; each convolution halves the patch
 * @param plan epochs, early stopping, optimiser, augmentation, seed
 */
public record AutoencoderTraining(int dimensions, List<Integer> channels, TrainingPlan plan) implements EncoderTraining {
    private static final String LAST = "bottleneck";

    /**
     * Checks the architecture.
     *
     * @param dimensions 2 for squares, 3 for cubes
     * @param channels of 1 to 6 convolutions, 1 to 1024 each; copied
     * @param plan epochs, early stopping, optimiser, augmentation, seed
     * @throws IllegalArgumentException where the number of dimensions, convolutions or channels is out of range
     */
    public AutoencoderTraining {
        channels = List.copyOf(channels);
        ConvolutionChain.halving(dimensions, channels, LAST);
    }

    /**
     * An autoencoder of squares.
     *
     * @param channels of 1 to 6 convolutions, 1 to 1024 each; copied
     * @param plan epochs, early stopping, optimiser, augmentation, seed
     * @throws IllegalArgumentException where the number of convolutions or channels is out of range
     */
    public AutoencoderTraining(List<Integer> channels, TrainingPlan plan) {
        this(2, channels, plan);
    }

    /**
     * Squares, convolutions of 8, 16 and 32 channels: patches of a multiple of 8 pixels, a bottleneck of an eighth of their edge.
     *
     * @param plan epochs, early stopping, optimiser, augmentation, seed
     * @return the training
     */
    public static AutoencoderTraining of(TrainingPlan plan) {
        return new AutoencoderTraining(List.of(8, 16, 32), plan);
    }

    /**
     * The same for cubes, which {@link io.github.radiomics4j.deep.CubeSampling} cuts.
     *
     * @param plan epochs, early stopping, optimiser, augmentation, seed
     * @return the training
     */
    public static AutoencoderTraining ofCubes(TrainingPlan plan) {
        return new AutoencoderTraining(3, List.of(8, 16, 32), plan);
    }

    /**
     * {@inheritDoc}
     *
     * @param cases at least 2 different ones; patches of a multiple of {@code 2^convolutions} pixels; outcomes are not looked at
     * @return the encoder, named {@code autoencoder2d} or {@code autoencoder3d}
     */
    @Override
    public TrainedEncoder train(List<TrainingCase> cases, TrainingListener listener) {
        ConvolutionChain encoder = chain();
        PatchCutting cutting = TrainingExamples.commonCutting(cases, encoder);
        TrainingExamples examples = TrainingExamples.dealt(cases, plan.holdOut(), false, TrainingRun.random(plan.seed(), "hold-out"));
        TrainingRun.Result result = new TrainingRun(new Reconstruction(encoder), plan, examples, cutting.size()).train(listener);
        SortedMap<String, String> settings = settings();
        settings.put("training.patches", cutting.label());
        return new TrainedEncoder("autoencoder" + dimensions + "d", encoder, result, settings,
                cases.stream().map(TrainingCase::id).toList());
    }

    @Override
    public boolean looksAtOutcomes() {
        return false;
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        plan.settings().forEach((name, value) -> settings.put("training." + name, value));
        settings.put("training.objective", "autoencoder, mean squared error; looks at no outcomes");
        settings.put("architecture", chain().label());
        return settings;
    }

    private ConvolutionChain chain() {
        return ConvolutionChain.halving(dimensions, channels, LAST);
    }
}
