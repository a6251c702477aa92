package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.EncoderTraining;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.TrainingExamples.Example;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small convolutional network that tells the outcome from grey patches, squares or cubes, not yet trained. 3 × 3 (× 3) convolutions of
 * stride 2 (zero padding 1, leaky ReLU with slope 0.01), the mean of each map, a softmax of two classes. The loss of a patch is
 * {@code −w ln p}, with p the probability given to its case's outcome and w the weight of that class. Kernels start as He normal,
 * {@code g √(2 / (9 · inputs))} with 27 for 9 in three dimensions, biases at 0.
 *
 * <p>The softmax is dropped after training; the encoder's layers are {@code conv1}, {@code conv2}, … Such an encoder <b>has looked at the
 * outcomes</b> of its training cases, so its features of them are worth nothing as evidence: train it inside each resample, as
 * {@link EncoderTraining} shows.
 *
 * <p><b>Same bits.</b> As with {@link AutoencoderTraining}.
 *
 * <p>Source: Lin, Chen and Yan 2014, Network in network, ICLR (mean of each map before the classes); King and Zeng 2001, Logistic
 * regression in rare events data, Political Analysis 9:137 (class weights); He et al. 2015 and Kingma and Ba 2015 as there.
 *
 * @param dimensions 2 for squares, 3 for cubes
 * @param channels of the convolutions; each halves the patch
 * @param weights how much a case of either outcome counts
 * @param plan epochs, early stopping, optimiser, augmentation, seed
 */
public record ClassifierTraining(int dimensions, List<Integer> channels, ClassWeights weights, TrainingPlan plan)
        implements EncoderTraining {

    /** How much a patch of either outcome counts in the loss. */
    public enum ClassWeights {
        /** Each patch 1. */
        EQUAL,
        /** {@code n / (2 nᵧ)}, with n the training patches and nᵧ those of its outcome (not held out): both outcomes count the same. */
        BALANCED
    }

    /**
     * Checks the architecture.
     *
     * @param dimensions 2 for squares, 3 for cubes
     * @param channels of 1 to 6 convolutions, 1 to 1024 each; copied
     * @param weights how much a case of either outcome counts
     * @param plan epochs, early stopping, optimiser, augmentation, seed
     * @throws IllegalArgumentException where the number of dimensions, convolutions or channels is out of range
     */
    public ClassifierTraining {
        channels = List.copyOf(channels);
        chain(dimensions, channels);
    }

    /**
     * A classifier of squares.
     *
     * @param channels of 1 to 6 convolutions, 1 to 1024 each; copied
     * @param weights how much a case of either outcome counts
     * @param plan epochs, early stopping, optimiser, augmentation, seed
     * @throws IllegalArgumentException where the number of convolutions or channels is out of range
     */
    public ClassifierTraining(List<Integer> channels, ClassWeights weights, TrainingPlan plan) {
        this(2, channels, weights, plan);
    }

    /**
     * Squares, convolutions of 8, 16 and 32 channels, patches of a multiple of 8 pixels, balanced classes.
     *
     * @param plan epochs, early stopping, optimiser, augmentation, seed
     * @return the training
     */
    public static ClassifierTraining of(TrainingPlan plan) {
        return new ClassifierTraining(List.of(8, 16, 32), ClassWeights.BALANCED, plan);
    }

    /**
     * The same for cubes, which {@link io.github.radiomics4j.deep.CubeSampling} cuts.
     *
     * @param plan epochs, early stopping, optimiser, augmentation, seed
     * @return the training
     */
    public static ClassifierTraining ofCubes(TrainingPlan plan) {
        return new ClassifierTraining(3, List.of(8, 16, 32), ClassWeights.BALANCED, plan);
    }

    /**
     * {@inheritDoc}
     *
     * @param cases at least 2 different ones of each outcome; patches of a multiple of {@code 2^convolutions} pixels
     * @return the encoder, named {@code classifier2d} or {@code classifier3d}
     */
    @Override
    public TrainedEncoder train(List<TrainingCase> cases, TrainingListener listener) {
        ConvolutionChain encoder = chain(dimensions, channels);
        PatchCutting cutting = TrainingExamples.commonCutting(cases, encoder);
        TrainingExamples examples = TrainingExamples.dealt(cases, plan.holdOut(), true, TrainingRun.random(plan.seed(), "hold-out"));
        double total = examples.training().size();
        long positive = examples.training().stream().filter(Example::isPositive).count();
        boolean balanced = weights == ClassWeights.BALANCED;
        Classification objective = new Classification(encoder, new WeightedCrossEntropy(
                balanced ? (float) (total / (2 * (total - positive))) : 1, balanced ? (float) (total / (2 * positive)) : 1));
        TrainingRun.Result result = new TrainingRun(objective, plan, examples, cutting.size()).train(listener);
        SortedMap<String, String> settings = settings();
        settings.put("training.patches", cutting.label());
        return new TrainedEncoder("classifier" + dimensions + "d", encoder, result, settings,
                cases.stream().map(TrainingCase::id).toList());
    }

    @Override
    public boolean looksAtOutcomes() {
        return true;
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        plan.settings().forEach((name, value) -> settings.put("training." + name, value));
        settings.put("training.objective", "classification, cross-entropy; looks at outcomes");
        settings.put("training.class_weights", weights.name().toLowerCase(Locale.ROOT));
        settings.put("architecture", chain(dimensions, channels).label());
        return settings;
    }

    private static ConvolutionChain chain(int dimensions, List<Integer> channels) {
        return ConvolutionChain.halving(dimensions, channels, "conv" + channels.size());
    }
}
