package io.github.radiomics4j.deep.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The cross-entropy of two classes behind a softmax, {@code −w ln p} with p the probability of an example's class and w the class's weight,
 * and its gradient by the scores, {@code w (p − t)}.
 *
 * <p>In plain Java instead of DL4J's own loss: that one weighs rows by ND4J's old broadcasting, whose native call reads an array that no
 * Java object holds any longer. Where a garbage collection falls into the call, the process ends with a segmentation fault.
 *
 * @param negativeWeight of class 0
 * @param positiveWeight of class 1
 */
record WeightedCrossEntropy(float negativeWeight, float positiveWeight) implements ILossFunction {
    static final int CLASSES = 2;
    private static final long serialVersionUID = 1L;
    /** The smallest probability that counts, as in DL4J. */
    private static final double SMALLEST = 1e-10;

    /**
     * The loss of one example.
     *
     * @param negative its score for class 0, before the softmax
     * @param positive for class 1
     * @param isPositive whether it is of class 1
     * @return the loss
     */
    double loss(double negative, double positive, boolean isPositive) {
        double probability = isPositive ? probability(positive, negative) : probability(negative, positive);
        return -(isPositive ? positiveWeight : negativeWeight) * StrictMath.log(Math.max(SMALLEST, probability));
    }

    /** {@code e^own / (e^own + e^other)}. */
    private static double probability(double own, double other) {
        return 1 / (1 + StrictMath.exp(other - own));
    }

    @Override
    public double computeScore(INDArray labels, INDArray scores, IActivation activation, INDArray mask, boolean average) {
        double sum = 0;
        for (int row = 0; row < scores.size(0); row++) {
            sum += loss(scores.getFloat(row, 0), scores.getFloat(row, 1), isPositive(labels, row));
        }
        return average ? sum / scores.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray scores, IActivation activation, INDArray mask) {
        float[][] losses = new float[(int) scores.size(0)][1];
        for (int row = 0; row < losses.length; row++) {
            losses[row][0] = (float) loss(scores.getFloat(row, 0), scores.getFloat(row, 1), isPositive(labels, row));
        }
        return Nd4j.createFromArray(losses);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray scores, IActivation activation, INDArray mask) {
        float[][] gradient = new float[(int) scores.size(0)][CLASSES];
        for (int row = 0; row < gradient.length; row++) {
            boolean positive = isPositive(labels, row);
            double probability = probability(scores.getFloat(row, 1), scores.getFloat(row, 0));
            double slope = (positive ? positiveWeight : negativeWeight) * (probability - (positive ? 1 : 0));
            gradient[row][0] = (float) -slope;
            gradient[row][1] = (float) slope;
        }
        return Nd4j.createFromArray(gradient);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(INDArray labels, INDArray scores, IActivation activation, INDArray mask,
            boolean average) {
        return Pair.of(computeScore(labels, scores, activation, mask, average), computeGradient(labels, scores, activation, mask));
    }

    @Override
    public String name() {
        return "weighted cross-entropy";
    }

    private static boolean isPositive(INDArray labels, int row) {
        return labels.getFloat(row, 1) > 0;
    }
}
