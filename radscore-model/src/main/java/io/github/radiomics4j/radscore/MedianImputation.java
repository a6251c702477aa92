package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a recipe does with missing values (NaN): features with too many are dropped, the others get the median of the training rows that
 * have a value, in training and whenever a case is scored. Infinite values stay errors: they are results, not gaps.
 *
 * @param largestMissingShare the largest share of training rows that may lack a feature which is kept, from 0 to below 1
 */
public record MedianImputation(double largestMissingShare) {

    /**
     * Checks the share.
     *
     * @param largestMissingShare from 0 to below 1
     */
    public MedianImputation {
        if (!(largestMissingShare >= 0 && largestMissingShare < 1)) {
            throw new IllegalArgumentException("the share of missing values lies from 0 to below 1, was " + largestMissingShare);
        }
    }

    /**
     * What was learned from training rows.
     *
     * @param medians every feature that is kept to its median
     * @param missing every feature that lacked a value in training, dropped ones included, to the number of rows that did
     * @param dropped features that lacked too many, with the reason
     */
    public record Fitted(Map<String, Double> medians, Map<String, Integer> missing, List<Dropped> dropped) {

        /**
         * Copies the collections, in their order.
         *
         * @param medians every feature that is kept to its median
         * @param missing features that lacked a value to the number of rows that did
         * @param dropped features that lacked too many, with the reason
         */
        public Fitted {
            medians = Collections.unmodifiableMap(new LinkedHashMap<>(medians));
            missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
            dropped = List.copyOf(dropped);
        }

        /**
         * A table without gaps.
         *
         * @param table at least the columns that are kept; a bootstrap sample may repeat cases; not modified
         * @return these columns, in their order, with the median in place of each missing value; rows as they were
         * @throws InvalidInputException TABLE_INVALID where a column that is kept is missing
         */
        public FeatureTable apply(FeatureTable table) {
            FeatureTable kept = table.select(List.copyOf(medians.keySet()));
            double[][] values = new double[kept.columnCount()][];
            for (int c = 0; c < values.length; c++) {
                double median = medians.get(kept.columns().get(c).name());
                values[c] = kept.column(c);
                for (int r = 0; r < values[c].length; r++) {
                    values[c][r] = Double.isNaN(values[c][r]) ? median : values[c][r];
                }
            }
            return kept.withColumns(kept.columns(), values);
        }
    }

    /**
     * Learns medians.
     *
     * @param training the training rows; not modified
     * @return medians, and what was missing
     * @throws InvalidInputException TABLE_INVALID where every feature lacks too many values
     */
    public Fitted fit(FeatureTable training) {
        Map<String, Double> medians = new LinkedHashMap<>();
        Map<String, Integer> missing = new LinkedHashMap<>();
        List<Dropped> dropped = new ArrayList<>();
        for (int c = 0; c < training.columnCount(); c++) {
            String name = training.columns().get(c).name();
            double[] column = training.column(c);
            double[] present = Arrays.stream(column).filter(v -> !Double.isNaN(v)).sorted().toArray();
            int gaps = column.length - present.length;
            if (gaps > 0) {
                missing.put(name, gaps);
            }
            if (present.length == 0 || (double) gaps / column.length > largestMissingShare) {
                dropped.add(new Dropped(name, "missing in " + gaps + " of " + column.length + " training rows, at most a share of "
                        + largestMissingShare + " may be"));
            } else {
                medians.put(name, median(present));
            }
        }
        if (medians.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "no feature is left to impute: all " + training.columnCount()
                    + " lack too many values" + dropped.stream().findFirst().map(d -> ", the first is " + d.reason()).orElse("")
                    + "; allow a larger share, or leave out the cases without values");
        }
        return new Fitted(medians, missing, dropped);
    }

    /** The mean of the two middle values where their number is even; halved first, so that it cannot overflow. */
    private static double median(double[] sorted) {
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2;
    }
}
