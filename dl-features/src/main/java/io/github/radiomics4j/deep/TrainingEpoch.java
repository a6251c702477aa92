package io.github.radiomics4j.deep;

/**
 * One pass over the training cases.
 *
 * @param number from 1
 * @param planned the largest number of epochs
 * @param trainingLoss the mean loss over the augmented training patches, each as it was met, while the weights moved
 * @param holdOutLoss the mean loss over the patches of the held-out cases after the epoch, not augmented
 * @param best whether the hold-out loss is the lowest so far
 */
public record TrainingEpoch(int number, int planned, double trainingLoss, double holdOutLoss, boolean best) {
}
