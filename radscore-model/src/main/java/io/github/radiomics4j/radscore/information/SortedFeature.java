package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.TrainingRules;

/**
 * A feature's values with their order, which a table keeps for all samples of its rows: estimators that need sorted values then do not sort
 * again in every resample. Values and order are not modified by estimators.
 */
public final class SortedFeature {
    private final double[] values;
    private final int[] order;

    private SortedFeature(double[] values, int[] order) {
        this.values = values;
        this.order = order;
    }

    /**
     * A column of a table.
     *
     * @param table training rows
     * @param column from 0
     * @return its values, all finite
     * @throws io.github.radiomics4j.core.InvalidInputException NONFINITE_VALUES where a value is NaN or infinite; the message names
     *     feature and case
     */
    public static SortedFeature of(FeatureTable table, int column) {
        return new SortedFeature(TrainingRules.finiteColumn(table, column), table.order(column));
    }

    /** One value per case. */
    double[] values() {
        return values;
    }

    /** Cases in rising order of their values. */
    int[] order() {
        return order;
    }

    /**
     * Whether all values are equal.
     *
     * @return true where the smallest is the largest
     */
    public boolean isConstant() {
        return values[order[0]] == values[order[order.length - 1]];
    }

    /**
     * Some value.
     *
     * @return the smallest
     */
    public double smallest() {
        return values[order[0]];
    }
}
