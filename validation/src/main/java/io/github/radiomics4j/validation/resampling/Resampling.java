package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;

/**
 * A plan of internal validation: which cases train and which are held out, again and again. Resample number k depends on the plan,
 * the outcome and k only, so resamples may be worked on in any order and by any number of threads.
 */
public sealed interface Resampling permits CrossValidation, BootstrapSampling, PairSampling, Subsampling {

    /**
     * How many resamples the plan has for these cases, after a check that they allow it.
     *
     * @param outcome the outcome of the cases
     * @return the number of resamples
     * @throws io.github.radiomics4j.core.InvalidInputException TABLE_INVALID where the cases do not allow the plan: too few of a class
     * @throws IllegalArgumentException where an explicit plan was made for another number of cases
     */
    int count(BinaryOutcome outcome);

    /**
     * One resample.
     *
     * @param number from 0 to below {@link #count}
     * @param outcome the outcome of the cases
     * @return the rows that train and the rows that are held out
     * @throws IllegalArgumentException where there is no resample of that number
     */
    Resample resample(int number, BinaryOutcome outcome);
}
