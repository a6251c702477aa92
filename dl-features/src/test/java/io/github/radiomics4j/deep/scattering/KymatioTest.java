package io.github.radiomics4j.deep.scattering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against the numbers of Kymatio 0.3.0, numpy backend; src/test/python/kymatio_scattering.py made them. */
class KymatioTest {
    /** Kymatio writes this for π in the norm of its Gaussians. */
    private static final double PI_OF_KYMATIO = 3.1415;

    private record Network(int edge, int scales, int angles) {
    }

    private record Reference(int path, int row, int column, double coefficient) {
    }

    @Test
    void coefficientsInThePlaneAreKymatios() throws IOException {
        Map<String, List<String[]>> rows = rows();
        assertEquals(7, rows.size());
        int checked = 0;
        for (List<String[]> of : rows.values()) {
            String[] head = of.get(0);
            Network n = new Network(Integer.parseInt(head[0]), Integer.parseInt(head[1]), Integer.parseInt(head[2]));
            WaveletScattering network = WaveletScattering.ofPlane(n.edge(), n.scales(), n.angles());
            double[][] found = network.coefficients(image(n.edge()));
            assertEquals(found.length, of.size(), "paths of " + n);
            for (String[] row : of) {
                Reference r = new Reference(Integer.parseInt(row[3]), Integer.parseInt(row[4]), Integer.parseInt(row[5]),
                        Double.parseDouble(row[6]));
                int filters = network.paths().get(r.path()).order() + 1;
                double theirs = r.coefficient() * Math.pow(PI_OF_KYMATIO / Math.PI, filters);
                double ours = found[r.path()][r.row() * network.outputs() + r.column()];
                assertEquals(theirs, ours, 3e-7, () -> "Scattering2D(J=" + n.scales() + ", shape=(" + n.edge() + ", " + n.edge() + "), L="
                        + n.angles() + ")(image), " + network.paths().get(r.path()));
                checked++;
            }
        }
        assertTrue(checked > 900, "coefficients checked: " + checked);
    }

    /** Image values are exact in single precision. */
    private static float[] image(int edge) {
        float[] image = new float[edge * edge];
        for (int row = 0; row < edge; row++) {
            for (int column = 0; column < edge; column++) {
                image[row * edge + column] = (17 * row + 31 * column + row * column) % 29 / 8f - 1.5f + row / 16f;
            }
        }
        return image;
    }

    private static Map<String, List<String[]>> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                KymatioTest.class.getResourceAsStream("kymatio-0.3.0.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(","))
                    .collect(Collectors.groupingBy(r -> r[0] + "," + r[1] + "," + r[2], TreeMap::new, Collectors.toList()));
        }
    }
}
