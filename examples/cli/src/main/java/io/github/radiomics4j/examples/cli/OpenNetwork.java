package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.Encoder;
import java.util.Set;

/**
 * A network in memory, part of which may lie outside the Java heap until it is closed.
 *
 * @param encoder the network
 * @param closing frees that part
 * @param trainedOn the cases that its file says it has learned from; none where it does not say
 */
record OpenNetwork(Encoder encoder, Runnable closing, Set<String> trainedOn) implements AutoCloseable {

    /**
     * A network that needs no closing.
     *
     * @param encoder the network
     * @return the same
     */
    static OpenNetwork of(Encoder encoder) {
        return new OpenNetwork(encoder, () -> { }, Set.of());
    }

    @Override
    public void close() {
        closing.run();
    }
}
