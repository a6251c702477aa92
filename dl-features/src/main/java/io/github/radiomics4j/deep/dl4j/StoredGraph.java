package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.NetworkFile;
import java.util.OptionalInt;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * What a file tells of a network.
 *
 * @param graph of one input, single precision
 * @param size of the images that it was made for, pixels along an edge, where the file says so
 * @param origin what sort of file it is
 */
record StoredGraph(ComputationGraph graph, OptionalInt size, String origin) {

    /** A Keras file by its first bytes, otherwise a zip of DL4J. */
    static StoredGraph of(NetworkFile file) {
        if (!KerasFormat.isHdf5(file)) {
            return ZipContent.graph(file);
        }
        KerasFormat.requireImport();
        return KerasFile.graph(file);
    }

    static InvalidInputException refused(NetworkFile file, String reason) {
        return new InvalidInputException(Problem.UNSUPPORTED_NETWORK, "the network in " + file + " cannot serve as an encoder: " + reason);
    }
}
