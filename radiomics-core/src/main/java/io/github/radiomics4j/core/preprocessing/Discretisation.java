package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.roi.LevelGrid;
import java.math.BigDecimal;

/** How intensities become grey levels 1, 2, … There is no harmless default: the choice changes every texture feature. */
public sealed interface Discretisation permits FixedBinNumber, FixedBinSize, AlreadyDiscrete {

    /**
     * A short name that tells this rule from others, for keys and column names.
     *
     * @return such as {@code fbn32}, {@code fbs25} or {@code fbs25_from_-1000}
     */
    String label();

    /**
     * The grey levels of a region.
     *
     * @param intensities the region's finite intensities, at least one; not modified
     * @return one level per intensity, from 1 to at most {@link LevelGrid#MAXIMUM_LEVELS}
     * @throws InvalidInputException RESOURCE_LIMIT where there would be more levels, INTENSITY_OUT_OF_RANGE where an intensity has no level
     */
    int[] levelsOf(double[] intensities);

    /**
     * A number without needless zeros.
     *
     * @param value finite
     * @return {@code 25}, {@code 2.5}, {@code -1000}
     */
    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /**
     * A level from a real number, checked.
     *
     * @param bins how many whole bins lie below the intensity
     * @param intensity the intensity
     * @param rule the rule, for the message
     * @return {@code ⌊bins⌋ + 1}
     */
    static int levelAbove(double bins, double intensity, String rule) {
        double level = Math.floor(bins) + 1;
        if (level > LevelGrid.MAXIMUM_LEVELS) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, "intensity " + intensity + " would be grey level " + level + " by " + rule
                    + "; at most " + LevelGrid.MAXIMUM_LEVELS
                    + " levels are possible: use wider bins, or re-segment to a range that leaves this intensity out");
        }
        return (int) level;
    }
}
