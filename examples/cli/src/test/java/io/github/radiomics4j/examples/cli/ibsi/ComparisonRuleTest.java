package io.github.radiomics4j.examples.cli.ibsi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonRuleTest {

    private static ReferenceValue reference(String family, String tag) {
        return new ReferenceValue(Configuration.CT_A, family, "", "", tag, "", tag, BigDecimal.ONE, BigDecimal.ZERO, "strong");
    }

    @ParameterizedTest
    @CsvSource({"glcm, cm_info_corr1, THREE_DIGITS", "morphology, morph_vol_approx, THREE_DIGITS",
        "diagnostics_initial_image, img_dim_x_init_img, UNROUNDED", "diagnostics_initial_roi, int_mask_dim_z_init_roi, UNROUNDED",
        "diagnostics_resegmented_roi, morph_mask_bb_dim_y_reseg_roi, UNROUNDED",
        "diagnostics_resegmented_roi, int_mask_vox_count_reseg_roi, UNROUNDED",
        "diagnostics_interpolated_image, vox_dim_x_interp_img, DIGITS_OF_REFERENCE",
        "diagnostics_interpolated_image, mean_int_interp_img, DIGITS_OF_REFERENCE",
        "diagnostics_initial_roi, int_mask_max_int_init_roi, DIGITS_OF_REFERENCE"})
    void ruleFollowsTheKindOfFigure(String family, String tag, ComparisonRule rule) {
        assertEquals(rule, ComparisonRule.of(reference(family, tag)));
    }

    @ParameterizedTest
    @CsvSource({
        // rounded to three digits, then compared; the tolerance is included
        "THREE_DIGITS, 2.1486, 2.15, 0, true", "THREE_DIGITS, 2.1449, 2.15, 0, false", "THREE_DIGITS, 2.1449, 2.15, 0.01, true",
        "THREE_DIGITS, 2.1349, 2.15, 0.01, false", "THREE_DIGITS, 12349, 12300, 0, true", "THREE_DIGITS, -0.035549, -0.0355, 0, true",
        "THREE_DIGITS, 0, 0, 0, true", "THREE_DIGITS, NaN, 0, 100, false", "THREE_DIGITS, Infinity, 1, 100, false",
        // a count is not rounded
        "UNROUNDED, 125256, 125256, 0, true", "UNROUNDED, 125257, 125256, 0, false", "UNROUNDED, 29942, 29842, 100, true",
        "UNROUNDED, 29943, 29842, 100, false", "UNROUNDED, 100.2, 100, 0.1, false",
        // as many digits as the table shows, at least three
        "DIGITS_OF_REFERENCE, 0.9769999980926514, 0.977, 0, true", "DIGITS_OF_REFERENCE, -46.93, -46.9, 0, true",
        "DIGITS_OF_REFERENCE, 3065, 3065, 0, true", "DIGITS_OF_REFERENCE, 3064, 3065, 0, false",
        "DIGITS_OF_REFERENCE, -46.7, -47, 0.1, false", "DIGITS_OF_REFERENCE, -46.94, -47, 0.1, true"})
    void valueIsMetWithinTheToleranceOfItsRule(ComparisonRule rule, double computed, BigDecimal reference, BigDecimal tolerance,
            boolean met) {
        assertEquals(met, rule.isMet(computed, reference, tolerance));
    }
}
