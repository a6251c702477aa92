package io.github.radiomics4j.deep.dl4j;

import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * The outcome is told from the mean of each of the encoder's maps by a softmax of two classes, see {@link WeightedCrossEntropy}. The two
 * scores are a convolution of the means, which are maps of one position: a dense layer's biases go through ND4J's old broadcasting.
 */
record Classification(ConvolutionChain encoder, WeightedCrossEntropy entropy) implements TrainingObjective {
    private static final int CLASSES = WeightedCrossEntropy.CLASSES;

    @Override
    public void addHead(GraphBuilder builder, String encoded, int size) {
        int dimensions = encoder.dimensions();
        int[] whole = ChainStage.edges(size / encoder.reduction(), dimensions);
        int[] one = ChainStage.edges(1, dimensions);
        if (dimensions == 2) {
            builder.addLayer("means",
                    new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG).kernelSize(whole).stride(whole).build(), encoded);
            builder.addLayer("scores", new ConvolutionLayer.Builder(one).stride(one).nIn(encoder.outputs()).nOut(CLASSES)
                    .activation(Activation.IDENTITY).build(), "means");
            builder.addLayer("outcome", new CnnLossLayer.Builder(entropy).activation(Activation.IDENTITY).build(), "scores");
        } else {
            builder.addLayer("means", new Subsampling3DLayer.Builder(PoolingType.AVG).kernelSize(whole).stride(whole).build(), encoded);
            builder.addLayer("scores", new Convolution3D.Builder(one).stride(one).nIn(encoder.outputs()).nOut(CLASSES)
                    .activation(Activation.IDENTITY).build(), "means");
            builder.addLayer("outcome", new Cnn3DLossLayer.Builder(DataFormat.NCDHW).lossFunction(entropy)
                    .activation(Activation.IDENTITY).build(), "scores");
        }
        builder.setOutputs("outcome");
    }

    @Override
    public float[] initialWeights(Random random) {
        int first = encoder.parameters() + CLASSES;
        float[] weights = new float[first + CLASSES * encoder.outputs()];
        encoder.initialise(weights, 0, random, Convolution::heDeviation);
        for (int i = first; i < weights.length; i++) {
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
        return encoder.dimensions() == 2 ? new long[] {count, CLASSES, 1, 1} : new long[] {count, CLASSES, 1, 1, 1};
    }

    @Override
    public double loss(float[] outputs, float[] targets, int count) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i += CLASSES) {
            sum += entropy.loss(outputs[i], outputs[i + 1], targets[i + 1] > 0);
        }
        return sum;
    }

    @Override
    public double lossOfScore(double score, int size) {
        return score;
    }
}
