package io.github.radiomics4j.radscore.information;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Conformance;
import io.github.radiomics4j.radscore.SharedStatistics;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutual information against scikit-learn 1.9.1 and against plug-in values of the same binning rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutualInformationReferenceTest {
    private static final double TOLERANCE = 1e-10;

    private final Conformance conformance = new Conformance();
    private FeatureTable continuous;
    private FeatureTable wdbc;
    private BinaryOutcome y;
    private BinaryOutcome malignant;

    @BeforeEach
    void read() {
        SharedStatistics.assumePresent();
        continuous = SharedStatistics.table("mi_continuous.csv");
        y = BinaryOutcome.ofColumn(continuous, "y");
        FeatureTable all = SharedStatistics.table("wdbc.csv");
        malignant = BinaryOutcome.ofColumn(all, "malignant");
        wdbc = all.select(SharedStatistics.texts(SharedStatistics.expected("mi_wdbc").get("features")));
    }

    @AfterAll
    void write() {
        conformance.write("mutual-information.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 10})
    void nearestNeighboursAgreeWithScikitLearnOnDataWithoutTies(int k) {
        double[] expected = SharedStatistics.doubles(SharedStatistics.expected("mi_continuous").get("ross_y_k" + k));
        for (int c = 0; c < 8; c++) {
            conformance.check("MI nearest neighbours, two classes", "mutual_info_classif(x" + (c + 1) + ", y, n_neighbors=" + k + ")",
                    expected[c],
                    new NearestNeighbourMutualInformation(k).estimate(continuous.column(c), y), TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 10})
    void nearestNeighboursAgreeBeforeTheyAreCutAtZero(int k) {
        double[] expected = SharedStatistics.doubles(SharedStatistics.expected("mi_continuous").get("ross_y_k" + k + "_unclipped"));
        for (int c = 0; c < 8; c++) {
            conformance.check("MI nearest neighbours, not cut at 0", "x" + (c + 1) + ", k = " + k, expected[c],
                    new NearestNeighbourMutualInformation(k).unclipped(continuous.column(c), classes("y"), 2), TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 10})
    void nearestNeighboursAgreeWithThreeClasses(int k) {
        double[] expected = SharedStatistics.doubles(SharedStatistics.expected("mi_continuous").get("ross_y3_k" + k));
        for (int c = 0; c < 8; c++) {
            conformance.check("MI nearest neighbours, three classes", "mutual_info_classif(x" + (c + 1) + ", y3, n_neighbors=" + k + ")",
                    expected[c], Math.max(0, new NearestNeighbourMutualInformation(k).unclipped(continuous.column(c), classes("y3"), 3)),
                    TOLERANCE);
        }
    }

    private int[] classes(String column) {
        return Arrays.stream(continuous.column(continuous.indexOf(column))).mapToInt(v -> (int) v).toArray();
    }

    static Stream<Arguments> binnings() {
        return Stream.of(Arguments.of("plugin_equal_width_5", new EqualWidthBins(5)),
                Arguments.of("plugin_equal_width_10", new EqualWidthBins(10)),
                Arguments.of("plugin_equal_frequency_5", new EqualFrequencyBins(5)),
                Arguments.of("plugin_equal_frequency_10", new EqualFrequencyBins(10)),
                Arguments.of("plugin_equal_frequency_10", new EqualFrequencyBins(10, EqualFrequencyBins.Ties.ROW_ORDER)));
    }

    @ParameterizedTest
    @MethodSource("binnings")
    void binnedInformationAgreesOnDataWithoutTies(String key, MutualInformation estimator) {
        double[] expected = SharedStatistics.doubles(SharedStatistics.expected("mi_continuous").get(key));
        for (int c = 0; c < 8; c++) {
            conformance.check("MI binned, synthetic data", key + " x" + (c + 1), expected[c], estimator.estimate(continuous.column(c), y),
                    TOLERANCE);
        }
    }

    @Test
    void binnedInformationOfTheTenCountedCases() {
        // expected.json mi_discrete: x in {0, 1, 2}, y in {0, 1}; the values are their own bins
        double[] x = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 0, 1, 0, 1, 1, 1, 1, 1, 0});
        conformance.check("MI of counted cells", "mi_discrete", SharedStatistics.expected("mi_discrete").get("mi").doubleValue(),
                new EqualWidthBins(3).estimate(x, outcome), TOLERANCE);
    }

    static Stream<Arguments> wdbcBinnings() {
        return Stream.of(Arguments.of("plugin_equal_width", new EqualWidthBins(10)),
                Arguments.of("plugin_5_equal_frequency_row_order_ties", new EqualFrequencyBins(5, EqualFrequencyBins.Ties.ROW_ORDER)));
    }

    @ParameterizedTest
    @MethodSource("wdbcBinnings")
    void binnedInformationAgreesOnMeasuredData(String key, MutualInformation estimator) {
        double[] expected = SharedStatistics.doubles(SharedStatistics.expected("mi_wdbc").get(key));
        for (int c = 0; c < expected.length; c++) {
            conformance.check("MI binned, wdbc", key + " " + wdbc.columnNames().get(c), expected[c],
                    estimator.estimate(wdbc.column(c), malignant),
                    TOLERANCE);
        }
    }

    /** scikit-learn breaks the ties of this table by random numbers of another seed each time; nothing here is random. */
    @Test
    void nearestNeighboursOnRoundedDataLieNearTheMeanOfScikitLearnsTieBreaking() {
        double[] mean = SharedStatistics.doubles(SharedStatistics.expected("mi_wdbc").get("sklearn_mean_over_50_seeds"));
        for (int c = 0; c < mean.length; c++) {
            conformance.check("MI nearest neighbours, tied data (0.02 nat)", "mean over seeds of mutual_info_classif("
                    + wdbc.columnNames().get(c)
                    + ", malignant)", mean[c], new NearestNeighbourMutualInformation(3).estimate(wdbc.column(c), malignant), 0.02);
        }
    }

    @Test
    void selectionRanksByInformation() {
        JsonNode mim = SharedStatistics.expected("mi_wdbc").get("select_mim");
        List<String> kept = new MutualInformationSelection(new EqualWidthBins(10), 10).select(wdbc, malignant).kept();
        conformance.check("Selection by MI, wdbc", "select_mim", SharedStatistics.texts(mim.get("order")), kept);
    }
}
