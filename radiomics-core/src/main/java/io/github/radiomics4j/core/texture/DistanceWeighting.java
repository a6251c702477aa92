package io.github.radiomics4j.core.texture;

import java.util.Locale;

/**
 * How much the counts of a direction vector m weigh where matrices of directions are merged, by its length ‖m‖ in voxels. Averages of
 * features over separate matrices do not depend on it, since each matrix is normalised.
 *
 * @param decay how the weight falls with length
 * @param norm how length is measured
 */
public record DistanceWeighting(Decay decay, Norm norm) {
    /** Every direction weighs 1, as in the reference values. */
    public static final DistanceWeighting NONE = new DistanceWeighting(Decay.NONE, Norm.CHEBYSHEV);

    /** How the weight falls with length. */
    public enum Decay {
        /** {@code w = 1}. */
        NONE,
        /** {@code w = 1 / ‖m‖}. */
        INVERSE,
        /** {@code w = exp(−‖m‖²)}. */
        EXPONENTIAL
    }

    /** How the length of a direction vector is measured. */
    public enum Norm {
        /** {@code |mx| + |my| + |mz|}. */
        MANHATTAN,
        /** {@code √(mx² + my² + mz²)}. */
        EUCLIDEAN,
        /** {@code max(|mx|, |my|, |mz|)}. */
        CHEBYSHEV
    }

    /**
     * The weight of a direction vector.
     *
     * @param dx voxels along x
     * @param dy voxels along y
     * @param dz voxels along z
     * @return above 0; exactly 1 without weighting
     */
    public double of(int dx, int dy, int dz) {
        double length = switch (norm) {
            case MANHATTAN -> Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
            case EUCLIDEAN -> Math.sqrt((double) dx * dx + (double) dy * dy + (double) dz * dz);
            case CHEBYSHEV -> Math.max(Math.abs(dx), Math.max(Math.abs(dy), Math.abs(dz)));
        };
        return switch (decay) {
            case NONE -> 1;
            case INVERSE -> 1 / length;
            case EXPONENTIAL -> StrictMath.exp(-length * length);
        };
    }

    double of(Direction direction) {
        return of(direction.dx(), direction.dy(), direction.dz());
    }

    @Override
    public String toString() {
        return decay == Decay.NONE ? "none" : (decay + " " + norm).toLowerCase(Locale.ROOT);
    }
}
