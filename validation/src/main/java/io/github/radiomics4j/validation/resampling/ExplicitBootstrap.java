package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;

/** Bootstrap samples that were drawn elsewhere, to repeat another program's figures. Immutable. */
public final class ExplicitBootstrap implements BootstrapSampling {
    private final int[][] rows;

    private ExplicitBootstrap(int[][] rows) {
        this.rows = rows;
    }

    /**
     * A plan of given samples.
     *
     * @param rows for each sample the rows that were drawn, from 0, as many as there are cases; copied
     * @return the plan
     * @throws IllegalArgumentException where there is no sample, a sample has another number of rows than the first, or a row is not
     *     one of the cases
     */
    public static ExplicitBootstrap of(int[]... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("the bootstrap needs at least 1 sample, was 0");
        }
        int cases = rows[0].length;
        int[][] copy = new int[rows.length][];
        for (int b = 0; b < copy.length; b++) {
            copy[b] = rows[b].clone();
            if (copy[b].length != cases) {
                throw new IllegalArgumentException("bootstrap sample " + b + " has " + copy[b].length + " rows, sample 0 has " + cases);
            }
            for (int row : copy[b]) {
                if (row < 0 || row >= cases) {
                    throw new IllegalArgumentException("rows are numbered 0 to " + (cases - 1) + ", was " + row
                            + " in bootstrap sample " + b);
                }
            }
        }
        return new ExplicitBootstrap(copy);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException TABLE_INVALID where a sample lacks a class
     */
    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requireSize(outcome, rows[0].length, "the explicit bootstrap");
        for (int b = 0; b < rows.length; b++) {
            BinaryOutcome sample = outcome.rows(rows[b]);
            if (sample.positives() == 0 || sample.negatives() == 0) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "bootstrap sample " + b + " has " + sample
                        + ": both classes are needed to train, draw it again");
            }
        }
        return rows.length;
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, rows.length);
        return Resample.ofDrawn(number, rows[number], outcome.size());
    }

    @Override
    public String toString() {
        return "ExplicitBootstrap[samples=" + rows.length + "]";
    }
}
