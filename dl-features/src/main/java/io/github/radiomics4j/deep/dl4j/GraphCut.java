package io.github.radiomics4j.deep.dl4j;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A graph that ends at chosen vertices: outputSingle is right only on such a graph, and computes no more than is needed. */
final class GraphCut {
    private final ComputationGraphConfiguration configuration;
    private final INDArray parameters;
    private final Map<String, GraphVertex> originals;

    private GraphCut(ComputationGraph graph, Map<String, GraphVertex> originals) {
        this.configuration = graph.getConfiguration();
        this.parameters = graph.params();
        this.originals = originals;
    }

    /** What leads to some vertices; parameters are a copy. */
    static GraphCut at(ComputationGraph graph, List<String> ends) {
        Map<String, List<String>> inputs = graph.getConfiguration().getVertexInputs();
        Set<String> kept = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(ends);
        while (!open.isEmpty()) {
            String vertex = open.remove();
            if (kept.add(vertex)) {
                open.addAll(inputs.getOrDefault(vertex, List.of()));
            }
        }
        TransferLearning.GraphBuilder builder = new TransferLearning.GraphBuilder(graph).validateOutputLayerConfig(false);
        for (String vertex : inputs.keySet()) {
            if (!kept.contains(vertex)) {
                builder.removeVertexAndConnections(vertex);
            }
        }
        ComputationGraph cut = builder.setOutputs(ends.toArray(String[]::new)).build();
        copyParameters(graph, cut);
        return new GraphCut(cut, graph.getConfiguration().getVertices());
    }

    /** By name: TransferLearning copies those of separable and depthwise convolutions in another order than they are kept in. */
    private static void copyParameters(ComputationGraph from, ComputationGraph to) {
        for (org.deeplearning4j.nn.graph.vertex.GraphVertex vertex : to.getVertices()) {
            if (vertex.hasLayer()) {
                Map<String, INDArray> originals = from.getVertex(vertex.getVertexName()).paramTable(false);
                vertex.paramTable(false).forEach((name, values) -> values.assign(originals.get(name)));
            }
        }
    }

    /** A graph of its own for one call, on the shared parameters, which inference only reads. */
    ComputationGraph graph() {
        ComputationGraphConfiguration copy = configuration.clone();
        copy.getVertices().forEach(this::restoreMergeAxis);
        ComputationGraph graph = new ComputationGraph(copy);
        if (parameters.isEmpty() || parameters.length() == 0) {
            graph.init();
        } else {
            graph.init(parameters, false);
        }
        return graph;
    }

    /** A copy made by DL4J merges along axis 1 whatever the original's was, and so rows instead of channels where these come last. */
    private void restoreMergeAxis(String name, GraphVertex copy) {
        if (copy instanceof MergeVertex merging && originals.get(name) instanceof MergeVertex original) {
            merging.setMergeAxis(original.getMergeAxis());
        }
    }

    /** The vertices in order of computation, without those that follow where maps of one certain size become a vector. */
    static List<String> verticesForAnySize(ComputationGraph graph, List<String> inOrder) {
        ComputationGraphConfiguration configuration = graph.getConfiguration();
        Set<String> bound = new HashSet<>();
        for (String name : inOrder) {
            if (isBound(configuration.getVertices().get(name))
                    || configuration.getVertexInputs().get(name).stream().anyMatch(bound::contains)) {
                bound.add(name);
            }
        }
        return inOrder.stream().filter(v -> !bound.contains(v)).toList();
    }

    private static boolean isBound(GraphVertex vertex) {
        return vertex instanceof LayerVertex layer && layer.getPreProcessor() != null || vertex instanceof PreprocessorVertex
                || vertex instanceof ReshapeVertex;
    }

    /** Those of some vertices that no other of them takes as input. */
    static List<String> ends(ComputationGraph graph, List<String> vertices) {
        Map<String, List<String>> inputs = graph.getConfiguration().getVertexInputs();
        Set<String> taken = new HashSet<>();
        vertices.forEach(v -> taken.addAll(inputs.get(v)));
        return vertices.stream().filter(v -> !taken.contains(v)).toList();
    }
}
