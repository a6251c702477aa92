package io.github.radiomics4j.deep.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.Layer;

/** One layer of a {@link ConvolutionChain}, in two or three dimensions. */
sealed interface ChainStage permits Convolution, Maxima {

    String name();

    int outputs();

    int stride();

    int parameters();

    Layer layer(int dimensions);

    String label(int dimensions);

    /** Such as {@code 3×3×3}. */
    static String cube(int edge, int dimensions) {
        return edge + "×" + edge + (dimensions == 2 ? "" : "×" + edge);
    }

    /** The same edge along each axis. */
    static int[] edges(int edge, int dimensions) {
        int[] edges = new int[dimensions];
        Arrays.fill(edges, edge);
        return edges;
    }
}
