package io.github.radiomics4j.radscore.reliability;

import io.github.radiomics4j.core.ContentHash;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Keeps the features that come out alike when measured again: by another reader, on another scan, or (robustness) with the mask eroded,
 * dilated or moved. The training table is the first rater, each table of repeats a further one; of these only the cases that are among
 * the training rows are looked at, each once, so that in a resample cases held out stay out. A feature is kept where its intraclass
 * correlation, or the lower limit of it, reaches the threshold; one that is NaN for a training case in a table of repeats is dropped. Does
 * not look at the outcome.
 *
 * <pre>{@code
 * new ReliabilityFilter(List.of(secondReader), Form.TWO_WAY_RANDOM_SINGLE, Criterion.ESTIMATE, 0.75)
 * new ReliabilityFilter(List.of(eroded, dilated), Form.TWO_WAY_MIXED_SINGLE, Criterion.LOWER_LIMIT_95, 0.9)
 * }</pre>
 *
 * @param repeats further measurements of the same features, found by the case's name; at least one table; a table may lack cases; copied
 * @param form which intraclass correlation
 * @param criterion what must reach the threshold
 * @param threshold from 0 to 1; 0.75 is customary
 */
public record ReliabilityFilter(List<FeatureTable> repeats, IntraclassCorrelation.Form form, Criterion criterion, double threshold)
        implements SelectionStep {
    private static final double LEVEL = 0.95;

    /** What must reach the threshold. */
    public enum Criterion {
        /** The estimate. */
        ESTIMATE("estimate"),
        /** The lower limit of the two-sided 95 % interval. */
        LOWER_LIMIT_95("lower_limit_95");

        private final String label;

        Criterion(String label) {
            this.label = label;
        }

        /**
         * The name used in settings.
         *
         * @return lower case with underscores
         */
        public String label() {
            return label;
        }
    }

    /**
     * Copies the list and checks the threshold and that no table has a case twice.
     *
     * @param repeats further measurements of the same features; at least one table, each case once; copied
     * @param form which intraclass correlation
     * @param criterion what must reach the threshold
     * @param threshold from 0 to 1
     */
    public ReliabilityFilter {
        repeats = List.copyOf(repeats);
        if (repeats.isEmpty()) {
            throw new IllegalArgumentException("a reliability filter needs at least one table of repeated measurements");
        }
        for (int t = 0; t < repeats.size(); t++) {
            int distinct = Set.copyOf(repeats.get(t).cases()).size();
            if (distinct < repeats.get(t).caseCount()) {
                throw new IllegalArgumentException("table " + (t + 1) + " of repeated measurements has " + repeats.get(t).caseCount()
                        + " rows of " + distinct + " cases: each case once, further measurements in a table of their own");
            }
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold of an intraclass correlation lies between 0 and 1, was " + threshold);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException SETTINGS_MISMATCH where a table of repeats was extracted under other settings; TABLE_INVALID where it
     *     lacks a feature, or fewer than 2 training cases were measured by all; NONFINITE_VALUES where a value of the training table is
     *     not finite or one of the repeats is infinite, which the message names
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        requireSettings(training);
        List<int[]> rows = common(training);
        List<String> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        TrainingRules.forEachVarying(training, dropped, (name, values) -> {
            double[][] ratings = ratings(training, training.indexOf(name), rows);
            Optional<String> gap = gap(ratings, rows);
            if (gap.isPresent()) {
                dropped.add(new Dropped(name, gap.get()));
                return;
            }
            if (!IntraclassCorrelation.subjectsDiffer(ratings)) {
                dropped.add(new Dropped(name, "constant in all " + (1 + repeats.size()) + " measurements of the " + rows.size()
                        + " training cases that were measured again: no intraclass correlation"));
                return;
            }
            double reached = reached(ratings);
            if (reached >= threshold) {
                kept.add(name);
            } else {
                dropped.add(new Dropped(name, form.label() + " " + criterion.label + " " + reached + " over " + rows.size() + " cases and "
                        + (1 + repeats.size()) + " measurements is below " + threshold));
            }
        });
        return new Selection(kept, dropped);
    }

    /** A feature that a change makes undefined depends on it. */
    private Optional<String> gap(double[][] ratings, List<int[]> rows) {
        for (int i = 0; i < ratings.length; i++) {
            for (int t = 1; t < ratings[i].length; t++) {
                if (Double.isNaN(ratings[i][t])) {
                    return Optional.of("undefined for case \"" + repeats.get(t - 1).cases().get(rows.get(i)[t]) + "\" in table " + t
                            + " of repeated measurements");
                }
            }
        }
        return Optional.empty();
    }

    private double reached(double[][] ratings) {
        IntraclassCorrelation correlation = IntraclassCorrelation.of(ratings);
        return criterion == Criterion.ESTIMATE ? correlation.value(form) : correlation.estimate(form, LEVEL).lower();
    }

    private void requireSettings(FeatureTable training) {
        for (int t = 0; t < repeats.size(); t++) {
            String there = repeats.get(t).provenance().fingerprint();
            if (!there.equals(training.provenance().fingerprint())) {
                throw new InvalidInputException(Problem.SETTINGS_MISMATCH, "table " + (t + 1) + " of repeated measurements was extracted under"
                        + " other settings (" + there + ") than the training table (" + training.provenance().fingerprint()
                        + "): the difference of settings would count as unreliability; extract both with the same");
            }
        }
    }

    /** For each distinct training case that every table has: its row in each, the training table first. */
    private List<int[]> common(FeatureTable training) {
        List<Map<String, Integer>> places = new ArrayList<>();
        for (FeatureTable repeat : repeats) {
            Map<String, Integer> place = new HashMap<>();
            for (int r = 0; r < repeat.caseCount(); r++) {
                place.put(repeat.cases().get(r), r);
            }
            places.add(place);
        }
        Map<String, int[]> rows = new LinkedHashMap<>();
        for (int r = 0; r < training.caseCount(); r++) {
            String id = training.cases().get(r);
            if (places.stream().allMatch(place -> place.containsKey(id)) && !rows.containsKey(id)) {
                int[] row = new int[1 + repeats.size()];
                row[0] = r;
                for (int t = 0; t < places.size(); t++) {
                    row[t + 1] = places.get(t).get(id);
                }
                rows.put(id, row);
            }
        }
        if (rows.size() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "only " + rows.size() + " of " + training.caseCount()
                    + " training cases were measured in all tables of repeats; at least 2 are needed: are the cases named alike?");
        }
        return List.copyOf(rows.values());
    }

    private double[][] ratings(FeatureTable training, int column, List<int[]> rows) {
        String name = training.columns().get(column).name();
        double[][] ratings = new double[rows.size()][1 + repeats.size()];
        for (int t = 0; t < repeats.size(); t++) {
            if (!repeats.get(t).has(name)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "table " + (t + 1) + " of repeated measurements lacks feature \"" + name
                        + "\": it has to be extracted like the training table");
            }
            int there = repeats.get(t).indexOf(name);
            for (int i = 0; i < ratings.length; i++) {
                double value = repeats.get(t).value(rows.get(i)[t + 1], there);
                if (Double.isInfinite(value)) {
                    throw new InvalidInputException(Problem.NONFINITE_VALUES, "feature \"" + name + "\" is " + value + " for case \""
                            + repeats.get(t).cases().get(rows.get(i)[t + 1]) + "\" in table " + (t + 1)
                            + " of repeated measurements: leave the case out of that table, or the feature out of all");
                }
                ratings[i][t + 1] = value;
            }
        }
        for (int i = 0; i < ratings.length; i++) {
            ratings[i][0] = training.value(rows.get(i)[0], column);
        }
        return ratings;
    }

    /** Repeats are harmonised by what was learned from the training rows, each case as one of its batch. */
    @Override
    public SelectionStep harmonisedBy(UnaryOperator<FeatureTable> harmonisation) {
        return new ReliabilityFilter(repeats.stream().map(harmonisation).toList(), form, criterion, threshold);
    }

    /**
     * {@inheritDoc}
     *
     * @return the tables of repeats among them, by a fingerprint of their content
     */
    @Override
    public Map<String, String> settings() {
        String content = new ContentHash().texts(repeats.stream().map(FeatureTable::fingerprint).toList()).fingerprint();
        return new TreeMap<>(Map.of("reliability.form", form.label(), "reliability.criterion", criterion.label,
                "reliability.threshold", Double.toString(threshold), "reliability.measurements", Integer.toString(1 + repeats.size()),
                "reliability.repeats", content));
    }
}
