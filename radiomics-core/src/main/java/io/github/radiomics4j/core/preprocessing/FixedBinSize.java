package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;

/**
 * Fixed bin size (Q3RU): {@code ⌊(x − origin) / width⌋ + 1}. The origin is one number for all cases, usually the lower bound of
 * the re-segmentation range, so that a level means the same intensity in every image.
 *
 * @param width of a bin, in the unit of the image
 * @param origin where the first bin starts, in the unit of the image
 */
public record FixedBinSize(double width, double origin) implements Discretisation {

    /**
     * Checks the numbers.
     *
     * @param width of a bin, in the unit of the image
     * @param origin where the first bin starts, in the unit of the image
     */
    public FixedBinSize {
        if (!(width > 0) || !Double.isFinite(width)) {
            throw new IllegalArgumentException("bin width must be positive (in the unit of the image, e.g. HU), was " + width);
        }
        if (!Double.isFinite(origin)) {
            throw new IllegalArgumentException("origin of the first bin must be finite, was " + origin);
        }
    }

    @Override
    public String label() {
        return "fbs" + Discretisation.plain(width) + (origin == 0 ? "" : "_from_" + Discretisation.plain(origin));
    }

    @Override
    public int[] levelsOf(double[] intensities) {
        int[] levels = new int[intensities.length];
        for (int i = 0; i < levels.length; i++) {
            if (intensities[i] < origin) {
                throw new InvalidInputException(Problem.INTENSITY_OUT_OF_RANGE, "intensity " + intensities[i] + " lies below " + origin
                        + ", where the first bin starts: choose a lower origin, or re-segment to a range from " + origin + " on");
            }
            levels[i] = Discretisation.levelAbove((intensities[i] - origin) / width, intensities[i], "bins of width " + width + " from " + origin);
        }
        return levels;
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public String toString() {
        return "FixedBinSize[width=" + width + ", origin=" + origin + "]";
    }
}
