package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Arrays;

/**
 * Lengths of the principal axes of a region: {@code 4 √λ}, with λ the eigenvalues of the sample covariance (divided by N − 1) of its
 * voxel centres. One voxel has axes of length 0, a line two of them, a flat slice one.
 *
 * @param major the longest, mm
 * @param minor the second, mm
 * @param least the shortest, mm
 */
public record PrincipalAxes(double major, double minor, double least) {
    /** An eigenvalue that is a smaller part of the largest is rounding of 0. */
    private static final double ROUNDING = 1e-13;

    /** The axes of a mask. */
    static PrincipalAxes of(BitGrid mask, VoxelSpacing spacing) {
        double[] s = {spacing.x(), spacing.y(), spacing.z()};
        double[][] covariance = indexCovariance(mask);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                covariance[i][j] *= s[i] * s[j];
            }
        }
        double[] eigenvalues = eigenvalues(covariance);
        double[] lengths = new double[3];
        for (int i = 0; i < 3; i++) {
            lengths[i] = eigenvalues[i] > ROUNDING * eigenvalues[2] ? 4 * Math.sqrt(eigenvalues[i]) : 0;
        }
        return new PrincipalAxes(lengths[2], lengths[1], lengths[0]);
    }

    /** Covariance of indices: whole sums about the voxel nearest to the centroid, so that nothing is lost by cancellation. */
    private static double[][] indexCovariance(BitGrid mask) {
        GridSize size = mask.size();
        long n = mask.count();
        double[][] covariance = new double[3][3];
        if (n < 2) {
            return covariance;
        }
        long[] first = moments(mask, 0, 0, 0);
        long[] m = moments(mask, Math.round((double) first[0] / n), Math.round((double) first[1] / n), Math.round((double) first[2] / n));
        int k = 3;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                covariance[i][j] = (m[k++] - (double) m[i] * m[j] / n) / (n - 1);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /** Sums of x, y, z, xx, xy, xz, yy, yz, zz from a point. */
    private static long[] moments(BitGrid mask, long originX, long originY, long originZ) {
        GridSize size = mask.size();
        long[] m = new long[9];
        int i = 0;
        for (int slice = 0; slice < size.z(); slice++) {
            long z = slice - originZ;
            for (int row = 0; row < size.y(); row++) {
                long y = row - originY;
                long count = 0;
                long sum = 0;
                long squares = 0;
                for (long x = -originX; x < size.x() - originX; x++) {
                    if (mask.contains(i++)) {
                        count++;
                        sum += x;
                        squares += x * x;
                    }
                }
                m[0] += sum;
                m[1] += count * y;
                m[2] += count * z;
                m[3] += squares;
                m[4] += sum * y;
                m[5] += sum * z;
                m[6] += count * y * y;
                m[7] += count * y * z;
                m[8] += count * z * z;
            }
        }
        return m;
    }

    /** Eigenvalues of a symmetric matrix by Jacobi's rotations, in rising order. */
    static double[] eigenvalues(double[][] symmetric) {
        double[][] a = {symmetric[0].clone(), symmetric[1].clone(), symmetric[2].clone()};
        for (int sweep = 0; sweep < 50 && Math.abs(a[0][1]) + Math.abs(a[0][2]) + Math.abs(a[1][2]) > 0; sweep++) {
            for (int p = 0; p < 2; p++) {
                for (int q = p + 1; q < 3; q++) {
                    rotate(a, p, q);
                }
            }
        }
        double[] values = {a[0][0], a[1][1], a[2][2]};
        Arrays.sort(values);
        return values;
    }

    private static void rotate(double[][] a, int p, int q) {
        double off = a[p][q];
        if (Math.abs(off) <= Double.MIN_NORMAL + 1e-18 * (Math.abs(a[p][p]) + Math.abs(a[q][q]))) {
            a[p][q] = 0;
            a[q][p] = 0;
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * off);
        double t = Math.copySign(1 / (Math.abs(theta) + Math.sqrt(theta * theta + 1)), theta);
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        int r = 3 - p - q;
        double rp = a[r][p];
        double rq = a[r][q];
        a[p][p] -= t * off;
        a[q][q] += t * off;
        a[p][q] = 0;
        a[q][p] = 0;
        a[r][p] = c * rp - s * rq;
        a[p][r] = a[r][p];
        a[r][q] = s * rp + c * rq;
        a[q][r] = a[r][q];
    }

    /**
     * The ellipsoid with these axes, by the formulas of the IBSI manual: volume {@code 4 π a b c / 3} and area
     * {@code 4 π a b Σ (α β)^ν Pν((α² + β²) / (2 α β)) / (1 − 4 ν²)}, ν from 0 to 20, with semi-axes a ≥ b ≥ c, {@code α² = 1 − b²/a²},
     * {@code β² = 1 − c²/a²} and Legendre polynomials P. The reference values follow this area. It is that of
     * the ellipsoid only where b/a = c/b: the exact series has 1 − c²/b² in place of α², which makes 3 % for axes of 10 : 8 : 7 and
     * 14 % for 3 : 3 : 2.
     */
    Solid ellipsoid() {
        double a = major / 2;
        double b = minor / 2;
        double c = least / 2;
        return new Solid(4 * Math.PI / 3 * a * b * c, a == 0 ? 0 : 4 * Math.PI * a * b * series(1 - b * b / (a * a), 1 - c * c / (a * a)));
    }

    /** The sum, by the recurrence of {@code Qν = (α β)^ν Pν}, which needs no division by α β. */
    private static double series(double alpha2, double beta2) {
        double mean = (alpha2 + beta2) / 2;
        double before = 1;
        double q = mean;
        double sum = 1;
        for (int v = 1; v <= 20; v++) {
            sum += q / (1 - 4.0 * v * v);
            double after = ((2 * v + 1) * mean * q - v * alpha2 * beta2 * before) / (v + 1);
            before = q;
            q = after;
        }
        return sum;
    }
}
