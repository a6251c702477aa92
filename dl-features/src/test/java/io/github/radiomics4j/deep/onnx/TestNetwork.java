package io.github.radiomics4j.deep.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

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

    /** The image that the script gives to PyTorch, to the same bits. */
    static float[] image(int channels, int size) {
        float[] pixels = new float[channels * size * size];
        int at = 0;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    pixels[at++] = (float) ((x * x * 31 + y * y * 17 + x * y * 7 + c * 101) % 1009 / 1009.0 - 0.5);
                }
            }
        }
        return pixels;
    }

    /** A row of expected.csv: the statistics of one map in double precision and its value at the top right. */
    record Expected(String network, int channels, int size, String layer, int channel, double[] numbers) {

        static List<Expected> all() {
            try (InputStream in = TestNetwork.class.getResourceAsStream("expected.csv")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#")).skip(1)
                        .map(l -> of(l.split(","))).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Expected of(String[] cells) {
            double[] numbers = new double[cells.length - 5];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.parseDouble(cells[5 + i]);
            }
            return new Expected(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3], Integer.parseInt(cells[4]),
                    numbers);
        }
    }
}
