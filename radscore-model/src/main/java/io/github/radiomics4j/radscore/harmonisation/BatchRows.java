package io.github.radiomics4j.radscore.harmonisation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The batch and the covariates of each training row, checked. */
final class BatchRows {
    private final List<Double> codes;
    private final int[] batchOf;
    private final double[][] covariates;

    private BatchRows(List<Double> codes, int[] batchOf, double[][] covariates) {
        this.codes = codes;
        this.batchOf = batchOf;
        this.covariates = covariates;
    }

    static BatchRows of(FeatureTable training, ComBat settings) {
        double[] batch = batchColumn(training, settings.batch());
        SortedMap<Double, Set<String>> members = new TreeMap<>();
        for (int r = 0; r < batch.length; r++) {
            members.computeIfAbsent(batch[r], code -> new HashSet<>()).add(training.cases().get(r));
        }
        List<Double> codes = List.copyOf(members.keySet());
        requireBatches(members, settings);
        int[] batchOf = new int[batch.length];
        for (int r = 0; r < batch.length; r++) {
            batchOf[r] = codes.indexOf(batch[r]);
        }
        double[][] covariates = settings.covariates().stream().map(name -> covariate(training, name)).toArray(double[][]::new);
        return new BatchRows(codes, batchOf, covariates);
    }

    /** The codes of a table's rows; −0 is 0. */
    static double[] batchColumn(FeatureTable table, String batch) {
        double[] codes = column(table, batch, "the batch of each case, a number such as 1, 2, 3 for the scanners");
        for (int r = 0; r < codes.length; r++) {
            if (!Double.isFinite(codes[r])) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "batch column \"" + batch + "\" is " + codes[r] + " for case \""
                        + table.cases().get(r) + "\": a case of unknown batch cannot be harmonised; give it its code, or leave it out");
            }
            codes[r] += 0.0;
        }
        return codes;
    }

    /** A covariate of a table's rows. */
    static double[] covariate(FeatureTable table, String name) {
        double[] values = column(table, name, "a covariate whose effect harmonisation preserves. The outcome cannot be one: it would leak"
                + " into the features, and new cases have none");
        int bad = TrainingRules.firstUnusable(values);
        if (bad >= 0) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "covariate \"" + name + "\" is " + values[bad] + " for case \""
                    + table.cases().get(bad) + "\": harmonisation needs a finite value for every case; fill it in, or leave out the case"
                    + " or the covariate");
        }
        return values;
    }

    private static double[] column(FeatureTable table, String name, String what) {
        if (!table.has(name)) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the table lacks column \"" + name + "\", which should hold " + what);
        }
        return table.column(table.indexOf(name));
    }

    private static void requireBatches(SortedMap<Double, Set<String>> members, ComBat settings) {
        if (members.size() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "all training rows are of one batch, "
                    + name(members.firstKey()) + " in column \"" + settings.batch() + "\": there is nothing to harmonise with; leave"
                    + " harmonisation out, or let the resampling keep several batches in training");
        }
        if (settings.reference().isPresent() && !members.containsKey(settings.reference().getAsDouble() + 0.0)) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the reference batch " + name(settings.reference().getAsDouble())
                    + " has no training row; column \"" + settings.batch() + "\" holds " + names(members.keySet()));
        }
        members.forEach((code, cases) -> {
            if (cases.size() < 2 && !settings.onlyMeans()) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "batch " + name(code) + " of column \"" + settings.batch()
                        + "\" has one training case only, \"" + cases.iterator().next() + "\", so it has no variance to harmonise: merge it"
                        + " with a batch of like images, leave it out, harmonise only means, or take a plan that holds out fewer cases");
            }
        });
    }

    /**
     * An outcome among the covariates would be preserved on purpose: features of training rows would be moved towards it.
     *
     * @throws InvalidInputException TABLE_INVALID where a covariate has one value for all events and another for all others
     */
    void requireNoOutcome(List<String> names, BinaryOutcome outcome) {
        for (int k = 0; k < covariates.length; k++) {
            Set<Double> events = new TreeSet<>();
            Set<Double> others = new TreeSet<>();
            for (int r = 0; r < batchOf.length; r++) {
                (outcome.isPositive(r) ? events : others).add(covariates[k][r]);
            }
            if (events.size() == 1 && others.size() == 1 && !events.equals(others)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "covariate \"" + names.get(k) + "\" is the outcome: it has one value"
                        + " for every event and another for every other training row. To preserve the outcome's effect is to write the"
                        + " outcome into the features, which flatters any score, and a new case has no outcome to be harmonised by; leave"
                        + " it out of the covariates");
            }
        }
    }

    /** A code as people write it. */
    static String name(double code) {
        return code == Math.rint(code) && Math.abs(code) < 1e15 ? Long.toString((long) code) : Double.toString(code);
    }

    static String names(Iterable<Double> codes) {
        StringBuilder text = new StringBuilder();
        codes.forEach(code -> text.append(text.isEmpty() ? "" : ", ").append(name(code)));
        return text.toString();
    }

    int rows() {
        return batchOf.length;
    }

    List<Double> codes() {
        return codes;
    }

    int batchOf(int row) {
        return batchOf[row];
    }

    int covariateCount() {
        return covariates.length;
    }

    double covariate(int k, int row) {
        return covariates[k][row];
    }
}
