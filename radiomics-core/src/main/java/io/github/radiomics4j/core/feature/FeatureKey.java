package io.github.radiomics4j.core.feature;

import java.util.Optional;

/**
 * Which number this is: the feature and everything that was chosen to obtain it.
 *
 * @param source what was measured: {@code original} for the image itself, a filter's or a network's name otherwise
 * @param feature family, name, code, unit
 * @param aggregation how matrices were combined; empty where the notion does not apply (deep features)
 * @param discretisation the label of the discretisation, such as {@code fbs25} or {@code fbn32}; empty where grey levels were not used
 */
public record FeatureKey(String source, FeatureId feature, Optional<Aggregation> aggregation, Optional<String> discretisation) {

    /**
     * Checks the source's name.
     *
     * @param source what was measured: {@code original} for the image itself, a filter's or a network's name otherwise
     * @param feature family, name, code, unit
     * @param aggregation how matrices were combined; empty where the notion does not apply (deep features)
     * @param discretisation the label of the discretisation, such as {@code fbs25} or {@code fbn32}; empty where grey levels were not used
     */
    public FeatureKey {
        FeatureId.requireName(source, "source");
    }

    /**
     * A key that needs no aggregation and no grey levels.
     *
     * @param source what was measured
     * @param feature the feature
     * @return the key
     */
    public static FeatureKey of(String source, FeatureId feature) {
        return new FeatureKey(source, feature, Optional.empty(), Optional.empty());
    }

    /**
     * The name of the column that holds this feature in a table.
     *
     * @return for instance {@code original.glcm.contrast.3d_merged.fbs25}; unique for a key
     */
    public String columnName() {
        return source + "." + feature + aggregation.filter(a -> a != Aggregation.VOLUME).map(a -> "." + a.label()).orElse("")
                + discretisation.map(d -> "." + d).orElse("");
    }

    @Override
    public String toString() {
        return columnName();
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureKey o && source.equals(o.source) && feature.equals(o.feature)
                && aggregation.equals(o.aggregation) && discretisation.equals(o.discretisation);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * source.hashCode() + feature.hashCode()) + aggregation.hashCode()) + discretisation.hashCode();
    }
}
