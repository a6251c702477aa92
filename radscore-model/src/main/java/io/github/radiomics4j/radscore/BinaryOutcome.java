package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import java.util.Arrays;

/**
 * What happened to each case: positive (the event, 1) or negative (0), in the order of a table's rows. Immutable.
 *
 * <p>An outcome of one class only is a value like any other; it is refused where it cannot be used (fitting, mutual
 * information, ROC curves).
 */
public final class BinaryOutcome {
    private final boolean[] positive;
    private final int positives;

    private BinaryOutcome(boolean[] positive) {
        this.positive = positive;
        int count = 0;
        for (boolean p : positive) {
            count += p ? 1 : 0;
        }
        this.positives = count;
    }

    /**
     * An outcome of truth values.
     *
     * @param positive one value per case, true for an event; copied
     * @return the outcome
     */
    public static BinaryOutcome of(boolean[] positive) {
        return new BinaryOutcome(positive.clone());
    }

    /**
     * An outcome coded in numbers.
     *
     * @param zeroOne one value per case, 1 for an event and 0 otherwise; not modified
     * @return the outcome
     * @throws IllegalArgumentException where a value is neither 0 nor 1
     */
    public static BinaryOutcome of(int[] zeroOne) {
        boolean[] positive = new boolean[zeroOne.length];
        for (int i = 0; i < zeroOne.length; i++) {
            if (zeroOne[i] != 0 && zeroOne[i] != 1) {
                throw new IllegalArgumentException("a binary outcome is coded 0 or 1, was " + zeroOne[i] + " in row " + i);
            }
            positive[i] = zeroOne[i] == 1;
        }
        return new BinaryOutcome(positive);
    }

    /**
     * An outcome that stands in a table. Take its column out of the table before it is selected from: an outcome among the
     * features predicts itself.
     *
     * @param table the table
     * @param column the name of a column that holds 0 and 1 only
     * @return the outcome, in the order of the table's rows
     * @throws InvalidInputException TABLE_INVALID where there is no such column or a case has another value
     */
    public static BinaryOutcome ofColumn(FeatureTable table, String column) {
        double[] values = table.column(table.indexOf(column));
        boolean[] positive = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && values[i] != 1) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "a binary outcome is coded 0 or 1, but column \"" + column
                        + "\" holds " + values[i] + " for case \"" + table.cases().get(i) + "\": leave that case out or recode it");
            }
            positive[i] = values[i] == 1;
        }
        return new BinaryOutcome(positive);
    }

    /**
     * The number of cases.
     *
     * @return positives and negatives
     */
    public int size() {
        return positive.length;
    }

    /**
     * The number of events.
     *
     * @return cases with outcome 1
     */
    public int positives() {
        return positives;
    }

    /**
     * The number of cases without event.
     *
     * @return cases with outcome 0
     */
    public int negatives() {
        return positive.length - positives;
    }

    /**
     * One case.
     *
     * @param row from 0
     * @return true for an event
     */
    public boolean isPositive(int row) {
        return positive[row];
    }

    /**
     * The outcome of some rows, in the order asked for; a row may be asked for more than once (bootstrap).
     *
     * @param rows indices from 0
     * @return the outcome of those rows
     */
    public BinaryOutcome rows(int... rows) {
        boolean[] taken = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = positive[rows[i]];
        }
        return new BinaryOutcome(taken);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryOutcome o && Arrays.equals(positive, o.positive);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(positive);
    }

    @Override
    public String toString() {
        return positives() + " positive and " + negatives() + " negative cases";
    }
}
