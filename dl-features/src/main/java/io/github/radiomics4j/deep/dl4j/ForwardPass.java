package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.Activations;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What comes out of a graph that ends at one layer. */
final class ForwardPass {

    private ForwardPass() {
    }

    /**
     * The layer's activations; a vector becomes maps of one position. Closes what it makes, not the input.
     *
     * @param input images × channels × (slices ×) rows × columns
     * @param outputs how many channels the layer has
     */
    static Activations of(ComputationGraph graph, INDArray input, int outputs) {
        return of(graph, input, CNN2DFormat.NCHW, outputs);
    }

    /** The same for a graph that computes in the order of a layout; input and activations have channels first all the same. */
    static Activations of(ComputationGraph graph, INDArray input, CNN2DFormat layout, int outputs) {
        INDArray output = graph.outputSingle(ordered(input, layout));
        int rank = output.rank();
        try (INDArray ordered = (rank == 4 && layout == CNN2DFormat.NHWC ? output.permute(0, 3, 1, 2) : output).dup('c')) {
            return Activations.of((int) input.size(0), outputs, rank > 4 ? (int) ordered.size(2) : 1,
                    rank > 3 ? (int) ordered.size(rank - 2) : 1, rank > 3 ? (int) ordered.size(rank - 1) : 1, ordered.data().asFloat());
        } finally {
            if (output.closeable()) {
                output.close();
            }
        }
    }

    /** A view of images with channels first, in the order of a layout. */
    static INDArray ordered(INDArray input, CNN2DFormat layout) {
        return layout == CNN2DFormat.NHWC ? input.permute(0, 2, 3, 1) : input;
    }
}
