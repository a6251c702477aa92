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
        boolean sound = value.length() == 4;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            sound &= c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        if (!sound) {
            throw new IllegalArgumentException("an IBSI code has four capital letters or digits, was \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }

    // Written out: what a record is given links method handles at its first call, which takes milliseconds of every start.

    @Override
    public boolean equals(Object other) {
        return other instanceof IbsiCode o && value.equals(o.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
