package io.github.radiomics4j.deep.dl4j;

import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.Activation;

/** A 3 × 3 (× 3) convolution with zero padding 1 and bias; {@code positions} is 9 or 27. */
record Convolution(String name, int inputs, int outputs, int stride, NonLinearity ending, int positions) implements ChainStage {
    private static final int KERNEL = 3;

    /** What follows a convolution. */
    enum NonLinearity {
        RELU("ReLU", Activation.RELU),
        LEAKY_RELU("leaky ReLU 0.01", Activation.LEAKYRELU),
        NONE("linear", Activation.IDENTITY);

        private final String label;
        private final Activation activation;

        NonLinearity(String label, Activation activation) {
            this.label = label;
            this.activation = activation;
        }
    }

    static Convolution of(int dimensions, String name, int inputs, int outputs, int stride, NonLinearity ending) {
        return new Convolution(name, inputs, outputs, stride, ending, dimensions == 2 ? KERNEL * KERNEL : KERNEL * KERNEL * KERNEL);
    }

    @Override
    public int parameters() {
        return outputs + outputs * inputs * positions;
    }

    /** {@code √(2 / (positions · inputs))}, without the 2 where no rectifier follows. */
    double heDeviation() {
        return Math.sqrt((ending == NonLinearity.NONE ? 1.0 : 2.0) / (positions * inputs));
    }

    /** {@code √(2 / (positions · inputs + positions · outputs))}. */
    double xavierDeviation() {
        return Math.sqrt(2.0 / (positions * (inputs + outputs)));
    }

    @Override
    public Layer layer(int dimensions) {
        int[] kernel = ChainStage.edges(KERNEL, dimensions);
        int[] strides = ChainStage.edges(stride, dimensions);
        int[] padding = ChainStage.edges(1, dimensions);
        return dimensions == 2
                ? new ConvolutionLayer.Builder(kernel).stride(strides).padding(padding).nIn(inputs).nOut(outputs)
                        .activation(ending.activation).build()
                : new Convolution3D.Builder(kernel).stride(strides).padding(padding).nIn(inputs).nOut(outputs)
                        .activation(ending.activation).build();
    }

    @Override
    public String label(int dimensions) {
        return name + ": convolution " + ChainStage.cube(KERNEL, dimensions) + ", " + inputs + " to " + outputs + " channels, stride " + stride
                + ", zero padding 1, bias, " + ending.label;
    }
}
