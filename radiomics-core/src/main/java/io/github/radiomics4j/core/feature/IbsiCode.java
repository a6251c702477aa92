package io.github.radiomics4j.core.feature;

/**
 * A permanent identifier of the IBSI manual, such as {@code ACUI}.
 *
 * @param value four capital letters or digits
 */
public record IbsiCode(String value) {

    /**
     * Checks the form.
     *
     * @param value four capital letters or digits
     */
    public IbsiCode {
        if (!value.matches("[A-Z0-9]{4}")) {
            throw new IllegalArgumentException("an IBSI code has four capital letters or digits, was \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
