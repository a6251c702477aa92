package io.github.radiomics4j.radscore.harmonisation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.Dropped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What {@link ComBat} has learned: per feature and batch a shift and a scale. It harmonises any row of a batch that it has learned.
 *
 * @param batch the column of batches
 * @param batches the codes that it knows, ascending; copied
 * @param reference the batch whose rows stay as they are; may be empty
 * @param covariates the columns whose effect is preserved; copied
 * @param untouched further columns that go on as they are, where a table has them; copied
 * @param features what is harmonised; copied
 * @param dropped what was let go, with reasons; not kept in files; copied
 */
public record FittedComBat(String batch, List<Double> batches, OptionalDouble reference, List<String> covariates, List<String> untouched,
        List<Feature> features, List<Dropped> dropped) {

    /**
     * The parameters of one feature: {@code y* = scale (z − shiftᵢ) / scaleᵢ + location + x · slopes} with
     * {@code z = (y − location − x · slopes) / scale}.
     *
     * @param name the column's name
     * @param location {@code α}, in the unit of the feature
     * @param slopes {@code β}, one per covariate; copied
     * @param scale {@code σ}, positive, in the unit of the feature
     * @param shifts {@code γ*}, one per batch; copied
     * @param scales {@code δ*}, positive, one per batch; copied
     */
    public record Feature(String name, double location, List<Double> slopes, double scale, List<Double> shifts, List<Double> scales) {

        /**
         * Copies the lists and checks the numbers.
         *
         * @param name the column's name
         * @param location in the unit of the feature
         * @param slopes one per covariate; copied
         * @param scale positive
         * @param shifts one per batch; copied
         * @param scales positive, one per batch; copied
         */
        public Feature {
            slopes = List.copyOf(slopes);
            shifts = List.copyOf(shifts);
            scales = List.copyOf(scales);
            boolean finite = Double.isFinite(location) && Double.isFinite(scale) && slopes.stream().allMatch(Double::isFinite)
                    && shifts.stream().allMatch(Double::isFinite) && scales.stream().allMatch(Double::isFinite);
            if (!finite || !(scale > 0) || !scales.stream().allMatch(s -> s > 0)) {
                throw new IllegalArgumentException("the harmonisation of \"" + name
                        + "\" needs finite numbers and positive scales, got location "
                        + location + ", slopes " + slopes + ", scale " + scale + ", shifts " + shifts + ", scales " + scales);
            }
        }

        private double harmonised(double value, int place, double[] covariates) {
            double fixed = location;
            for (int k = 0; k < covariates.length; k++) {
                fixed += covariates[k] * slopes.get(k);
            }
            return scale * (((value - fixed) / scale - shifts.get(place)) / scales.get(place)) + fixed;
        }
    }

    /**
     * Copies the lists and checks that each feature has a slope per covariate, and a shift and a scale per batch.
     *
     * @param batch the column of batches
     * @param batches the codes that it knows, ascending; copied
     * @param reference the batch whose rows stay as they are; may be empty
     * @param covariates the columns whose effect is preserved; copied
     * @param untouched further columns that go on as they are; copied
     * @param features what is harmonised; copied
     * @param dropped what was let go, with reasons; copied
     */
    public FittedComBat {
        batches = List.copyOf(batches);
        covariates = List.copyOf(covariates);
        untouched = List.copyOf(untouched);
        features = List.copyOf(features);
        dropped = List.copyOf(dropped);
        if (batches.stream().distinct().count() < batches.size() || !batches.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("batches are finite numbers, each once, were " + batches);
        }
        if (reference.isPresent() && !batches.contains(reference.getAsDouble() + 0.0)) {
            throw new IllegalArgumentException("the reference batch " + reference.getAsDouble() + " is none of the batches " + batches);
        }
        Set<String> seen = new HashSet<>();
        for (Feature feature : features) {
            if (!seen.add(feature.name)) {
                throw new IllegalArgumentException("feature \"" + feature.name + "\" is harmonised twice");
            }
            if (feature.slopes.size() != covariates.size() || feature.shifts.size() != batches.size()
                    || feature.scales.size() != batches.size()) {
                throw new IllegalArgumentException("the harmonisation of \"" + feature.name + "\" has " + feature.slopes.size()
                        + " slopes, "
                        + feature.shifts.size() + " shifts and " + feature.scales.size() + " scales for " + covariates.size()
                        + " covariates and " + batches.size() + " batches");
            }
        }
    }

    /**
     * What some features need, without the reasons why others were let go.
     *
     * @param names of features; those that are not harmonised have no parameters
     * @return the parameters of these
     */
    public FittedComBat only(Collection<String> names) {
        Set<String> wanted = new HashSet<>(names);
        return new FittedComBat(batch, batches, reference, covariates, untouched,
                features.stream().filter(f -> wanted.contains(f.name)).toList(), List.of());
    }

    /**
     * Harmonises rows.
     *
     * @param table at least the batch column, the covariates and the features; other columns but the untouched are left out, the batch
     *     column too; not modified
     * @return the rows, in the order of the table's columns; a missing value stays missing. Its provenance says that it is harmonised, so
     *     that raw features are refused by what is learned from it
     * @throws InvalidInputException TABLE_INVALID where a column is missing or a row is of a batch that no training row was of;
     *     NONFINITE_VALUES where a batch or covariate is missing or infinite
     */
    public FeatureTable apply(FeatureTable table) {
        int[] places = places(table);
        double[][] known = covariates.stream().map(name -> BatchRows.covariate(table, name)).toArray(double[][]::new);
        Map<String, Feature> byName = new HashMap<>();
        features.forEach(feature -> byName.put(feature.name, feature));
        requireFeatures(table);
        Set<String> asTheyAre = new HashSet<>(covariates);
        asTheyAre.addAll(untouched);
        List<FeatureColumn> columns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int c = 0; c < table.columnCount(); c++) {
            String name = table.columns().get(c).name();
            if (byName.containsKey(name) || asTheyAre.contains(name)) {
                columns.add(table.columns().get(c));
                values.add(byName.containsKey(name) ? harmonised(byName.get(name), table.column(c), places, known) : table.column(c));
            }
        }
        FeatureTable harmonised = table.withColumns(columns, values.toArray(double[][]::new));
        return harmonised.withProvenance(marked(table.provenance()));
    }

    /** Harmonised and raw features are not compared by accident. */
    private Provenance marked(Provenance raw) {
        SortedMap<String, String> settings = new TreeMap<>(raw.settings());
        settings.put("harmonisation", "combat by " + batch);
        return new Provenance(settings);
    }

    /**
     * Harmonises further measurements of training cases, such as those of another reader or of a changed mask, which need not tell batch
     * and covariates again.
     *
     * @param repeats measurements of features; a feature that is not among them is left out; not modified
     * @param training the training rows, as they were learned from
     * @return the rows of cases that are among the training rows
     * @throws InvalidInputException as {@link #apply}
     */
    public FeatureTable applyToRepeats(FeatureTable repeats, FeatureTable training) {
        Map<String, Integer> place = new HashMap<>();
        for (int r = 0; r < training.caseCount(); r++) {
            place.putIfAbsent(training.cases().get(r), r);
        }
        int[] rows = IntStream.range(0, repeats.caseCount()).filter(r -> place.containsKey(repeats.cases().get(r))).toArray();
        int[] theirs = IntStream.of(rows).map(r -> place.get(repeats.cases().get(r))).toArray();
        Set<String> told = new HashSet<>(covariates);
        told.add(batch);
        List<String> measured = repeats.columnNames().stream().filter(name -> !told.contains(name)).toList();
        FeatureTable known = training.rows(theirs).select(training.columnNames().stream().filter(told::contains).toList())
                .withProvenance(repeats.provenance());
        return only(measured).apply(repeats.rows(rows).select(measured).beside(known));
    }

    private double[] harmonised(Feature feature, double[] values, int[] places, double[][] known) {
        int kept = reference.isPresent() ? batches.indexOf(reference.getAsDouble() + 0.0) : -1;
        double[] x = new double[known.length];
        for (int r = 0; r < values.length; r++) {
            if (places[r] != kept) {
                for (int k = 0; k < x.length; k++) {
                    x[k] = known[k][r];
                }
                values[r] = feature.harmonised(values[r], places[r], x);
            }
        }
        return values;
    }

    private int[] places(FeatureTable table) {
        double[] codes = BatchRows.batchColumn(table, batch);
        int[] places = new int[codes.length];
        for (int r = 0; r < codes.length; r++) {
            places[r] = batches.indexOf(codes[r]);
            if (places[r] < 0) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "case \"" + table.cases().get(r) + "\" is of batch "
                        + BatchRows.name(codes[r]) + " in column \"" + batch + "\", of which harmonisation saw no training row; it knows "
                        + BatchRows.names(batches) + ". What a scanner adds cannot be told without cases of it: train with some of them, or"
                        + " validate by a plan that keeps each batch in training");
            }
        }
        return places;
    }

    private void requireFeatures(FeatureTable table) {
        List<String> missing = features.stream().map(Feature::name).filter(name -> !table.has(name)).toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the table lacks " + missing.size() + " of the " + features.size()
                    + " features that are harmonised: " + missing);
        }
    }
}
