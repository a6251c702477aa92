package io.github.radiomics4j.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.regression.LogisticFit;
import io.github.radiomics4j.radscore.regression.LogisticRegression;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Hosmer's and Lemeshow's study of low birth weight, and the logistic models that the reference numbers are of. */
public final class BirthWeight {
    private final Map<String, double[]> predictors = new LinkedHashMap<>();
    private final BinaryOutcome low;

    /** The data of a file, {@code birthwt.csv} or {@code lbw.csv}. */
    public BirthWeight(String file) {
        for (String name : new String[] {"age", "lwt"}) {
            predictors.put(name, ReferenceData.column(file, name));
        }
        for (int race = 2; race <= 3; race++) {
            int group = race;
            predictors.put("race" + race, Arrays.stream(ReferenceData.column(file, "race")).map(r -> r == group ? 1 : 0).toArray());
        }
        for (String name : new String[] {"smoke", "ptl", "ht", "ui"}) {
            predictors.put(name, ReferenceData.column(file, name));
        }
        low = BinaryOutcome.of(Arrays.stream(ReferenceData.column(file, "low")).mapToInt(v -> (int) v).toArray());
    }

    public BinaryOutcome low() {
        return low;
    }

    /** Log odds of a fit of the first predictors to some rows, for any rows. */
    public double[] logOdds(int predictorsUsed, int[] training, int[] rows) {
        Map<String, double[]> used = new LinkedHashMap<>();
        predictors.entrySet().stream().limit(predictorsUsed).forEach(e -> used.put(e.getKey(), at(e.getValue(), training)));
        LogisticFit fit = LogisticRegression.estimate(used, low.rows(training));
        return linear(fit.coefficients(), rows);
    }

    /** Log odds of all rows from printed coefficients. */
    public double[] logOdds(JsonNode coefficients) {
        return linear(coefficients.valueStream().mapToDouble(JsonNode::doubleValue).toArray(), rows(0, 1));
    }

    private double[] linear(double[] coefficients, int[] rows) {
        double[] sum = new double[rows.length];
        Arrays.fill(sum, coefficients[0]);
        int next = 1;
        for (double[] column : predictors.values()) {
            if (next == coefficients.length) {
                break;
            }
            for (int i = 0; i < rows.length; i++) {
                sum[i] += coefficients[next] * column[rows[i]];
            }
            next++;
        }
        return sum;
    }

    /** Every so many rows. */
    public int[] rows(int first, int step) {
        return IntStream.iterate(first, i -> i < low.size(), i -> i + step).toArray();
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
