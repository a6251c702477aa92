package io.github.radiomics4j.core.io.dicom.rtstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
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
    Arbitrary<List<long[][]>> polygons() {
        Arbitrary<Long> anywhere = Arbitraries.longs().between(-3L * EvenOddFill.UNIT, 12L * EvenOddFill.UNIT);
        Arbitrary<Long> onHalves = Arbitraries.longs().between(-4, 20).map(half -> half * EvenOddFill.UNIT / 2);
        Arbitrary<Long> coordinate = Arbitraries.frequencyOf(Tuple.of(1, anywhere), Tuple.of(3, onHalves));
        Arbitrary<long[][]> polygon = coordinate.array(Long[].class).ofMinSize(6).ofMaxSize(20).map(numbers -> {
            long[][] axes = new long[2][numbers.length / 2];
            for (int i = 0; i < axes[0].length; i++) {
                axes[0][i] = numbers[2 * i];
                axes[1][i] = numbers[2 * i + 1];
            }
            return axes;
        });
        return polygon.list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 2000)
    void fillingEqualsTheRuleAtEveryVoxelCentre(@ForAll("polygons") List<long[][]> polygons) {
        byte[] expected = new byte[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int crossed = 0;
                for (long[][] polygon : polygons) {
                    crossed += crossings(polygon[0], polygon[1], (long) column * EvenOddFill.UNIT, (long) row * EvenOddFill.UNIT);
                }
                expected[column + COLUMNS * row] = (byte) (crossed % 2);
            }
        }
        assertArrayEquals(expected, filled(polygons));
    }

    /** How many edges pass through or before a point in its row, the lower end of an edge included: by sides, without a quotient. */
    private static int crossings(long[] u, long[] v, long x, long y) {
        int crossed = 0;
        for (int i = 0; i < u.length; i++) {
            int next = (i + 1) % u.length;
            if ((v[i] <= y) == (v[next] <= y)) {
                continue;
            }
            BigInteger side = product(u[next] - u[i], y - v[i]).subtract(product(x - u[i], v[next] - v[i]));
            crossed += (v[next] > v[i] ? side.signum() <= 0 : side.signum() >= 0) ? 1 : 0;
        }
        return crossed;
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    @Property
    void theSenseAndTheStartOfAContourDoNotMatter(@ForAll("polygons") List<long[][]> polygons) {
        List<long[][]> turned = polygons.stream().map(polygon -> new long[][] {turned(polygon[0]), turned(polygon[1])}).toList();
        assertArrayEquals(filled(polygons), filled(turned));
    }

    private static long[] turned(long[] vertices) {
        long[] turned = new long[vertices.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = vertices[(2 * vertices.length - i - 2) % vertices.length];
        }
        return turned;
    }

    @Property
    void theTwoPartsOfADividedContourShareNoVoxelAndLeaveNoneOut(@ForAll("polygons") List<long[][]> polygons) {
        long[][] whole = polygons.get(0);
        int cut = whole[0].length - 1;
        List<long[][]> parts = List.of(part(whole, 0, 2), part(whole, 2, cut), new long[][] {
                {whole[0][0], whole[0][2], whole[0][cut]}, {whole[1][0], whole[1][2], whole[1][cut]}});
        byte[] sum = new byte[COLUMNS * ROWS];
        for (long[][] part : parts) {
            byte[] filled = filled(List.<long[][]>of(part));
            for (int i = 0; i < sum.length; i++) {
                sum[i] ^= filled[i];
            }
        }
        assertArrayEquals(filled(List.<long[][]>of(whole)), sum);
    }

    private static long[][] part(long[][] polygon, int from, int to) {
        return new long[][] {Arrays.copyOfRange(polygon[0], from, to + 1), Arrays.copyOfRange(polygon[1], from, to + 1)};
    }

    @Test
    void aSquareWithItsCornersOnCentresHoldsAsManyVoxelsAsItsArea() {
        byte[] filled = filled(List.<long[][]>of(square(1, 1, 4)));
        int[] sum = new int[1];
        for (int i = 0; i < filled.length; i++) {
            sum[0] += filled[i];
            assertEquals(i % COLUMNS >= 1 && i % COLUMNS < 5 && i / COLUMNS >= 1 && i / COLUMNS < 5 ? 1 : 0, filled[i], "voxel " + i);
        }
        assertEquals(16, sum[0]);
    }

    private static long[][] square(int column, int row, int side) {
        long unit = EvenOddFill.UNIT;
        return new long[][] {{column * unit, (column + side) * unit, (column + side) * unit, column * unit},
                {row * unit, row * unit, (row + side) * unit, (row + side) * unit}};
    }

    @Test
    void theFurthestVerticesDoNotOverflow() {
        long far = EvenOddFill.FURTHEST;
        byte[] all = filled(List.<long[][]>of(new long[][] {{-far, far, far, -far}, {-far, -far, far, far}}));
        assertEquals(COLUMNS * ROWS, sum(all));
        // the diagonal of the largest square: voxels at or right of it
        byte[] half = filled(List.<long[][]>of(new long[][] {{-far, far, far}, {-far, -far, far}}));
        for (int i = 0; i < half.length; i++) {
            assertEquals(i % COLUMNS >= i / COLUMNS ? 1 : 0, half[i], "voxel " + i);
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
        List<long[][]> polygons = List.of(square(1, 2, 3), square(2, 3, 4));
        byte[] turned = new byte[COLUMNS * ROWS + 5];
        for (long[][] polygon : polygons) {
            EvenOddFill.mark(turned, 5, ROWS, 1, COLUMNS, ROWS, polygon[0], polygon[1]);
        }
        int inside = EvenOddFill.fill(turned, 5, ROWS, 1, COLUMNS, ROWS);
        byte[] plain = filled(polygons);
        assertEquals(sum(plain), inside);
        for (int i = 0; i < plain.length; i++) {
            assertEquals(plain[i], turned[5 + i % COLUMNS * ROWS + i / COLUMNS], "voxel " + i);
        }
    }

    private static byte[] filled(List<long[][]> polygons) {
        byte[] marks = new byte[COLUMNS * ROWS];
        for (long[][] polygon : polygons) {
            EvenOddFill.mark(marks, 0, 1, COLUMNS, COLUMNS, ROWS, polygon[0], polygon[1]);
        }
        EvenOddFill.fill(marks, 0, 1, COLUMNS, COLUMNS, ROWS);
        return marks;
    }
}
