package io.github.radiomics4j.core.perturbation;

/**
 * Squared Euclidean distances between voxel centres, in mm², exact up to a reach. One axis after the other, each looks only as far as the
 * reach: the least of {@code d² + (k s)²} over k steps of spacing s.
 */
final class DistanceWithin {
    /** Lengths that differ by less than this part are equal: 3 steps of 0.1 mm are 0.3 mm. */
    private static final double HAIR = 1e-9;

    private DistanceWithin() {
    }

    /**
     * Distances to the nearest voxel of a set.
     *
     * @param patch its grid
     * @param set 1 for voxels of the set
     * @param reach in mm
     * @return per voxel the squared distance where it is at most the reach; otherwise that or anything larger
     */
    static double[] squared(MaskPatch patch, byte[] set, double reach) {
        double[] squares = new double[set.length];
        for (int i = 0; i < set.length; i++) {
            squares[i] = set[i] != 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        int step = 1;
        for (int axis = 0; axis < 3; axis++) {
            double spacing = patch.spacing().along(axis);
            int window = (int) Math.min(patch.size(axis) - 1, Math.floor(reach / spacing * (1 + HAIR)));
            if (window > 0) {
                squares = alongAxis(squares, step, patch.size(axis), window, spacing);
            }
            step *= patch.size(axis);
        }
        return squares;
    }

    private static double[] alongAxis(double[] squares, int step, int size, int window, double spacing) {
        double[] least = squares.clone();
        for (int k = 1; k <= window; k++) {
            double added = (k * spacing) * (k * spacing);
            for (int i = 0; i < squares.length; i++) {
                int place = i / step % size;
                if (place >= k) {
                    least[i] = Math.min(least[i], squares[i - k * step] + added);
                }
                if (place + k < size) {
                    least[i] = Math.min(least[i], squares[i + k * step] + added);
                }
            }
        }
        return least;
    }

    /** Whether a squared distance lies within a length, but for a hair. */
    static boolean isWithin(double squared, double length) {
        return squared <= length * length * (1 + 2 * HAIR);
    }
}
