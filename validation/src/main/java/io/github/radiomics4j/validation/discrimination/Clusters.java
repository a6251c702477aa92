package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which cases are independent of each other: those of different clusters, such as the discs of different patients. Clusters are numbered
 * in the order in which they first occur. Where each case is a cluster, all that is computed here is DeLong's to the last bit.
 */
final class Clusters {
    private final int count;
    private final int[] ofPositive;
    private final int[] ofNegative;
    private final int withPositive;
    private final int withNegative;

    private Clusters(int[] clusterOfCase, int count, BinaryOutcome outcome) {
        this.count = count;
        this.ofPositive = ofClass(true, clusterOfCase, outcome);
        this.ofNegative = ofClass(false, clusterOfCase, outcome);
        this.withPositive = distinct(ofPositive);
        this.withNegative = distinct(ofNegative);
    }

    /** Every case for itself. */
    static Clusters ofSingleCases(BinaryOutcome outcome) {
        return new Clusters(IntStream.range(0, outcome.size()).toArray(), outcome.size(), outcome);
    }

    static Clusters of(List<String> clusterOfCase, BinaryOutcome outcome) {
        if (clusterOfCase.size() != outcome.size()) {
            throw new IllegalArgumentException("there are clusters of " + clusterOfCase.size() + " cases but the outcome is of "
                    + outcome.size() + " cases: both must hold the same cases in the same order");
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[clusterOfCase.size()];
        for (int row = 0; row < numbered.length; row++) {
            int next = numbers.size();
            numbered[row] = numbers.computeIfAbsent(clusterOfCase.get(row), name -> next);
        }
        return new Clusters(numbered, numbers.size(), outcome);
    }

    private static int[] ofClass(boolean positive, int[] clusterOfCase, BinaryOutcome outcome) {
        return IntStream.range(0, clusterOfCase.length).filter(row -> outcome.isPositive(row) == positive)
                .map(row -> clusterOfCase[row]).toArray();
    }

    private static int distinct(int[] clusters) {
        BitSet found = new BitSet();
        for (int cluster : clusters) {
            found.set(cluster);
        }
        return found.cardinality();
    }

    void requireTwoWithEachClass() {
        if (withPositive >= 2 && withNegative >= 2) {
            return;
        }
        int positives = ofPositive.length;
        int negatives = ofNegative.length;
        if (count == positives + negatives) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "DeLong's variance needs two cases of each class at least, there "
                    + "are " + positives + " positive and " + negatives
                    + " negative cases: give the AUC without interval, or take more cases");
        }
        throw new InvalidInputException(Problem.TABLE_INVALID, "Obuchowski's variance needs positive cases of two clusters at least, and "
                + "negative ones of two, such as patients; the " + positives + " positive cases are of " + withPositive + ", the "
                + negatives + " negative ones of " + withNegative + ": give the AUC without interval, or take cases of more clusters");
    }

    /** For each cluster the sum over its positive cases; 0 where it has none. */
    double[] sumsOfPositives(double[] values) {
        return sums(values, ofPositive);
    }

    /** For each cluster the sum over its negative cases; 0 where it has none. */
    double[] sumsOfNegatives(double[] values) {
        return sums(values, ofNegative);
    }

    private double[] sums(double[] values, int[] clusters) {
        double[] sums = new double[count];
        for (int i = 0; i < values.length; i++) {
            sums[clusters[i]] += values[i];
        }
        return sums;
    }

    /** S₁₀ / m of a sum of products over clusters. */
    double amongPositives(double products) {
        return amongClass(products, withPositive, ofPositive.length);
    }

    /** S₀₁ / n of a sum of products over clusters. */
    double amongNegatives(double products) {
        return amongClass(products, withNegative, ofNegative.length);
    }

    /** In this order a cluster per case gives the bits of {@code products / (cases − 1) / cases}. */
    private static double amongClass(double products, int clusters, int cases) {
        return products / (clusters - 1) * ((double) clusters / cases) / cases;
    }

    /** S₁₁ / (m n) of a sum of products over clusters. */
    double betweenClasses(double products) {
        return products / (count - 1) * count / ofPositive.length / ofNegative.length;
    }
}
