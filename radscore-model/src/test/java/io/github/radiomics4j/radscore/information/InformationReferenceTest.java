package io.github.radiomics4j.radscore.information;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.SharedStatistics;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Miller and Madow's correction, discrete variables, KSG and jittered neighbours against numpy and scikit-learn. */
class InformationReferenceTest {
    private static final Conformance CONFORMANCE = new Conformance();
    private static final double TOLERANCE = 1e-10;

    @AfterAll
    static void write() {
        CONFORMANCE.write("information.txt");
    }

    @ParameterizedTest
    @CsvSource({"miller_madow_equal_width_5,5", "miller_madow_equal_width_10,10"})
    void millerMadowAgreesOnSyntheticData(String key, int bins) {
        double[] expected = SharedStatistics.doubles(SharedStatistics.expected("mi_continuous").get(key));
        FeatureTable table = SharedStatistics.table("mi_continuous.csv");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "y");
        for (int c = 0; c < expected.length; c++) {
            CONFORMANCE.check("MI with Miller and Madow's correction", key + c, expected[c],
                    new MillerMadow(new EqualWidthBins(bins)).estimate(table.column(c), outcome), TOLERANCE);
        }
    }

    @Test
    void millerMadowAgreesOnWdbc() {
        JsonNode section = SharedStatistics.expected("mi_wdbc");
        double[] expected = SharedStatistics.doubles(section.get("miller_madow_equal_width"));
        FeatureTable table = SharedStatistics.table("wdbc.csv");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "malignant");
        List<String> names = SharedStatistics.texts(section.get("features"));
        for (int c = 0; c < expected.length; c++) {
            CONFORMANCE.check("MI with Miller and Madow's correction", names.get(c), expected[c],
                    new MillerMadow(new EqualWidthBins(10)).estimate(table.column(table.indexOf(names.get(c))), outcome), TOLERANCE);
        }
    }

    @Test
    void entropiesOfCountedPairsAgree() {
        JsonNode expected = SharedStatistics.expected("mi_discrete");
        JointCounts counts = JointCounts.of(whole(expected.get("x")), whole(expected.get("y")));
        check(expected, "h_x", counts.entropyOfX());
        check(expected, "h_y", counts.entropyOfY());
        check(expected, "h_xy", counts.jointEntropy());
        check(expected, "mi", counts.mutualInformation());
        check(expected, "mi_miller_madow", counts.millerMadowMutualInformation());
        check(expected, "normalised_sqrt", counts.normalisedMutualInformation());
    }

    private static void check(JsonNode expected, String key, double actual) {
        CONFORMANCE.check("Entropies of discrete variables", key, expected.get(key).doubleValue(), actual, TOLERANCE);
    }

    private static int[] whole(JsonNode array) {
        return Arrays.stream(SharedStatistics.doubles(array)).mapToInt(v -> (int) v).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 10})
    void kraskovAgreesWithScikitLearn(int k) {
        double[] expected = SharedStatistics.doubles(SharedStatistics.expected("mi_continuous").get("ksg1_yc_k" + k));
        FeatureTable table = SharedStatistics.table("mi_continuous.csv");
        double[] yc = table.column(table.indexOf("yc"));
        for (int c = 0; c < expected.length; c++) {
            CONFORMANCE.check("MI of two continuous variables (KSG)", "k " + k + " x" + (c + 1), expected[c],
                    new KraskovMutualInformation(k).estimate(table.column(c), yc), TOLERANCE);
        }
    }

    @Test
    void meanOverJitterSeedsLiesWithinScikitLearnsSpread() {
        JsonNode section = SharedStatistics.expected("mi_wdbc");
        double[] mean = SharedStatistics.doubles(section.get("sklearn_mean_over_50_seeds"));
        double[] sd = SharedStatistics.doubles(section.get("sklearn_sd_over_50_seeds"));
        FeatureTable table = SharedStatistics.table("wdbc.csv");
        BinaryOutcome outcome = BinaryOutcome.ofColumn(table, "malignant");
        List<String> names = SharedStatistics.texts(section.get("features"));
        for (int c = 0; c < mean.length; c++) {
            double[] values = table.column(table.indexOf(names.get(c)));
            double sum = 0;
            for (int seed = 0; seed < 50; seed++) {
                sum += new JitteredNeighbours(new NearestNeighbourMutualInformation(3), seed).estimate(values, outcome);
            }
            // two means of 50: a difference of 5 standard errors would be chance once in a million
            CONFORMANCE.check("MI nearest neighbours with seeded jitter, mean of 50 seeds", names.get(c), mean[c], sum / 50,
                    5 * Math.sqrt(2.0 / 50) * sd[c] + 1e-9);
        }
    }
}
