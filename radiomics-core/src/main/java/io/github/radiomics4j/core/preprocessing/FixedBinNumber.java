package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.roi.LevelGrid;

/**
 * Fixed bin number (K15C): {@code ⌊N (x − min) / (max − min)⌋ + 1}, the maximum in the last bin; min and max are those of the
 * region after re-segmentation. A region of equal intensities has level 1 everywhere.
 *
 * @param bins the number N of bins, 2 or more
 */
public record FixedBinNumber(int bins) implements Discretisation {

    /**
     * Checks the number.
     *
     * @param bins the number N of bins, 2 or more
     */
    public FixedBinNumber {
        if (bins < 2 || bins > LevelGrid.MAXIMUM_LEVELS) {
            throw new IllegalArgumentException("number of bins must lie between 2 and " + LevelGrid.MAXIMUM_LEVELS + ", was " + bins);
        }
    }

    @Override
    public String label() {
        return "fbn" + bins;
    }

    @Override
    public int[] levelsOf(double[] intensities) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double x : intensities) {
            min = Math.min(min, x);
            max = Math.max(max, x);
        }
        int[] levels = new int[intensities.length];
        double range = max - min;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = range == 0 ? 1 : Math.min(bins, (int) Math.floor(bins * ((intensities[i] - min) / range)) + 1);
        }
        return levels;
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public String toString() {
        return "FixedBinNumber[bins=" + bins + "]";
    }
}
