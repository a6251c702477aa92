package io.github.radiomics4j.radscore.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.SharedStatistics;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Estimate;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Form;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The example of Shrout and Fleiss against R's psych and the printed values. */
class IntraclassCorrelationReferenceTest {
    private static final Conformance CONFORMANCE = new Conformance();
    private static final double[] PRINTED = {0.17, 0.29, 0.71, 0.44, 0.62, 0.91};

    @AfterAll
    static void write() {
        CONFORMANCE.write("intraclass-correlation.txt");
    }

    @Test
    void sixFormsAgreeWithPsychAndWithPrint() {
        JsonNode expected = SharedStatistics.expected("icc_shrout_fleiss");
        FeatureTable table = SharedStatistics.table("shrout_fleiss_1979.csv");
        double[][] ratings = new double[table.caseCount()][4];
        for (int i = 0; i < ratings.length; i++) {
            for (int j = 0; j < 4; j++) {
                ratings[i][j] = table.value(i, table.indexOf("judge" + (j + 1)));
            }
        }
        IntraclassCorrelation correlation = IntraclassCorrelation.of(ratings);
        check("mean square", expected.get("ms_subject"), correlation.meanSquareBetweenSubjects());
        check("mean square", expected.get("ms_judge"), correlation.meanSquareBetweenRaters());
        check("mean square", expected.get("ms_error"), correlation.meanSquareError());
        check("mean square", expected.get("ms_within"), correlation.meanSquareWithinSubjects());
        for (Form form : Form.values()) {
            int k = form.ordinal();
            Estimate estimate = correlation.estimate(form, 0.95);
            check(form + " value", expected.get("icc").get(k), estimate.value());
            check(form + " F", expected.get("F").get(k), estimate.f());
            check(form + " df1", expected.get("df1").get(k), estimate.degreesOfFreedom1());
            check(form + " df2", expected.get("df2").get(k), estimate.degreesOfFreedom2());
            check(form + " p", expected.get("p").get(k), estimate.p());
            check(form + " lower", expected.get("lower95").get(k), estimate.lower());
            check(form + " upper", expected.get("upper95").get(k), estimate.upper());
            CONFORMANCE.check("Published intraclass correlations", form.label(), PRINTED[k], estimate.value(), 0.005);
        }
    }

    private static void check(String what, JsonNode expected, double actual) {
        CONFORMANCE.check("Intraclass correlation, Shrout and Fleiss", what, expected.doubleValue(), actual, 1e-10);
    }
}
