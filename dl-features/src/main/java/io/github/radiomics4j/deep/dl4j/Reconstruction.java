package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.dl4j.Convolution.NonLinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.Upsampling3D;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Patches come out as they went in: per patch the mean over its pixels of (output − input)². */
record Reconstruction(ConvolutionChain encoder) implements TrainingObjective {

    /** Backwards through the encoder's channels; before each of these convolutions every pixel becomes 2 × 2 (× 2). */
    private ConvolutionChain decoder() {
        List<ChainStage> forward = encoder.stages();
        List<ChainStage> backward = new ArrayList<>();
        for (int i = forward.size() - 1; i >= 0; i--) {
            int outputs = i == 0 ? 1 : forward.get(i - 1).outputs();
            backward.add(Convolution.of(encoder.dimensions(), "decode" + (i + 1), forward.get(i).outputs(), outputs, 1,
                    i == 0 ? NonLinearity.NONE : NonLinearity.LEAKY_RELU));
        }
        return new ConvolutionChain(encoder.dimensions(), backward);
    }

    @Override
    public void addHead(GraphBuilder builder, String encoded, int size) {
        boolean flat = encoder.dimensions() == 2;
        String previous = encoded;
        for (ChainStage stage : decoder().stages()) {
            String doubled = stage.name() + "_doubled";
            builder.addLayer(doubled, flat ? new Upsampling2D.Builder(2).build() : new Upsampling3D.Builder(DataFormat.NCDHW, 2).build(),
                    previous);
            builder.addLayer(stage.name(), stage.layer(encoder.dimensions()), doubled);
            previous = stage.name();
        }
        builder.addLayer("reconstruction", flat
                ? new CnnLossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build()
                : new Cnn3DLossLayer.Builder(DataFormat.NCDHW).lossFunction(LossFunction.MSE).activation(Activation.IDENTITY).build(),
                previous).setOutputs("reconstruction");
    }

    @Override
    public float[] initialWeights(Random random) {
        ConvolutionChain decoder = decoder();
        float[] weights = new float[encoder.parameters() + decoder.parameters()];
        encoder.initialise(weights, 0, random, Convolution::heDeviation);
        decoder.initialise(weights, encoder.parameters(), random, Convolution::heDeviation);
        return weights;
    }

    @Override
    public float[] targets(float[] pixels, boolean[] positive) {
        return pixels;
    }

    @Override
    public long[] targetShape(int count, int size) {
        return encoder.shape(count, size);
    }

    @Override
    public double loss(float[] outputs, float[] targets, int count) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double difference = (double) outputs[i] - targets[i];
            sum += difference * difference;
        }
        return sum * count / outputs.length;
    }

    @Override
    public double lossOfScore(double score, int size) {
        return score / encoder.volume(size);
    }
}
