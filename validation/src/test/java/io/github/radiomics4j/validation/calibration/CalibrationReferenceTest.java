package io.github.radiomics4j.validation.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.validation.BirthWeight;
import io.github.radiomics4j.validation.Conformance;
import io.github.radiomics4j.validation.Conformance.Reference;
import io.github.radiomics4j.validation.ReferenceData;
import io.github.radiomics4j.validation.discrimination.Estimate;
import io.github.radiomics4j.validation.discrimination.Quantile;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reference numbers of R: {@code glm(y ~ lp)}, {@code glm(y ~ offset(lp))}, {@code lowess(p, y, f = 2/3, iter = 0, delta = 0)},
 * {@code rms::val.prob(p, y)} 6.5-0, and Hosmer-Lemeshow with three groupings.
 */
@EnabledIf(value = ReferenceData.IS_PRESENT, disabledReason = ReferenceData.ABSENT)
class CalibrationReferenceTest {
    /** The suggested tolerance of Newton fits, which all these numbers come from; absolute for what is 0 but for rounding. */
    private static final double FIT = 1e-7;
    /**
     * R's glm takes standard errors from the weights of its last step, so from coefficients one step before the ones it prints: with its
     * default epsilon of 1e-8 that is 1e-5 here (0.19739384 for the slope of birthwt, 0.19739578 at the maximum itself).
     */
    private static final double GLM_ERRORS = 1.1e-5;
    private static final Conformance CONFORMANCE = new Conformance();

    @AfterAll
    static void writeCounts() {
        CONFORMANCE.write("calibration.txt");
    }

    @ParameterizedTest
    @MethodSource({"birthWeight", "birthWeightAsInStata", "otherHalf"})
    void numberAgreesWithTheReference(Reference reference) {
        CONFORMANCE.check(reference);
    }

    static List<Reference> birthWeight() {
        return ofOwnData("birthwt");
    }

    static List<Reference> birthWeightAsInStata() {
        return ofOwnData("lbw");
    }

    private static List<Reference> ofOwnData(String study) {
        BirthWeight data = new BirthWeight(study + ".csv");
        PredictedRisks risks = PredictedRisks.ofScores(data.logOdds(ReferenceData.expected("logistic_" + study, "coef")), data.low());
        List<Reference> rows = new ArrayList<>(references("Calibration, " + study, ReferenceData.expected("calibration_" + study), risks));
        JsonNode logistic = ReferenceData.expected("logistic_" + study);
        if (logistic.has("brier_null")) {
            rows.add(of("Calibration, " + study, "Brier score of the event rate", logistic.get("brier_null"),
                    new Calibration(risks).brier().uncertainty()));
        }
        return rows;
    }

    static List<Reference> otherHalf() {
        BirthWeight data = new BirthWeight("birthwt.csv");
        int[] test = data.rows(1, 2);
        PredictedRisks risks = PredictedRisks.ofScores(data.logOdds(8, data.rows(0, 2), test), data.low().rows(test));
        return references("Calibration, birthwt split", ReferenceData.expected("calibration_birthwt_split"), risks);
    }

    private static List<Reference> references(String section, JsonNode expected, PredictedRisks risks) {
        Calibration calibration = new Calibration(risks);
        List<Reference> rows = new ArrayList<>();
        JsonNode line = expected.get("calibration_slope_model");
        JsonNode large = expected.get("calibration_in_the_large");
        rows.add(of(section, "cases", expected.get("n"), risks.size()));
        rows.add(of(section, "intercept", line.get("intercept"), calibration.line().intercept().value()));
        rows.add(of(section, "slope", line.get("slope"), calibration.line().slope().value()));
        rows.add(error(section, "error of the intercept", line.get("se").get(0), calibration.line().intercept()));
        rows.add(error(section, "error of the slope", line.get("se").get(1), calibration.line().slope()));
        rows.add(of(section, "in the large", large.get("intercept"), calibration.inTheLarge().value()));
        rows.add(of(section, "error in the large", large.get("se"), calibration.inTheLarge().standardError()));
        rows.add(of(section, "Brier score", expected.get("brier"), calibration.brier().score()));
        rows.add(of(section, "expected over observed", expected.get("expected_over_observed"), calibration.expectedOverObserved()));
        rows.add(of(section, "Spiegelhalter z", expected.get("spiegelhalter_z"), calibration.spiegelhalter().z()));
        rows.addAll(curve(section, expected.get("lowess_f23_iter0"), calibration.curve(), risks));
        rows.addAll(valProb(section, expected.get("rms_val_prob"), calibration, risks));
        rows.addAll(hosmerLemeshow(section, expected, "rank10", calibration, new RankGroups(10)));
        rows.addAll(hosmerLemeshow(section, expected, "quantile10", calibration, new QuantileGroups(10)));
        rows.addAll(hosmerLemeshow(section, expected, "quantile5", calibration, new QuantileGroups(5)));
        return rows;
    }

