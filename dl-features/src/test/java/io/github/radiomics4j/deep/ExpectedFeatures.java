package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What the framework that a network comes from computes, as the scripts in src/test/python write it: one row for each map. */
public final class ExpectedFeatures {
    private static final double TOLERANCE = 1e-5;

    private final List<Row> rows;

    /** The statistics of one map in double precision and its value at the top right. */
    private record Row(String network, int channels, int size, String layer, int channel, double[] numbers) {

        static Row of(String[] cells) {
            double[] numbers = Arrays.stream(cells, 5, cells.length).mapToDouble(Double::parseDouble).toArray();
            return new Row(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3], Integer.parseInt(cells[4]), numbers);
        }
    }

    private ExpectedFeatures(List<Row> rows) {
        this.rows = rows;
    }

    /** One layer's rows of the expected.csv beside a class. */
    public static ExpectedFeatures of(Class<?> neighbour, String network, String layer) {
        try (InputStream in = neighbour.getResourceAsStream("expected.csv")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8), network, layer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One layer's rows of an expected.csv. */
    static ExpectedFeatures of(String csv, String network, String layer) {
        return new ExpectedFeatures(csv.lines().filter(l -> !l.startsWith("#")).skip(1).map(l -> Row.of(l.split(",")))
                .filter(r -> r.network().equals(network) && r.layer().equals(layer)).toList());
    }

    /** The image that the scripts give to the network, to the same bits. */
    public static float[] image(int channels, int size) {
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

    /** Fails where a number differs by more than 1e-5 of its range over the layer's maps. */
    public void assertComputedBy(Encoder encoder) {
        double deviation = largestDeviation(encoder);
        assertTrue(deviation <= TOLERANCE, rows.get(0).layer() + " deviates by " + deviation + " of the range");
    }

    /** The largest deviation of a number, as a part of its range over the layer's maps. */
    double largestDeviation(Encoder encoder) {
        Row any = rows.get(0);
        Activations maps = encoder.activations(image(any.channels(), any.size()), 1, any.size(), any.layer());
        assertEquals(rows.size(), maps.channels());
        double largest = 0;
        for (int statistic = 0; statistic < any.numbers().length; statistic++) {
            int s = statistic;
            double[] expected = rows.stream().mapToDouble(r -> r.numbers()[s]).toArray();
            double[] found = rows.stream().mapToDouble(r -> statistics(maps, r.channel())[s]).toArray();
            double range = Arrays.stream(expected).max().orElseThrow() - Arrays.stream(expected).min().orElseThrow();
            for (int i = 0; i < found.length; i++) {
                double difference = Math.abs(found[i] - expected[i]);
                // equal numbers of no range are no deviation; NaN is one
                largest = difference == 0 ? largest : Math.max(largest, difference / range);
            }
        }
        return largest;
    }

    private static double[] statistics(Activations maps, int channel) {
        int positions = maps.height() * maps.width();
        double[] values = new double[positions];
        for (int i = 0; i < positions; i++) {
            values[i] = maps.value(0, channel, i / maps.width(), i % maps.width());
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        return new double[] {mean, Arrays.stream(values).max().orElseThrow(), Math.sqrt(variance),
            maps.value(0, channel, 0, maps.width() - 1)};
    }
}
