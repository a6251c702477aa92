package io.github.radiomics4j.deep.dl4j;

import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * The outcome is told from the mean of each of the encoder's maps by a softmax of two classes: per patch {@code −w ln p} with p the
 * probability of its class and w that class's weight.
 */
record Classification(ConvolutionChain encoder, float negativeWeight, float positiveWeight) implements TrainingObjective {
    private static final int CLASSES = 2;
    /** The smallest probability that counts, as in DL4J. */
    private static final double SMALLEST = 1e-10;

    @Override
    public void addHead(GraphBuilder builder, String encoded) {
        builder.addLayer("means", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), encoded);
        builder.addLayer("outcome", new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(negativeWeight, positiveWeight)))
                .nIn(encoder.outputs()).nOut(CLASSES).activation(Activation.SOFTMAX).build(), "means").setOutputs("outcome");
    }

    @Override
    public float[] initialWeights(Random random) {
        int first = encoder.parameters();
        int matrix = CLASSES * encoder.outputs();
        float[] weights = new float[first + matrix + CLASSES];
        encoder.initialise(weights, 0, random, Convolution::heDeviation);
        for (int i = first; i < first + matrix; i++) {
            weights[i] = (float) (random.nextGaussian() / Math.sqrt(encoder.outputs()));
        }
        return weights;
    }

    @Override
    public float[] targets(float[] pixels, boolean[] positive) {
        float[] targets = new float[CLASSES * positive.length];
        for (int i = 0; i < positive.length; i++) {
            targets[CLASSES * i + (positive[i] ? 1 : 0)] = 1;
        }
        return targets;
    }

    @Override
    public long[] targetShape(int count, int size) {
        return new long[] {count, CLASSES};
    }

    @Override
    public double loss(float[] outputs, float[] targets, int count) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double weight = i % CLASSES == 0 ? negativeWeight : positiveWeight;
            sum -= targets[i] * weight * StrictMath.log(Math.max(SMALLEST, outputs[i]));
        }
        return sum;
    }

    @Override
    public double lossOfScore(double score, int size) {
        return score;
    }
}
