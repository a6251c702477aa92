package io.github.radiomics4j.examples.cli.ibsi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * When a computed value meets an agreed one: {@code |rounded − reference| ≤ tolerance}, in decimal arithmetic. The agreed values were
 * found among results rounded to three significant digits, so a computed one is rounded before it is compared; what is counted is not.
 */
public enum ComparisonRule {
    /** Features: rounded to three significant digits. */
    THREE_DIGITS {
        @Override
        BigDecimal rounded(double computed, BigDecimal reference) {
            return toDigits(computed, LEAST_DIGITS);
        }
    },
    /** Diagnostics that are counted: voxel counts, dimensions of images, masks and boxes. Not rounded. */
    UNROUNDED {
        @Override
        BigDecimal rounded(double computed, BigDecimal reference) {
            return new BigDecimal(computed);
        }
    },
    /**
     * Diagnostics that are measured: voxel dimensions (mm) and intensities. Rounded to as many significant digits as the table shows, and
     * never fewer than three, since the table drops zeros at the end (−47 stands for −47.0).
     */
    DIGITS_OF_REFERENCE {
        @Override
        BigDecimal rounded(double computed, BigDecimal reference) {
            return toDigits(computed, Math.max(LEAST_DIGITS, reference.precision()));
        }
    };

    /** The rules in words, for reports. */
    static final String IN_WORDS = """
            A value is met where |rounded − reference| ≤ tolerance, with the reference and the tolerance of the IBSI reference manual. A
            feature is rounded to three significant digits first, since the agreed values were found among results so rounded. Of the diagnostics,
            what is counted (voxels, dimensions of images, masks and boxes) is not rounded; voxel dimensions and intensities are rounded to
            as many significant digits as the reference shows, at least three.
            """;

    private static final int LEAST_DIGITS = 3;

    /**
     * The rule for a value.
     *
     * @param reference the agreed value
     * @return the rule
     */
    public static ComparisonRule of(ReferenceValue reference) {
        if (!reference.isDiagnostic()) {
            return THREE_DIGITS;
        }
        String tag = reference.tag();
        boolean counted = tag.contains("vox_count") || tag.contains("_dim_") && !tag.startsWith("vox_dim");
        return counted ? UNROUNDED : DIGITS_OF_REFERENCE;
    }

    /**
     * Whether a computed value meets an agreed one.
     *
     * @param computed what came out
     * @param reference the agreed value
     * @param tolerance the largest difference that counts as met, included
     * @return false also for NaN and infinities
     */
    public boolean isMet(double computed, BigDecimal reference, BigDecimal tolerance) {
        return Double.isFinite(computed) && rounded(computed, reference).subtract(reference).abs().compareTo(tolerance) <= 0;
    }

    /**
     * The value that is compared.
     *
     * @param computed a finite number
     * @param reference the agreed value
     * @return the number, rounded half to even where the rule rounds
     */
    abstract BigDecimal rounded(double computed, BigDecimal reference);

    private static BigDecimal toDigits(double computed, int digits) {
        return new BigDecimal(computed).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }
}
