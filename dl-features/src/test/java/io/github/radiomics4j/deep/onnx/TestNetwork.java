package io.github.radiomics4j.deep.onnx;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The files written by src/test/python/networks.py. */
final class TestNetwork {

    private TestNetwork() { }

    static Path file(String name) {
        try {
            return Path.of(TestNetwork.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
