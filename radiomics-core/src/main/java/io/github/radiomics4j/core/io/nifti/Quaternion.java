package io.github.radiomics4j.core.io.nifti;

/**
 * A rotation as a unit quaternion {@code a + bi + cj + dk} with {@code a ≥ 0}, and whether the third axis is turned round after it
 * (a left-handed grid), as the qform of NIfTI states axes.
 *
 * @param a the real part, not stored in files
 * @param b of i
 * @param c of j
 * @param d of k
 * @param handed 1, or −1 where the third axis is turned round: {@code pixdim[0]}
 */
record Quaternion(double a, double b, double c, double d, int handed) {

    /**
     * The rotation of unit axes. Of four equivalent formulas that one is taken whose divisor is largest (Shepperd 1978), then the
     * length is made 1, which evens out axes that are not quite perpendicular.
     *
     * @param r {@code r[row][axis]}, columns nearly perpendicular and of unit length; not modified
     */
    static Quaternion of(double[][] r) {
        double determinant = r[0][0] * (r[1][1] * r[2][2] - r[1][2] * r[2][1]) - r[0][1] * (r[1][0] * r[2][2] - r[1][2] * r[2][0])
                + r[0][2] * (r[1][0] * r[2][1] - r[1][1] * r[2][0]);
        int handed = determinant < 0 ? -1 : 1;
        double xz = handed * r[0][2];
        double yz = handed * r[1][2];
        double zz = handed * r[2][2];
        double trace = r[0][0] + r[1][1] + zz;
        if (trace >= Math.max(r[0][0], Math.max(r[1][1], zz))) {
            return unit(1 + trace, r[2][1] - yz, xz - r[2][0], r[1][0] - r[0][1], handed);
        }
        if (r[0][0] >= Math.max(r[1][1], zz)) {
            return unit(r[2][1] - yz, 1 + r[0][0] - r[1][1] - zz, r[0][1] + r[1][0], xz + r[2][0], handed);
        }
        if (r[1][1] >= zz) {
            return unit(xz - r[2][0], r[0][1] + r[1][0], 1 + r[1][1] - r[0][0] - zz, yz + r[2][1], handed);
        }
        return unit(r[1][0] - r[0][1], xz + r[2][0], yz + r[2][1], 1 + zz - r[0][0] - r[1][1], handed);
    }

    private static Quaternion unit(double a, double b, double c, double d, int handed) {
        double length = Math.copySign(Math.sqrt(a * a + b * b + c * c + d * d), a + 0.0);
        return new Quaternion(a / length, b / length + 0.0, c / length + 0.0, d / length + 0.0, handed);
    }
}
