package io.github.radiomics4j.core.perturbation;

/** A region brought to another place: linear interpolation of membership at the place that each voxel comes from, at least one half. */
final class MovedMask {
    /** Membership that is smaller than one half by rounding alone counts as one half. */
    private static final double HALF = 0.5 - 1e-12;

    private MovedMask() {
    }

    /**
     * Moves a region.
     *
     * @param patch the region with as much margin as it moves
     * @param from {@code source = A v + b} in voxels of the patch: rows of A and b, {@code {a00, a01, b0, a10, a11, b1, b2}}; along z it
     *     only shifts
     * @return the moved region
     */
    static byte[] of(MaskPatch patch, double[] from) {
        byte[] moved = new byte[patch.voxels()];
        for (int z = 0; z < patch.size(2); z++) {
            for (int y = 0; y < patch.size(1); y++) {
                for (int x = 0; x < patch.size(0); x++) {
                    double membership = membership(patch, from[0] * x + from[1] * y + from[2], from[3] * x + from[4] * y + from[5],
                            z + from[6]);
                    moved[patch.index(x, y, z)] = (byte) (membership >= HALF ? 1 : 0);
                }
            }
        }
        return moved;
    }

    private static double membership(MaskPatch patch, double x, double y, double z) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        int z0 = (int) Math.floor(z);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int cx = x0 + (corner & 1);
            int cy = y0 + (corner >> 1 & 1);
            int cz = z0 + (corner >> 2);
            if (cx >= 0 && cx < patch.size(0) && cy >= 0 && cy < patch.size(1) && cz >= 0 && cz < patch.size(2)
                    && patch.inside()[patch.index(cx, cy, cz)] != 0) {
                sum += (1 - Math.abs(x - cx)) * (1 - Math.abs(y - cy)) * (1 - Math.abs(z - cz));
            }
        }
        return sum;
    }
}
