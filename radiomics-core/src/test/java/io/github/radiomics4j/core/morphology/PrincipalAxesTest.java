package io.github.radiomics4j.core.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {

    @Property(tries = 200)
    void eigenvaluesHaveTheTraceSquaresAndDeterminantOfTheMatrix(@ForAll @DoubleRange(min = -9, max = 9) double a,
            @ForAll @DoubleRange(min = -9, max = 9) double b, @ForAll @DoubleRange(min = -9, max = 9) double c,
            @ForAll @DoubleRange(min = -9, max = 9) double d, @ForAll @DoubleRange(min = -9, max = 9) double e,
            @ForAll @DoubleRange(min = -9, max = 9) double f) {
        double[] v = PrincipalAxes.eigenvalues(new double[][] {{a, b, c}, {b, d, e}, {c, e, f}});
        assertEquals(a + d + f, v[0] + v[1] + v[2], 1e-12);
        assertEquals(a * a + d * d + f * f + 2 * (b * b + c * c + e * e), v[0] * v[0] + v[1] * v[1] + v[2] * v[2], 1e-11);
        assertEquals(a * (d * f - e * e) - b * (b * f - e * c) + c * (b * e - d * c), v[0] * v[1] * v[2], 1e-10);
    }

    @Test
    void lineAlongADiagonalHasOneAxis() {
        byte[] inside = new byte[27];
        inside[0] = 1;
        inside[13] = 1;
        inside[26] = 1;
        PrincipalAxes axes = PrincipalAxes.of(BitGrid.of(new GridSize(3, 3, 3), inside), VoxelSpacing.mm(0.3, 0.7, 1.1));
        assertEquals(4 * Math.sqrt(0.09 + 0.49 + 1.21), axes.major(), 1e-14);
        assertEquals(0, axes.minor());
        assertEquals(0, axes.least());
    }

    @Test
    void twoVoxelsHaveTheSampleVarianceOfTheirDistance() {
        PrincipalAxes axes = PrincipalAxes.of(BitGrid.of(new GridSize(2, 1, 1), new byte[] {1, 1}), VoxelSpacing.mm(3, 1, 1));
        assertEquals(4 * Math.sqrt(4.5), axes.major(), 1e-14);
    }

    @Test
    void ellipsoidWithEqualAxesIsASphere() {
        Solid sphere = new PrincipalAxes(6, 6, 6).ellipsoid();
        assertEquals(36 * Math.PI, sphere.volume(), 1e-13);
        assertEquals(36 * Math.PI, sphere.area(), 1e-13);
    }

    @Property(tries = 100)
    void areaOfAnEllipsoidIsTheLegendreSeriesOfTheStandard(@ForAll @DoubleRange(min = 0.2, max = 0.9) double b,
            @ForAll @DoubleRange(min = 0.1, max = 1) double ratio) {
        double c = b * ratio;
        double alpha = Math.sqrt(1 - b * b);
        double beta = Math.sqrt(1 - c * c);
        double sum = 0;
        for (int degree = 0; degree <= 20; degree++) {
            sum += Math.pow(alpha * beta, degree) / (1 - 4.0 * degree * degree)
                    * legendre(degree, (alpha * alpha + beta * beta) / (2 * alpha * beta));
        }
        double area = new PrincipalAxes(2, 2 * b, 2 * c).ellipsoid().area();
        assertEquals(4 * Math.PI * b * sum, area, 1e-12 * area);
    }

    /** For arguments of at least 1: 1/π times the integral of (x + √(x² − 1) cos t)^n over t from 0 to π. */
    private static double legendre(int degree, double x) {
        int steps = 64;
        double root = Math.sqrt(Math.max(0, x * x - 1));
        double sum = 0;
        for (int k = 0; k < steps; k++) {
            sum += Math.pow(x + root * Math.cos(Math.PI * (k + 0.5) / steps), degree);
        }
        return sum / steps;
    }

    @Property(tries = 100)
    void axesDoNotDependOnWhereTheMaskLiesInItsBox(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        VoxelSpacing spacing = VoxelSpacing.mm(0.9, 1.7, 3);
        assertEquals(PrincipalAxes.of(mask, spacing), PrincipalAxes.of(RandomMask.shifted(mask, 3, 0, 1), spacing));
    }
}
