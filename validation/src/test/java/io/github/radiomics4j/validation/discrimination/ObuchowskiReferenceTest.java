package io.github.radiomics4j.validation.discrimination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Conformance;
import io.github.radiomics4j.validation.Conformance.Reference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers of the R function {@code doAUCcluster(a, b, outcome, cluster)}, an adaptation of the program of the method's author, as
 * {@code src/test/r/clustered_auc.R} writes them.
 */
class ObuchowskiReferenceTest {
    private static final String SECTION = "Clustered AUC, doAUCcluster";
    private static final double CLOSED_FORM = 1e-10;
    private static final Conformance CONFORMANCE = new Conformance();

    @AfterAll
    static void writeCounts() {
        CONFORMANCE.write("clustered_auc.txt");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numberAgreesWithTheReference(Reference reference) {
        CONFORMANCE.check(reference);
    }

    @Test
    void theReferencesSetOfSingleCasesIsDeLongs() {
        List<String[]> cases = cases("single");
        String[] expected = rows("clustered_expected.csv").stream().filter(row -> row[0].equals("single")).findFirst().orElseThrow();
        assertEquals(Double.parseDouble(expected[3]), DeLong.interval(scores(cases, 3), outcome(cases), 0.95).variance(), CLOSED_FORM);
    }

    static List<Reference> numbers() {
        List<Reference> numbers = new ArrayList<>();
        for (String[] expected : rows("clustered_expected.csv")) {
            List<String[]> cases = cases(expected[0]);
            double[] a = scores(cases, 3);
            List<String> clusters = cases.stream().map(row -> row[1]).toList();
            AucInterval interval = Obuchowski.interval(a, outcome(cases), clusters, 0.95);
            PairedAucTest test = Obuchowski.pairedTest(a, scores(cases, 4), outcome(cases), clusters);
            double half = StandardNormal.twoSidedQuantile(0.95) * interval.standardError();
            double[] actual = {test.aucA(), test.aucB(), test.varianceA(), test.varianceB(), test.standardError() * test.standardError(),
                    interval.auc() - half, interval.auc() + half, test.pValue()};
            String[] names = {"AUC a", "AUC b", "variance a", "variance b", "variance of the difference", "lower", "upper", "p"};
            for (int i = 0; i < names.length; i++) {
                double value = Double.parseDouble(expected[i + 1]);
                numbers.add(new Reference(SECTION, expected[0] + " " + names[i], value, actual[i],
                        CLOSED_FORM * Math.max(1e-3, Math.abs(value))));
            }
        }
        return numbers;
    }

    private static List<String[]> cases(String set) {
        return rows("clustered_cases.csv").stream().filter(row -> row[0].equals(set)).toList();
    }

    private static BinaryOutcome outcome(List<String[]> cases) {
        return BinaryOutcome.of(cases.stream().mapToInt(row -> Integer.parseInt(row[2])).toArray());
    }

    private static double[] scores(List<String[]> cases, int column) {
        return cases.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    private static List<String[]> rows(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(ObuchowskiReferenceTest.class.getResourceAsStream(file),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
