package io.github.radiomics4j.core.perturbation;

import java.math.BigDecimal;

/** Lengths and angles of perturbations: checked, and as they stand in names. */
final class Lengths {
    private Lengths() {
    }

    static void requireNotNegative(double millimetres, String what) {
        if (!(millimetres >= 0) || !Double.isFinite(millimetres)) {
            throw new IllegalArgumentException(what + " is at least 0 mm and finite, was " + millimetres);
        }
    }

    static void requireFinite(double number, String what) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(what + " is a finite number, was " + number);
        }
    }

    /** Without trailing zeros or exponents: 1, 0.5, -2.25. */
    static String text(double number) {
        return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
