package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.Encoder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jEncoderTest {
    private static final int SIZE = 13;

    @Test
    void everyLayerAgreesWithAPlainConvolutionOfTheDocumentedWeights() {
        Encoder encoder = Dl4jEncoder.small2d(11);
        float[] images = noise(2 * SIZE * SIZE, 5);
        for (int image = 0; image < 2; image++) {
            Random random = new Random(11);
            double[][][] maps = {square(images, image)};
            for (String layer : encoder.layers()) {
                maps = layer.startsWith("conv") ? convolved(maps, encoder.channels(layer), random) : halved(maps);
                Activations found = encoder.activations(images, 2, SIZE, layer);
                assertAgree(maps, found, image, layer);
            }
        }
    }

    @Test
    void layersAreNamedInOrder() {
        assertEquals("[conv1, pool1, conv2, pool2, conv3]", Dl4jEncoder.small2d(1).layers().toString());
    }

    @Test
    void theErrorForAnUnknownLayerListsTheLayers() {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> Dl4jEncoder.small2d(1).activations(new float[64], 1, 8, "conv9"));
        assertEquals("encoder small2d has no layer \"conv9\"; it has conv1, pool1, conv2, pool2, conv3", error.getMessage());
    }

    @Test
    void theSmallestSizeLeavesAPositionInEveryLayer() {
        Encoder encoder = Dl4jEncoder.small2d(1);
        int size = encoder.minimumSize();
        for (String layer : encoder.layers()) {
            assertTrue(encoder.activations(new float[size * size], 1, size, layer).height() >= 1, layer);
        }
        assertThrows(IllegalArgumentException.class, () -> encoder.activations(new float[9], 1, size - 1, "conv3"));
    }

    @Test
    void imagesOfAnotherLengthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Dl4jEncoder.small2d(1).activations(new float[63], 1, 8, "conv1"));
    }

    @Test
    void theFingerprintOfTheWeightsFollowsTheSeedAlone() {
        assertEquals(Dl4jEncoder.small2d(-7).weightsSha256(), Dl4jEncoder.small2d(-7).weightsSha256());
        assertNotEquals(Dl4jEncoder.small2d(-7).weightsSha256(), Dl4jEncoder.small2d(8).weightsSha256());
        assertTrue(Dl4jEncoder.small2d(8).weightsSha256().matches("[0-9a-f]{64}"));
    }

    @Test
    void aResultIsNotChangedByTheNextOne() {
        Encoder encoder = Dl4jEncoder.small2d(2);
        Activations first = encoder.activations(noise(256, 1), 1, 16, "conv2");
        float before = first.value(0, 3, 2, 2);
        for (int i = 0; i < 20; i++) {
            encoder.activations(noise(256, 100 + i), 1, 16, "conv2");
        }
        assertEquals(before, first.value(0, 3, 2, 2));
    }

    @Test
    void theRandomNumbersOfOtherNd4jUsersAreLeftAlone() {
        Nd4j.getRandom().setSeed(99);
        float expected = Nd4j.getRandom().nextFloat();
        Nd4j.getRandom().setSeed(99);
        Dl4jEncoder.small2d(2).activations(noise(256, 1), 1, 16, "conv3");
        assertEquals(expected, Nd4j.getRandom().nextFloat());
    }

    private static float[] noise(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double[][] square(float[] images, int image) {
        double[][] square = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            square[i / SIZE][i % SIZE] = images[image * SIZE * SIZE + i];
        }
        return square;
    }

    private static double[][][] convolved(double[][][] in, int outputs, Random random) {
        int height = in[0].length;
        int width = in[0][0].length;
        double deviation = Math.sqrt(2.0 / (9 * in.length + 9 * outputs));
        double[][][] out = new double[outputs][height][width];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < in.length; i++) {
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        float weight = (float) (random.nextGaussian() * deviation);
                        for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
                            for (int x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
                                out[o][y][x] += weight * in[i][y + dy][x + dx];
                            }
                        }
                    }
                }
            }
            for (double[] row : out[o]) {
                for (int x = 0; x < width; x++) {
                    row[x] = Math.max(0, row[x]);
                }
            }
        }
        return out;
    }

    private static double[][][] halved(double[][][] in) {
        double[][][] out = new double[in.length][in[0].length / 2][in[0][0].length / 2];
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < out[c].length; y++) {
                for (int x = 0; x < out[c][y].length; x++) {
                    out[c][y][x] = Math.max(Math.max(in[c][2 * y][2 * x], in[c][2 * y][2 * x + 1]),
                            Math.max(in[c][2 * y + 1][2 * x], in[c][2 * y + 1][2 * x + 1]));
                }
            }
        }
        return out;
    }

    /** To 1e-5 of the layer's largest activation: single precision against double. */
    private static void assertAgree(double[][][] expected, Activations found, int image, String layer) {
        assertEquals(expected.length, found.channels(), layer);
        assertEquals(expected[0].length, found.height(), layer);
        assertEquals(expected[0][0].length, found.width(), layer);
        double largest = 0;
        double deviation = 0;
        for (int c = 0; c < expected.length; c++) {
            for (int y = 0; y < found.height(); y++) {
                for (int x = 0; x < found.width(); x++) {
                    largest = Math.max(largest, expected[c][y][x]);
                    deviation = Math.max(deviation, Math.abs(expected[c][y][x] - found.value(image, c, y, x)));
                }
            }
        }
        assertTrue(largest > 0.1, "the layer's maps must not be blank: " + layer);
        assertTrue(deviation <= 1e-5 * largest, layer + " deviates by " + deviation + " of " + largest);
    }
}
