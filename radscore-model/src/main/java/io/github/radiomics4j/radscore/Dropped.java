package io.github.radiomics4j.radscore;

/**
 * A feature that a selection step let go.
 *
 * @param feature the column's name
 * @param reason the rule and the value found, in words
 */
public record Dropped(String feature, String reason) {

    /**
     * A feature that has one value in all training rows.
     *
     * @param feature the column's name
     * @param value its only value
     * @return the feature with that reason
     */
    public static Dropped constant(String feature, double value) {
        return new Dropped(feature, "constant in the training rows, always " + value);
    }
}
