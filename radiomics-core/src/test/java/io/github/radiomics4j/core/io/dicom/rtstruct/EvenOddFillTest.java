package io.github.radiomics4j.core.io.dicom.rtstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** The even-odd rule, decided exactly at every voxel centre. */
class EvenOddFillTest {
    private static final int COLUMNS = 9;
    private static final int ROWS = 7;

    /** Polygons of vertices on centres, on borders of voxels and anywhere, many beyond the slice. */
    @Provide
    Arbitrary<List<double[][]>> polygons() {
        Arbitrary<Double> anywhere = Arbitraries.doubles().between(-3, 12);
        Arbitrary<Double> onHalves = Arbitraries.integers().between(-4, 20).map(half -> half / 2.0);
        Arbitrary<Double> coordinate = Arbitraries.frequencyOf(Tuple.of(1, anywhere), Tuple.of(3, onHalves));
        Arbitrary<double[][]> polygon = coordinate.array(Double[].class).ofMinSize(6).ofMaxSize(20).map(numbers -> {
            double[][] axes = new double[2][numbers.length / 2];
            for (int i = 0; i < axes[0].length; i++) {
                axes[0][i] = numbers[2 * i];
                axes[1][i] = numbers[2 * i + 1];
            }
            return axes;
        });
        return polygon.list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 2000)
    void fillingEqualsTheRuleAtEveryVoxelCentre(@ForAll("polygons") List<double[][]> polygons) {
        byte[] expected = new byte[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int crossed = 0;
                for (double[][] polygon : polygons) {
                    crossed += crossings(polygon[0], polygon[1], column - EvenOddFill.BEFORE_COLUMN, row - EvenOddFill.BEFORE_ROW);
                }
                expected[column + COLUMNS * row] = (byte) (crossed % 2);
            }
        }
        assertArrayEquals(expected, filled(polygons));
    }

    /** Found by chance: 5 / 3.09 is 1 / 0.618, the ratio that the test point's distances once had. */
    @Test
    void aCentreAtTheEndOfASlantingEdgeIsDecidedByTheRule() {
        fillingEqualsTheRuleAtEveryVoxelCentre(List.<double[][]>of(new double[][] {{0, 0, 5}, {0, -0.09, 3}}));
    }

    /** How many edges pass before a point in its row: by the side of the edge that it is on, exactly. */
    private static int crossings(double[] u, double[] v, double x, double y) {
        int crossed = 0;
        for (int i = 0; i < u.length; i++) {
            int next = (i + 1) % u.length;
            if ((v[i] <= y) == (v[next] <= y)) {
                continue;
            }
            BigDecimal side = product(u[next], u[i], y, v[i]).subtract(product(x, u[i], v[next], v[i]));
            crossed += (v[next] > v[i] ? side.signum() <= 0 : side.signum() >= 0) ? 1 : 0;
        }
        return crossed;
    }

    /** (a − b) (c − d), exactly. */
    private static BigDecimal product(double a, double b, double c, double d) {
        return new BigDecimal(a).subtract(new BigDecimal(b)).multiply(new BigDecimal(c).subtract(new BigDecimal(d)));
    }

    @Property
    void theSenseAndTheStartOfAContourDoNotMatter(@ForAll("polygons") List<double[][]> polygons) {
        List<double[][]> turned = polygons.stream().map(polygon -> new double[][] {turned(polygon[0]), turned(polygon[1])}).toList();
        assertArrayEquals(filled(polygons), filled(turned));
    }

    private static double[] turned(double[] vertices) {
        double[] turned = new double[vertices.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = vertices[(2 * vertices.length - i - 2) % vertices.length];
        }
        return turned;
    }

    @Property
    void theTwoPartsOfADividedContourShareNoVoxelAndLeaveNoneOut(@ForAll("polygons") List<double[][]> polygons) {
        double[][] whole = polygons.get(0);
        int cut = whole[0].length - 1;
        List<double[][]> parts = List.of(part(whole, 0, 2), part(whole, 2, cut), new double[][] {
                {whole[0][0], whole[0][2], whole[0][cut]}, {whole[1][0], whole[1][2], whole[1][cut]}});
        byte[] sum = new byte[COLUMNS * ROWS];
        for (double[][] part : parts) {
            byte[] filled = filled(List.<double[][]>of(part));
            for (int i = 0; i < sum.length; i++) {
                sum[i] ^= filled[i];
            }
        }
        assertArrayEquals(filled(List.<double[][]>of(whole)), sum);
    }

    private static double[][] part(double[][] polygon, int from, int to) {
        return new double[][] {Arrays.copyOfRange(polygon[0], from, to + 1), Arrays.copyOfRange(polygon[1], from, to + 1)};
    }

    @Test
    void aSquareWithItsCornersOnCentresHoldsAsManyVoxelsAsItsArea() {
        byte[] filled = filled(List.<double[][]>of(square(1, 1, 4)));
        int[] sum = new int[1];
        for (int i = 0; i < filled.length; i++) {
            sum[0] += filled[i];
            assertEquals(i % COLUMNS > 1 && i % COLUMNS <= 5 && i / COLUMNS > 1 && i / COLUMNS <= 5 ? 1 : 0, filled[i], "voxel " + i);
        }
        assertEquals(16, sum[0]);
    }

    private static double[][] square(int column, int row, int side) {
        return new double[][] {{column, column + side, column + side, column}, {row, row, row + side, row + side}};
    }

    @Test
    void theFurthestVerticesAreExactEnough() {
        double far = EvenOddFill.FURTHEST;
        byte[] all = filled(List.<double[][]>of(new double[][] {{-far, far, far, -far}, {-far, -far, far, far}}));
        assertEquals(COLUMNS * ROWS, sum(all));
        // right of the diagonal of the largest square; a centre on it is tested to its left, where rows grow more slowly than columns
        byte[] half = filled(List.<double[][]>of(new double[][] {{-far, far, far}, {-far, -far, far}}));
        for (int i = 0; i < half.length; i++) {
            assertEquals(i % COLUMNS > i / COLUMNS ? 1 : 0, half[i], "voxel " + i);
        }
    }

    private static int sum(byte[] values) {
        int sum = 0;
        for (byte value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void strangeStepsOfMemoryGiveTheSameVoxels() {
        List<double[][]> polygons = List.of(square(1, 2, 3), square(2, 3, 4));
        byte[] turned = new byte[COLUMNS * ROWS + 5];
        for (double[][] polygon : polygons) {
            EvenOddFill.mark(turned, 5, ROWS, 1, COLUMNS, ROWS, polygon[0], polygon[1]);
        }
        int inside = EvenOddFill.fill(turned, 5, ROWS, 1, COLUMNS, ROWS);
        byte[] plain = filled(polygons);
        assertEquals(sum(plain), inside);
        for (int i = 0; i < plain.length; i++) {
            assertEquals(plain[i], turned[5 + i % COLUMNS * ROWS + i / COLUMNS], "voxel " + i);
        }
    }

    private static byte[] filled(List<double[][]> polygons) {
        byte[] marks = new byte[COLUMNS * ROWS];
        for (double[][] polygon : polygons) {
            EvenOddFill.mark(marks, 0, 1, COLUMNS, COLUMNS, ROWS, polygon[0], polygon[1]);
        }
        EvenOddFill.fill(marks, 0, 1, COLUMNS, COLUMNS, ROWS);
        return marks;
    }
}
