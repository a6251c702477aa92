package io.github.radiomics4j.core.numeric;

/**
 * Room for a distribution that is made again and again, for loops over voxels that must not allocate. It holds one distribution at a
 * time, and one thread uses it.
 */
public final class DistributionBuffer {
    private final Distribution distribution;

    /**
     * Room for a number of numbers.
     *
     * @param numbers how many different numbers occur at most
     */
    public DistributionBuffer(int numbers) {
        this.distribution = new Distribution(numbers);
    }

    /**
     * Takes the relative frequencies of counts, to the bit those of {@link Distribution#ofCounts}.
     *
     * @param counts how often each number occurs, at the index of that number; not modified
     * @param from the first index to look at
     * @param to the last one, inclusive; counts outside are taken as 0
     * @param total the sum of these counts, above 0
     */
    public void fill(int[] counts, int from, int to, int total) {
        distribution.clear();
        for (int k = from; k <= to; k++) {
            if (counts[k] > 0) {
                distribution.append(k, (double) counts[k] / total);
            }
        }
    }

    /**
     * The distribution that was filled in last.
     *
     * @return good until it is filled again
     */
    public Distribution distribution() {
        return distribution;
    }
}
