package io.github.radiomics4j.core.cohort;

/**
 * How far an extraction is, in cases.
 *
 * @param done cases that are finished, in whatever way
 * @param taken of these, the ones that were finished by an earlier run and only looked up, in all of their structures
 * @param failed of these, the ones of which a structure could not be measured
 * @param total cases of the cohort
 */
public record CohortProgress(int done, int taken, int failed, int total) {

    /**
     * Checks the order of numbers.
     *
     * @param done from 0 to total
     * @param taken from 0 to done
     * @param failed from 0 to done
     * @param total at least 0
     */
    public CohortProgress {
        if (taken < 0 || failed < 0 || taken > done || failed > done || done > total) {
            throw new IllegalArgumentException("done, taken and failed must lie between 0 and " + total + ", were " + done + ", " + taken
                    + " and " + failed);
        }
    }
}
