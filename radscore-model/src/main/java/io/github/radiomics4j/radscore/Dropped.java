package io.github.radiomics4j.radscore;

/**
 * A feature that a selection step let go.
 *
 * @param feature the column's name
 * @param reason the rule and the value found, in words
 */
public record Dropped(String feature, String reason) {
}
