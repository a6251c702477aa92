package io.github.radiomics4j.core.morphology;

/**
 * A body by volume and surface.
 *
 * @param volume mm³
 * @param area surface area, mm²
 */
public record Solid(double volume, double area) {
}
