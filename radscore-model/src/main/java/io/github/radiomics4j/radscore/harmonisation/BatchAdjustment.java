package io.github.radiomics4j.radscore.harmonisation;

import java.util.Locale;

/** How the shift and the scale of a batch are estimated from those of single features. */
public enum BatchAdjustment {
    /**
     * Empirical Bayes with a normal prior of shifts and an inverse gamma prior of squared scales, both from the moments over features
     * (Johnson 2007): what ComBat does unless told otherwise.
     */
    PARAMETRIC,
    /** Empirical Bayes whose prior is the other features themselves, weighed by the likelihood of this feature's values under theirs. */
    NON_PARAMETRIC,
    /** Each feature by itself, without empirical Bayes: location and scale of the batch as estimated. */
    PER_FEATURE;

    /**
     * The name used in settings.
     *
     * @return lower case with underscores
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether features lend each other strength, which needs two of them.
     *
     * @return true for both forms of empirical Bayes
     */
    public boolean isPooled() {
        return this != PER_FEATURE;
    }
}
