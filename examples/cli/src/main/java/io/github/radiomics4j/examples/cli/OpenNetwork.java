package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.Encoder;

/**
 * A network in memory, part of which may lie outside the Java heap until it is closed.
 *
 * @param encoder the network
 * @param closing frees that part
 */
record OpenNetwork(Encoder encoder, Runnable closing) implements AutoCloseable {

    /**
     * A network that needs no closing.
     *
     * @param encoder the network
     * @return the same
     */
    static OpenNetwork of(Encoder encoder) {
        return new OpenNetwork(encoder, () -> { });
    }

    @Override
    public void close() {
        closing.run();
    }
}
