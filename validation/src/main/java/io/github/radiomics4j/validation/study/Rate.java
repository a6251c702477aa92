package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Proportion;

/**
 * A share of cases with Wilson's interval.
 *
 * @param counts how many of how many
 * @param interval Wilson's; from 0 to 1 where there is no case
 */
public record Rate(Proportion counts, Interval interval) {

    static Rate of(Proportion counts, double level) {
        return new Rate(counts, counts.wilson(level));
    }

    /**
     * The share.
     *
     * @return between 0 and 1; NaN of no case
     */
    public double estimate() {
        return counts.estimate();
    }
}
