package io.github.radiomics4j.core.feature;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.ObjDoubleConsumer;

/** The features of one region: keys and values in a fixed order, and the settings behind them. Immutable. */
public final class FeatureVector {
    private final List<FeatureKey> keys;
    private final double[] values;
    private final Provenance provenance;
    private final Map<FeatureKey, Integer> index;

    private FeatureVector(List<FeatureKey> keys, double[] values, Provenance provenance) {
        this.keys = List.copyOf(keys);
        this.values = values;
        this.provenance = provenance;
        this.index = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (index.put(keys.get(i), i) != null) {
                throw new IllegalArgumentException("feature " + keys.get(i) + " occurs twice");
            }
        }
    }

    /**
     * A vector.
     *
     * @param keys which numbers these are, each once
     * @param values as many numbers; copied
     * @param provenance the settings behind them
     * @return the vector
     */
    public static FeatureVector of(List<FeatureKey> keys, double[] values, Provenance provenance) {
        if (keys.size() != values.length) {
            throw new IllegalArgumentException(keys.size() + " keys but " + values.length + " values");
        }
        return new FeatureVector(keys, values.clone(), provenance);
    }

    /**
     * Which numbers these are.
     *
     * @return the keys in order
     */
    public List<FeatureKey> keys() {
        return keys;
    }

    /**
     * The numbers.
     *
     * @return a fresh array in the order of {@link #keys()}
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The number of features.
     *
     * @return as many as keys
     */
    public int size() {
        return values.length;
    }

    /**
     * The settings behind the numbers.
     *
     * @return the source's provenance
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * One number.
     *
     * @param key which
     * @return its value; NaN where the feature is undefined for the region
     * @throws NoSuchElementException where the vector lacks the key
     */
    public double get(FeatureKey key) {
        Integer at = index.get(key);
        if (at == null) {
            throw new NoSuchElementException("no feature " + key + " among the " + size() + " of this vector");
        }
        return values[at];
    }

    /**
     * The number of a feature that was extracted in one variant only.
     *
     * @param only the feature
     * @return its value; NaN where the feature is undefined for the region
     * @throws NoSuchElementException where there is no variant of it, or more than one; the message lists them
     */
    public double get(FeatureDefinition<?> only) {
        List<FeatureKey> variants = keys.stream().filter(k -> k.feature().equals(only.id())).toList();
        if (variants.size() != 1) {
            throw new NoSuchElementException(variants.isEmpty()
                    ? "feature " + only.id() + " was not extracted: is its family among the extractor's families?"
                    : "feature " + only.id() + " was extracted in " + variants.size() + " variants, ask for one by its key: " + variants);
        }
        return get(variants.get(0));
    }

    /**
     * Visits keys and values in order.
     *
     * @param action called once per feature
     */
    public void forEach(ObjDoubleConsumer<FeatureKey> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(keys.get(i), values[i]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector v && keys.equals(v.keys) && Arrays.equals(values, v.values) && provenance.equals(v.provenance);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return size() + " features, settings " + provenance.fingerprint();
    }
}
