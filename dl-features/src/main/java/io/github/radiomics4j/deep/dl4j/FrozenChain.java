package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.Activations;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A chain of layers with its weights, which do not change. Every call computes on a graph of its own that ends at the layer asked for. */
final class FrozenChain {
    private static final String INPUT = "image";

    private final ConvolutionChain chain;
    private final float[] weights;
    private final String weightsSha256;

    /**
     * Takes the array as it is.
     *
     * @param weights as many as the chain has parameters, in its order
     */
    FrozenChain(ConvolutionChain chain, float[] weights) {
        this.chain = chain;
        this.weights = weights;
        this.weightsSha256 = chain.sha256(weights);
        Nd4j.factory().blas().setMaxThreads(1);
    }

    ConvolutionChain chain() {
        return chain;
    }

    String weightsSha256() {
        return weightsSha256;
    }

    int channels(String layer) {
        return chain.stages().get(chain.names().indexOf(layer)).outputs();
    }

    /** The images must be as {@link io.github.radiomics4j.deep.Encoder#activations} says. */
    Activations activations(float[] images, int count, int size, String layer) {
        ConvolutionChain used = chain.upTo(chain.names().indexOf(layer));
        // createFromArray, since create() takes on a data type that others may have set for the process;
        // not the graph's own close(), which collects the whole heap's garbage
        try (INDArray input = Nd4j.createFromArray(images); INDArray parameters = parameters(used)) {
            return ForwardPass.of(graph(used, parameters), input.reshape('c', chain.shape(count, size)), used.outputs());
        }
    }

    /** Hands the whole network over as long as the call takes. DL4J puts the time where a seed could stand; here it is 0. */
    <E extends Exception> void withGraph(GraphUse<E> use) throws E {
        try (INDArray parameters = parameters(chain)) {
            ComputationGraph graph = graph(chain, parameters);
            graph.getConfiguration().getDefaultConfiguration().setSeed(0);
            for (GraphVertex vertex : graph.getConfiguration().getVertices().values()) {
                if (vertex instanceof LayerVertex layer) {
                    layer.getLayerConf().setSeed(0);
                }
            }
            use.with(graph);
        }
    }

    /** What is done with a network. */
    @FunctionalInterface
    interface GraphUse<E extends Exception> {
        void with(ComputationGraph graph) throws E;
    }

    private static ComputationGraph graph(ConvolutionChain used, INDArray parameters) {
        GraphBuilder builder = ConvolutionChain.configuration().graphBuilder().addInputs(INPUT);
        ComputationGraph graph = new ComputationGraph(builder.setOutputs(used.addTo(builder, INPUT)).build());
        graph.init(parameters.reshape('c', 1, parameters.length()), false);
        return graph;
    }

    private INDArray parameters(ConvolutionChain used) {
        return Nd4j.createFromArray(Arrays.copyOf(weights, used.parameters()));
    }
}
