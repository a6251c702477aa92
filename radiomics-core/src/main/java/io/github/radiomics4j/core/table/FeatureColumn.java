package io.github.radiomics4j.core.table;

import io.github.radiomics4j.core.feature.FeatureKey;
import java.util.Optional;

/**
 * A column of a feature table.
 *
 * @param name unique in its table
 * @param key what the column holds, where it is known; a clinical column or one read from a bare CSV has none
 */
public record FeatureColumn(String name, Optional<FeatureKey> key) {

    /**
     * Checks the name.
     *
     * @param name unique in its table
     * @param key what the column holds, where it is known; a clinical column or one read from a bare CSV has none
     */
    public FeatureColumn {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /**
     * A column of which only the name is known.
     *
     * @param name unique in its table
     * @return the column
     */
    public static FeatureColumn named(String name) {
        return new FeatureColumn(name, Optional.empty());
    }

    /**
     * The column of an extracted feature, under the key's own name.
     *
     * @param key the feature
     * @return the column
     */
    public static FeatureColumn of(FeatureKey key) {
        return new FeatureColumn(key.columnName(), Optional.of(key));
    }
}
