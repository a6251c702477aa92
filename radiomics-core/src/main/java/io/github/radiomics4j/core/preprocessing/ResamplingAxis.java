package io.github.radiomics4j.core.preprocessing;

/**
 * Where the new voxels of one axis lie on the old grid, and how much each old voxel counts for them. Only a stretch of each grid
 * is looked at: old indices {@code oldFirst …}, new indices {@code newFirst …}.
 */
final class ResamplingAxis {
    /** Old voxels on either side that a B-spline coefficient depends on; its pole to this power is below the precision of double. */
    static final int SPLINE_REACH = 32;

    private static final double SNAP = 1e9;

    private final int oldSize;
    private final int newSize;
    private final double ratio;

    ResamplingAxis(int oldSize, double oldSpacing, double newSpacing) {
        this.oldSize = oldSize;
        this.ratio = newSpacing / oldSpacing;
        double exact = oldSize * oldSpacing / newSpacing;
        this.newSize = Math.max(1, (int) Math.ceil(Math.rint(exact * SNAP) / SNAP));
    }

    int newSize() {
        return newSize;
    }

    /** Position of a new voxel in old indices; whole and half positions are met exactly in spite of rounding. */
    double position(int newIndex) {
        double p = 0.5 * (oldSize - 1) - 0.5 * (newSize - 1) * ratio + newIndex * ratio;
        return Math.rint(p * SNAP) / SNAP;
    }

    /** The first new index whose position is above a bound, or the number of new voxels. */
    int firstAbove(double bound) {
        int i = Math.max(0, (int) Math.floor((bound - position(0)) / ratio));
        while (i < newSize && position(i) <= bound) {
            i++;
        }
        return i;
    }

    /** How many old voxels on either side of a position take part, the prefilter included. */
    static int reach(Interpolation interpolation) {
        return interpolation == Interpolation.CUBIC_SPLINE ? SPLINE_REACH : 1;
    }

    /** The old voxel nearest to a position inside the old grid. */
    private double inside(double position) {
        return Math.min(Math.max(position, 0), oldSize - 1);
    }

    /** The old indices that new indices {@code from … to} need, prefilter included: {first, last}. */
    int[] support(int from, int to, Interpolation interpolation) {
        int reach = reach(interpolation);
        return new int[] {Math.max(0, (int) Math.floor(inside(position(from))) - reach),
            Math.min(oldSize - 1, (int) Math.floor(inside(position(to))) + 1 + reach)};
    }

    /** The taps of new indices {@code from … to} on a stretch of old voxels. */
    Taps taps(int from, int to, int oldFirst, int oldLast, Interpolation interpolation) {
        int width = switch (interpolation) {
            case NEAREST -> 1;
            case LINEAR -> 2;
            case CUBIC_SPLINE -> 4;
        };
        int count = to - from + 1;
        int[] index = new int[count * width];
        double[] weight = new double[count * width];
        int stretch = oldLast - oldFirst + 1;
        for (int i = 0; i < count; i++) {
            double p = inside(position(from + i));
            int base = (int) Math.floor(p);
            double t = p - base;
            int at = i * width;
            switch (interpolation) {
                case NEAREST -> {
                    index[at] = Math.min((int) Math.floor(p + 0.5), oldSize - 1) - oldFirst;
                    weight[at] = 1;
                }
                case LINEAR -> {
                    index[at] = base - oldFirst;
                    index[at + 1] = Math.min(base + 1, oldSize - 1) - oldFirst;
                    weight[at] = 1 - t;
                    weight[at + 1] = t;
                }
                case CUBIC_SPLINE -> {
                    double u = 1 - t;
                    double[] w = {u * u * u / 6, (4 - 6 * t * t + 3 * t * t * t) / 6, (4 - 6 * u * u + 3 * u * u * u) / 6, t * t * t / 6};
                    for (int k = 0; k < 4; k++) {
                        index[at + k] = mirrored(base - 1 + k - oldFirst, stretch);
                        weight[at + k] = w[k];
                    }
                }
            }
        }
        return new Taps(width, index, weight, interpolation == Interpolation.CUBIC_SPLINE);
    }

    private static int mirrored(int i, int n) {
        if (n == 1) {
            return 0;
        }
        int folded = Math.floorMod(i, 2 * (n - 1));
        return folded < n ? folded : 2 * (n - 1) - folded;
    }

    /** For each new voxel of an axis, some old voxels and their weights. */
    static final class Taps {
        private final int width;
        private final int[] index;
        private final double[] weight;
        private final boolean spline;

        private Taps(int width, int[] index, double[] weight, boolean spline) {
            this.width = width;
            this.index = index;
            this.weight = weight;
            this.spline = spline;
        }

        /** New voxels. */
        int count() {
            return index.length / width;
        }

        /** Old voxels per new voxel. */
        int width() {
            return width;
        }

        /** The old voxel of a tap. */
        int index(int newVoxel, int tap) {
            return index[newVoxel * width + tap];
        }

        /** How much the old voxel of a tap counts. */
        double weight(int newVoxel, int tap) {
            return weight[newVoxel * width + tap];
        }

        /** Whether values must first be turned into B-spline coefficients. */
        boolean needsPrefilter() {
            return spline;
        }

        /** Whether each new voxel is the old voxel of the same index. */
        boolean isIdentity() {
            for (int i = 0; i < index.length; i++) {
                if (spline || weight[i] != 0 && (weight[i] != 1 || index[i] != i / width)) {
                    return false;
                }
            }
            return true;
        }
    }
}
