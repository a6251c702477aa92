package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.dl4j.ConvolutionChain.Convolution;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Patches come out as they went in: per patch the mean over its pixels of (output − input)². */
record Reconstruction(ConvolutionChain encoder) implements TrainingObjective {

    /** Backwards through the encoder's channels; before each of these convolutions every pixel becomes 2 × 2. */
    private ConvolutionChain decoder() {
        List<Convolution> forward = encoder.convolutions();
        return new ConvolutionChain(IntStream.range(0, forward.size()).mapToObj(i -> {
            Convolution mirrored = forward.get(forward.size() - 1 - i);
            return new Convolution("decode" + (forward.size() - i), mirrored.outputs(), mirrored.inputs(), 1, i == forward.size() - 1);
        }).toList());
    }

    @Override
    public void addHead(GraphBuilder builder, String encoded) {
        String previous = encoded;
        for (Convolution convolution : decoder().convolutions()) {
            String doubled = convolution.name() + "_doubled";
            builder.addLayer(doubled, new Upsampling2D.Builder(2).build(), previous);
            builder.addLayer(convolution.name(), convolution.layer(), doubled);
            previous = convolution.name();
        }
        builder.addLayer("reconstruction", new CnnLossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build(), previous)
                .setOutputs("reconstruction");
    }

    @Override
    public float[] initialWeights(Random random) {
        ConvolutionChain decoder = decoder();
        float[] weights = new float[encoder.parameters() + decoder.parameters()];
        encoder.initialise(weights, 0, random);
        decoder.initialise(weights, encoder.parameters(), random);
        return weights;
    }

    @Override
    public float[] targets(float[] pixels, boolean[] positive) {
        return pixels;
    }

    @Override
    public long[] targetShape(int count, int size) {
        return new long[] {count, 1, size, size};
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
        return score / ((double) size * size);
    }
}
