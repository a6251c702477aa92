package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.NetworkFile;
import io.github.radiomics4j.deep.SmallestSize;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network from a file, for images channels first whichever order it computes in. Every call computes on a graph of its own that ends at the layer asked for; the parameters up to
 * each layer that was asked for once are kept.
 */
final class StoredNetwork implements Encoder {
    private final String name;
    private final String weightsSha256;
    private final String origin;
    private final ComputationGraph graph;
    private final CNN2DFormat layout;
    private final int inputChannels;
    private final OptionalInt fixedSize;
    private final int minimumSize;
    private final Map<String, String> vertices;
    private final Map<String, Integer> channels = new LinkedHashMap<>();
    private final Map<String, GraphCut> cuts = new ConcurrentHashMap<>();
    private String reason = "";

    private StoredNetwork(NetworkFile file, OptionalInt asked) {
        Nd4j.factory().blas().setMaxThreads(1);
        this.name = file.name();
        this.weightsSha256 = file.sha256();
        StoredGraph stored = StoredGraph.of(file);
        if (asked.isPresent() && stored.size().isPresent() && !asked.equals(stored.size())) {
            throw StoredGraph.refused(file, "it was made for images of " + stored.size().getAsInt() + " pixels along an edge, not "
                    + asked.getAsInt());
        }
        this.origin = stored.origin();
        this.graph = stored.graph();
        this.fixedSize = asked.isPresent() ? asked : stored.size();
        List<String> inOrder = graph.getConfiguration().getTopologicalOrderStr().stream()
                .filter(graph.getConfiguration().getVertexInputs()::containsKey).toList();
        FeedForwardLayer first = firstWithWeights(inOrder, file);
        this.layout = layout(first).orElseThrow(() -> StoredGraph.refused(file, "its first layer with weights must be a 2D convolution or"
                + " batch normalisation, is " + first.getLayerName() + " of " + first.getClass().getSimpleName()));
        this.inputChannels = Math.toIntExact(first.getNIn());
        List<String> usable = fixedSize.isPresent() ? inOrder : GraphCut.verticesForAnySize(graph, inOrder);
        if (usable.isEmpty()) {
            throw StoredGraph.refused(file, "each layer depends on the size of the images: name the size that it was made for");
        }
        this.vertices = names(usable, file);
        GraphCut trial = GraphCut.at(graph, GraphCut.ends(graph, usable));
        OptionalInt size = fixedSize.isPresent() ? fixedSize : SmallestSize.find(s -> works(trial, s));
        if (size.isEmpty() || !works(trial, size.getAsInt())) {
            throw StoredGraph.refused(file, "it computes no blank image of " + (size.isPresent() ? size.getAsInt()
                    : "1, 2, 4 … " + SmallestSize.LARGEST_TRIED) + " pixels along an edge: " + reason);
        }
        this.minimumSize = size.getAsInt();
    }

    static StoredNetwork of(NetworkFile file, OptionalInt fixedSize) {
        return new StoredNetwork(file, fixedSize);
    }

    private FeedForwardLayer firstWithWeights(List<String> inOrder, NetworkFile file) {
        for (String vertexName : inOrder) {
            if (graph.getConfiguration().getVertices().get(vertexName) instanceof LayerVertex vertex
                    && vertex.getLayerConf().getLayer() instanceof FeedForwardLayer layer) {
                return layer;
            }
        }
        throw StoredGraph.refused(file, "it has no layer with weights");
    }

    /** Empty for layers whose input is not two-dimensional maps. */
    private static Optional<CNN2DFormat> layout(FeedForwardLayer layer) {
        return layer instanceof ConvolutionLayer convolution && convolution.getKernelSize().length == 2
                ? Optional.of(convolution.getCnn2dDataFormat())
                : layer instanceof BatchNormalization normalisation ? Optional.of(normalisation.getCnn2DFormat()) : Optional.empty();
    }

    private static Map<String, String> names(List<String> usable, NetworkFile file) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String vertex : usable) {
            String other = names.putIfAbsent(NetworkFile.identifier(vertex), vertex);
            if (other != null) {
                throw StoredGraph.refused(file, "vertices \"" + other + "\" and \"" + vertex + "\" both become layer \""
                        + NetworkFile.identifier(vertex) + "\"");
            }
        }
        return names;
    }

    /** DL4J refuses sizes with many sorts of runtime exceptions; each is an answer here. */
    private boolean works(GraphCut trial, int size) {
        try (INDArray blank = Nd4j.createFromArray(new float[inputChannels * size * size])) {
            Map<String, INDArray> found = trial.graph().feedForward(
                    ForwardPass.ordered(blank.reshape('c', 1, inputChannels, size, size), layout), false);
            for (Map.Entry<String, String> layer : vertices.entrySet()) {
                INDArray one = found.get(layer.getValue());
                if (one.rank() != 2 && one.rank() != 4 || Arrays.stream(one.shape()).anyMatch(n -> n < 1)) {
                    reason = "layer " + layer.getKey() + " has shape " + Arrays.toString(one.shape()) + ", neither maps nor a vector";
                    return false;
                }
                channels.put(layer.getKey(), (int) one.size(one.rank() == 4 && layout == CNN2DFormat.NHWC ? 3 : 1));
            }
            return true;
        } catch (RuntimeException e) {
            reason = String.valueOf(e.getMessage());
            return false;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> layers() {
        return List.copyOf(vertices.keySet());
    }

    @Override
    public int channels(String layer) {
        requireLayer(layer);
        return channels.get(layer);
    }

    @Override
    public int inputChannels() {
        return inputChannels;
    }

    @Override
    public int minimumSize() {
        return minimumSize;
    }

    @Override
    public OptionalInt fixedSize() {
        return fixedSize;
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("name", name);
        settings.put("architecture", origin + ", see weights_sha256");
        settings.put("input", inputChannels + (inputChannels == 1 ? " channel, " : " channels, ")
                + (layout == CNN2DFormat.NCHW ? "first, " : "last, ") + (fixedSize.isPresent() ? fixedSize.getAsInt() + " pixels" : "any size"));
        settings.put("engine", "DeepLearning4J 1.0.0-M2.1");
        return Collections.unmodifiableSortedMap(settings);
    }

    @Override
    public String weightsSha256() {
        return weightsSha256;
    }

    @Override
    public Activations activations(float[] images, int count, int size, String layer) {
        requireLayer(layer);
        requireImages(images, count, size);
        ComputationGraph own = cut(layer).graph();
        try (INDArray input = Nd4j.createFromArray(images)) {
            return ForwardPass.of(own, input.reshape('c', count, inputChannels, size, size), layout, channels(layer));
        }
    }

    private GraphCut cut(String layer) {
        GraphCut known = cuts.get(layer);
        return known != null ? known : newCut(layer);
    }

    /** One at a time: the whole graph is not made for several threads. */
    private synchronized GraphCut newCut(String layer) {
        return cuts.computeIfAbsent(layer, l -> GraphCut.at(graph, List.of(vertices.get(l))));
    }
}
