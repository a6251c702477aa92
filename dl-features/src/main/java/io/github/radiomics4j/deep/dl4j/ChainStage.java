package io.github.radiomics4j.deep.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/** One layer of a {@link ConvolutionChain}, in two or three dimensions. */
sealed interface ChainStage {

    String name();

    int outputs();

    int stride();

    int parameters();

    Layer layer(int dimensions);

    String label(int dimensions);

    /** Such as {@code 3×3×3}. */
    private static String cube(int edge, int dimensions) {
        return edge + "×" + edge + (dimensions == 2 ? "" : "×" + edge);
    }

    private static int[] edges(int edge, int dimensions) {
        int[] edges = new int[dimensions];
        Arrays.fill(edges, edge);
        return edges;
    }

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

    /** A 3 × 3 (× 3) convolution with zero padding 1 and bias; {@code positions} is 9 or 27. */
    record Convolution(String name, int inputs, int outputs, int stride, NonLinearity ending, int positions) implements ChainStage {
        private static final int KERNEL = 3;

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
            int[] kernel = edges(KERNEL, dimensions);
            int[] strides = edges(stride, dimensions);
            int[] padding = edges(1, dimensions);
            return dimensions == 2
                    ? new ConvolutionLayer.Builder(kernel).stride(strides).padding(padding).nIn(inputs).nOut(outputs)
                            .activation(ending.activation).build()
                    : new Convolution3D.Builder(kernel).stride(strides).padding(padding).nIn(inputs).nOut(outputs)
                            .activation(ending.activation).build();
        }

        @Override
        public String label(int dimensions) {
            return name + ": convolution " + cube(KERNEL, dimensions) + ", " + inputs + " to " + outputs + " channels, stride " + stride
                    + ", zero padding 1, bias, " + ending.label;
        }
    }

    /** Maxima of 2 × 2 (× 2) with stride 2. */
    record Maxima(String name, int outputs) implements ChainStage {
        private static final int EDGE = 2;

        @Override
        public int stride() {
            return EDGE;
        }

        @Override
        public int parameters() {
            return 0;
        }

        @Override
        public Layer layer(int dimensions) {
            int[] edges = edges(EDGE, dimensions);
            return dimensions == 2
                    ? new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(edges).stride(edges).build()
                    : new Subsampling3DLayer.Builder(Subsampling3DLayer.PoolingType.MAX).kernelSize(edges).stride(edges).build();
        }

        @Override
        public String label(int dimensions) {
            return name + ": maximum " + cube(EDGE, dimensions) + ", stride 2";
        }
    }
}
