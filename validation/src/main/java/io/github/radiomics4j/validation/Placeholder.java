package io.github.radiomics4j.validation;

/** Holds the place of the first class. */
public final class Placeholder {
    private Placeholder() { }
}
