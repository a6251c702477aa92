package io.github.radiomics4j.deep;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a network is trained, whatever its architecture. A share of the cases, drawn by the seed, is held out of the gradient; training
 * stops when their loss has not fallen for some epochs, and the weights of the best epoch are kept (early stopping). All patches of a
 * case are on one side, and so are the copies that a bootstrap draws of it.
 *
 * @param epochs the largest number of passes over the training cases
 * @param patience how many epochs without a new lowest hold-out loss end the training
 * @param holdOut the share of different cases held out for early stopping
 * @param batchSize patches per step of the optimiser; the last batch of an epoch holds what is left
 * @param learningRate the step size of Adam (decay of the moments 0.9 and 0.999)
 * @param augmentation the random changes of training patches
 * @param seed of weights, hold-out, order and augmentation
 */
public record TrainingPlan(int epochs, int patience, double holdOut, int batchSize, double learningRate, Augmentation augmentation,
        long seed) {

    /**
     * Checks the numbers.
     *
     * @param epochs at least 1
     * @param patience at least 1
     * @param holdOut above 0 and at most 0.5
     * @param batchSize at least 1
     * @param learningRate positive and finite
     * @param augmentation the random changes of training patches
     * @param seed any number
     * @throws IllegalArgumentException where a number is out of range
     */
    public TrainingPlan {
        if (epochs < 1 || patience < 1 || batchSize < 1) {
            throw new IllegalArgumentException("epochs, patience and batch size are at least 1, were " + epochs + ", " + patience + " and "
                    + batchSize);
        }
        if (!(holdOut > 0 && holdOut <= 0.5)) {
            throw new IllegalArgumentException("the share held out for early stopping must be above 0 and at most 0.5, was " + holdOut);
        }
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new IllegalArgumentException("the learning rate must be positive and finite, was " + learningRate);
        }
    }

    /**
     * The usual plan: at most 60 epochs, patience 8, a fifth held out, 16 patches per batch, learning rate 0.002, flips and shifts by up
     * to 2 pixels.
     *
     * @param seed of weights, hold-out, order and augmentation
     * @return the plan
     */
    public static TrainingPlan seeded(long seed) {
        return new TrainingPlan(60, 8, 0.2, 16, 0.002, Augmentation.flipsAndShifts(2), seed);
    }

    /**
     * The same with another length.
     *
     * @param largest the largest number of epochs
     * @param withoutGain how many epochs without a new lowest hold-out loss end the training
     * @return the plan
     */
    public TrainingPlan withEpochs(int largest, int withoutGain) {
        return new TrainingPlan(largest, withoutGain, holdOut, batchSize, learningRate, augmentation, seed);
    }

    /**
     * The same with another share held out.
     *
     * @param share above 0 and at most 0.5
     * @return the plan
     */
    public TrainingPlan holdingOut(double share) {
        return new TrainingPlan(epochs, patience, share, batchSize, learningRate, augmentation, seed);
    }

    /**
     * The same with other steps of the optimiser.
     *
     * @param patches per batch, at least 1
     * @param rate the learning rate, positive
     * @return the plan
     */
    public TrainingPlan inBatchesOf(int patches, double rate) {
        return new TrainingPlan(epochs, patience, holdOut, patches, rate, augmentation, seed);
    }

    /**
     * The same with another augmentation.
     *
     * @param changes the random changes of training patches
     * @return the plan
     */
    public TrainingPlan augmentedBy(Augmentation changes) {
        return new TrainingPlan(epochs, patience, holdOut, batchSize, learningRate, changes, seed);
    }

    /**
     * Every component by name.
     *
     * @return name to value
     */
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("epochs", Integer.toString(epochs));
        settings.put("patience", Integer.toString(patience));
        settings.put("hold_out", Double.toString(holdOut));
        settings.put("batch_size", Integer.toString(batchSize));
        settings.put("optimiser", "Adam, learning rate " + learningRate + ", decay 0.9 and 0.999");
        settings.put("augmentation", augmentation.label());
        settings.put("seed", Long.toString(seed));
        return Collections.unmodifiableSortedMap(settings);
    }
}
