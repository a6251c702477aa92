package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.Activations;
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
        INDArray output = graph.outputSingle(input);
        try (INDArray ordered = output.dup('c')) {
            int rank = output.rank();
            return Activations.of((int) input.size(0), outputs, rank > 4 ? (int) output.size(2) : 1,
                    rank > 3 ? (int) output.size(rank - 2) : 1, rank > 3 ? (int) output.size(rank - 1) : 1, ordered.data().asFloat());
        } finally {
            if (output.closeable()) {
                output.close();
            }
        }
    }
}
