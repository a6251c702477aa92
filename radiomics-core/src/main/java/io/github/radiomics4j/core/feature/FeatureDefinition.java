package io.github.radiomics4j.core.feature;

/**
 * What a feature is: its id and its formula over statistics that its family gathered once. Usually an enum constant.
 *
 * @param <S> the statistics
 */
public interface FeatureDefinition<S> {

    /**
     * Who the feature is.
     *
     * @return family, name, code, unit
     */
    FeatureId id();

    /**
     * The formula.
     *
     * @param statistics what the family measured
     * @return the value; NaN only where the feature's documentation says that it is undefined
     */
    double valueOf(S statistics);
}