    private static Reference error(String section, String what, JsonNode expected, Estimate actual) {
        return Reference.of(section, what, expected, actual.standardError(), GLM_ERRORS);
    }

    private static List<Reference> curve(String section, JsonNode expected, CalibrationCurve curve, PredictedRisks risks) {
        List<Reference> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(of(section, "lowess x " + i, expected.get("first5_sorted_x").get(i), curve.predicted()[i]));
            rows.add(of(section, "lowess y " + i, expected.get("first5_y").get(i), curve.observed()[i]));
        }
        for (int decile = 1; decile < 10; decile++) {
            double x = Quantile.of(risks.risks(), decile / 10.0);
            rows.add(of(section, "decile " + decile, expected.get("at_deciles_x").get(decile - 1), x));
            rows.add(of(section, "lowess at decile " + decile, expected.get("at_deciles_y").get(decile - 1), curve.at(x)));
        }
        rows.add(of(section, "ICI", expected.get("ICI"), curve.integratedCalibrationIndex()));
        rows.add(of(section, "E50", expected.get("E50"), curve.e50()));
        rows.add(of(section, "E90", expected.get("E90"), curve.e90()));
        rows.add(of(section, "Emax", expected.get("Emax"), curve.eMax()));
        return rows;
    }

    private static List<Reference> valProb(String section, JsonNode expected, Calibration calibration, PredictedRisks risks) {
        CalibrationIndices indices = calibration.indices();
        double[] p = risks.risks();
        double range = Quantile.of(p, 1) - Quantile.of(p, 0);
        CalibrationCurve curve = calibration.curve(new Lowess(2 / 3.0, 0.01 * range));
        // rms 6.5-0 counts risks in the same interval of 0.0002 as ties; the split has a pair 5e-6 apart
        double auc = Roc.of(Arrays.stream(p).map(risk -> Math.floor(5000 * risk)).toArray(), risks.outcome()).auc();
        return List.of(of(section, "val.prob Dxy", expected.get("Dxy"), 2 * auc - 1),
                of(section, "val.prob C", expected.get("C (ROC)"), auc),
                of(section, "val.prob R2", expected.get("R2"), indices.nagelkerke()),
                of(section, "val.prob D", expected.get("D"), indices.discrimination()),
                of(section, "val.prob D chi-squared", expected.get("D:Chi-sq"), indices.discriminationChiSquared()),
                of(section, "val.prob U", expected.get("U"), indices.unreliability()),
                of(section, "val.prob U chi-squared", expected.get("U:Chi-sq"), indices.unreliabilityChiSquared()),
                of(section, "val.prob U p", expected.get("U:p"), indices.unreliabilityPValue()),
                of(section, "val.prob Q", expected.get("Q"), indices.quality()),
                of(section, "val.prob Brier", expected.get("Brier"), calibration.brier().score()),
                of(section, "val.prob intercept", expected.get("Intercept"), calibration.line().intercept().value()),
                of(section, "val.prob slope", expected.get("Slope"), calibration.line().slope().value()),
                of(section, "val.prob Emax", expected.get("Emax"), curve.eMax()),
                of(section, "val.prob E90", expected.get("E90"), curve.e90()),
                of(section, "val.prob Eavg", expected.get("Eavg"), curve.integratedCalibrationIndex()),
                of(section, "val.prob S:z", expected.get("S:z"), calibration.spiegelhalter().z()),
                of(section, "val.prob S:p", expected.get("S:p"), calibration.spiegelhalter().pValue()));
    }

    private static List<Reference> hosmerLemeshow(String section, JsonNode all, String name, Calibration calibration,
            RiskGrouping grouping) {
        JsonNode expected = all.get("hosmer_lemeshow_" + name);
        HosmerLemeshow test = calibration.hosmerLemeshow(grouping);
        List<Reference> rows = new ArrayList<>();
        rows.add(of(section, name + " groups", expected.get("groups"), test.groups().size()));
        for (int g = 0; g < test.groups().size(); g++) {
            HosmerLemeshow.Group group = test.groups().get(g);
            rows.add(of(section, name + " cases " + g, expected.get("n").get(g), group.cases()));
            rows.add(of(section, name + " observed " + g, expected.get("observed").get(g), group.observed()));
            rows.add(of(section, name + " expected " + g, expected.get("expected").get(g), group.expected()));
        }
        rows.add(of(section, name + " chi-squared", expected.get("chisq"), test.chiSquared()));
        rows.add(of(section, name + " degrees of freedom", expected.get("df"), test.degreesOfFreedom()));
        rows.add(of(section, name + " p", expected.get("p"), test.pValue()));
        return rows;
    }

    private static Reference of(String section, String what, JsonNode expected, double actual) {
        double value = expected.doubleValue();
        return Math.abs(value) < FIT ? new Reference(section, what, value, actual, FIT)
                : Reference.of(section, what, expected, actual, FIT);
    }
}
