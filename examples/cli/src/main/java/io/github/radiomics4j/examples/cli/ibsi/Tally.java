package io.github.radiomics4j.examples.cli.ibsi;

import java.util.Collection;

/**
 * How many of some agreed values were met.
 *
 * @param matched values that were met
 * @param total all of them
 */
public record Tally(int matched, int total) {

    /**
     * Counts.
     *
     * @param comparisons any
     * @return how many pass, and how many there are
     */
    static Tally of(Collection<Comparison> comparisons) {
        return new Tally((int) comparisons.stream().filter(Comparison::passes).count(), comparisons.size());
    }

    /**
     * Whether none was missed.
     *
     * @return true also for none at all
     */
    public boolean isComplete() {
        return matched == total;
    }

    @Override
    public String toString() {
        return matched + "/" + total;
    }
}
