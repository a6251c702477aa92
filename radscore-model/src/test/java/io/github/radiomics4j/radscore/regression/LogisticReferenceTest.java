package io.github.radiomics4j.radscore.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.SharedStatistics;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maximum likelihood and Firth's method against R: glm, profile limits of MASS, brglm2 and logistf. */
class LogisticReferenceTest {
    private static final Conformance CONFORMANCE = new Conformance();
    private static final double NEWTON = 1e-7;
    private static final double PROFILE = 1e-5;
    /** MASS interpolates the profile by a spline; that the limits here are exact is shown in LogisticRegressionTest. */
    private static final double SPLINE = 1e-3;

    @AfterAll
    static void write() {
        CONFORMANCE.write("logistic-regression.txt");
    }

    @ParameterizedTest
    @CsvSource({"logistic_birthwt,birthwt.csv,low", "logistic_lbw,lbw.csv,low", "logistic_spector,spector.csv,grade"})
    void maximumLikelihoodAgreesWithR(String section, String file, String outcomeColumn) {
        JsonNode expected = SharedStatistics.expected(section);
        FeatureTable table = SharedStatistics.table(file);
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, outcomeColumn);
        LogisticFit fit = LogisticRegression.estimate(predictors(table, expected.get("names")), outcome);
        String name = "Logistic regression, inference";
        check(name, "coef", expected.get("coef"), fit.coefficients(), NEWTON);
        check(name, "se", expected.get("se"), fit.standardErrors(), NEWTON);
        check(name, "z", expected.get("z"), fit.waldZ(), NEWTON);
        check(name, "p", expected.get("p"), fit.waldP(), NEWTON);
        for (int k = 0; k < fit.coefficients().length; k++) {
            check(name, "vcov " + k, expected.get("vcov").get(k), fit.covariance()[k], NEWTON);
            LogisticFit.Limits wald = fit.waldLimits(0.95).get(k);
            check(name, "wald " + k, expected.get("wald_ci95").get(k), new double[] {wald.lower(), wald.upper()}, NEWTON);
            LogisticFit.Limits profile = fit.profileLimits(k, 0.95);
            check(name, "profile " + k, expected.get("profile_ci95").get(k), new double[] {profile.lower(), profile.upper()},
                    SPLINE);
        }
        check(name, "loglik", expected, fit.logLikelihood());
        check(name, "loglik_null", expected, fit.nullLogLikelihood());
        check(name, "lr_chisq", expected, fit.overallTest().chiSquare());
        check(name, "lr_df", expected, fit.overallTest().degreesOfFreedom());
        check(name, "lr_p", expected, fit.overallTest().p());
        check(name, "deviance", expected, -2 * fit.logLikelihood());
        check(name, "aic", expected, fit.aic());
        check(name, "bic", expected, fit.bic());
        check(name, "mcfadden", expected, fit.mcFadden());
        check(name, "cox_snell", expected, fit.coxSnell());
        check(name, "nagelkerke", expected, fit.nagelkerke());
        JsonNode first = expected.get("fitted_first5");
        check(name, "fitted", first, Arrays.copyOf(fit.fitted(), first.size()), NEWTON);
    }

    @Test
    void firthAgreesWithBrglm2AndLogistf() {
        JsonNode expected = SharedStatistics.expected("firth_endometrial");
        FeatureTable table = SharedStatistics.table("endometrial.csv");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "HG");
        LogisticFit fit = FirthRegression.estimate(predictors(table, expected.get("names")), outcome);
        String name = "Firth's method, endometrial";
        check(name, "coef", expected.get("coef"), fit.coefficients(), NEWTON);
        check(name, "se", expected.get("se"), fit.standardErrors(), NEWTON);
        check(name, "se_augmented", expected.get("se_augmented"), fit.augmentedStandardErrors(), NEWTON);
        check(name, "loglik_unpenalised", expected, fit.logLikelihood());
        check(name, "penalised_loglik", expected, fit.objective());
        check(name, "penalised_loglik_null", expected, fit.nullObjective());
        check(name, "global_lr_chisq", expected, fit.overallTest().chiSquare());
        check(name, "global_df", expected, fit.overallTest().degreesOfFreedom());
        check(name, "global_p", expected, fit.overallTest().p());
        for (int k = 0; k < 4; k++) {
            CONFORMANCE.check(name, "lr_chisq " + k, expected.get("lr_chisq").get(k).doubleValue(),
                    fit.likelihoodRatioTest(k).chiSquare(), NEWTON);
            CONFORMANCE.check(name, "lr_p " + k, expected.get("lr_p").get(k).doubleValue(), fit.likelihoodRatioTest(k).p(), NEWTON);
            LogisticFit.Limits profile = fit.profileLimits(k, 0.95);
            check(name, "profile " + k, expected.get("profile_ci95").get(k), new double[] {profile.lower(), profile.upper()}, PROFILE);
        }
    }

    @Test
    void productTermIsTestedAsInR() {
        JsonNode expected = SharedStatistics.expected("lrt_birthwt_age_lwt");
        FeatureTable table = SharedStatistics.table("birthwt.csv");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "low");
        double[] age = table.column(table.indexOf("age"));
        double[] weight = table.column(table.indexOf("lwt"));
        double[] product = new double[age.length];
        Arrays.setAll(product, i -> age[i] * weight[i]);
        Map<String, double[]> predictors = new LinkedHashMap<>();
        predictors.put("age", age);
        predictors.put("lwt", weight);
        predictors.put("smoke", table.column(table.indexOf("smoke")));
        predictors.put("age x lwt", product);
        LogisticFit fit = LogisticRegression.estimate(predictors, outcome);
        String name = "Product-term test, birthwt";
        check(name, "chisq", expected, fit.likelihoodRatioTest(4).chiSquare());
        check(name, "p", expected, fit.likelihoodRatioTest(4).p());
        check(name, "coef_product", expected, fit.coefficients()[4]);
    }

    @Test
    void publishedLogLikelihoodsAreThose() {
        SharedStatistics.assumePresent();
        FeatureTable lbw = SharedStatistics.table("lbw.csv");
        LogisticFit fit = LogisticRegression.estimate(predictors(lbw, SharedStatistics.expected("logistic_lbw").get("names")),
                BinaryOutcome.ofColumn(lbw, "low"));
        CONFORMANCE.check("Published regressions", "lbw", -100.724, fit.logLikelihood(), 0.0005 / 100);
        CONFORMANCE.check("Published regressions", "lbw LR", 33.22, fit.overallTest().chiSquare(), 0.005 / 33);
        assertEquals(8, fit.overallTest().degreesOfFreedom());
        FeatureTable spector = SharedStatistics.table("spector.csv");
        LogisticFit grade = LogisticRegression.estimate(predictors(spector, SharedStatistics.expected("logistic_spector").get("names")),
                BinaryOutcome.ofColumn(spector, "grade"));
        CONFORMANCE.check("Published regressions", "spector", -12.890, grade.logLikelihood(), 0.0005 / 12);
        double[] printed = {-13.0213, 2.8261, 0.0952, 2.3787};
        for (int k = 0; k < printed.length; k++) {
            CONFORMANCE.check("Published regressions", "spector " + k, printed[k], grade.coefficients()[k], 0.00005);
        }
        FeatureTable endometrial = SharedStatistics.table("endometrial.csv");
        LogisticFit firth = FirthRegression.estimate(predictors(endometrial, SharedStatistics.expected("firth_endometrial").get("names")),
                BinaryOutcome.ofColumn(endometrial, "HG"));
        CONFORMANCE.check("Published regressions", "Firth NV", 2.929, firth.coefficients()[1], 0.0005);
        CONFORMANCE.check("Published regressions", "Firth LR", 43.65582, firth.overallTest().chiSquare(), 0.000005);
    }

    private static Map<String, double[]> predictors(FeatureTable table, JsonNode names) {
        Map<String, double[]> predictors = new LinkedHashMap<>();
        for (String name : SharedStatistics.texts(names).subList(1, names.size())) {
            if (table.has(name)) {
                predictors.put(name, table.column(table.indexOf(name)));
            } else { // an indicator such as race2
                double[] level = table.column(table.indexOf(name.substring(0, name.length() - 1)));
                double which = Double.parseDouble(name.substring(name.length() - 1));
                double[] indicator = new double[level.length];
                Arrays.setAll(indicator, i -> level[i] == which ? 1 : 0);
                predictors.put(name, indicator);
            }
        }
        return predictors;
    }

    private static void check(String section, String what, JsonNode expected, double[] actual, double tolerance) {
        List<Double> numbers = DoubleStream.of(SharedStatistics.doubles(expected)).boxed().toList();
        for (int k = 0; k < numbers.size(); k++) {
            CONFORMANCE.check(section, what + " " + k, numbers.get(k), actual[k], tolerance);
        }
    }

    private static void check(String section, String what, JsonNode expected, double actual) {
        CONFORMANCE.check(section, what, expected.get(what).doubleValue(), actual, NEWTON);
    }
}
