package io.github.radiomics4j.radscore.harmonisation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.Dropped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Learns the parameters of ComBat: location and scale of each feature, then what each batch adds to them. */
final class ComBatFitting {
    private final ComBat settings;
    private final FeatureTable training;
    private final BatchRows rows;
    private final WithinBatches everyRow;
    private final int reference;
    private final List<Dropped> dropped = new ArrayList<>();

    ComBatFitting(ComBat settings, FeatureTable training, BatchRows rows) {
        this.settings = settings;
        this.training = training;
        this.rows = rows;
        int parameters = rows.codes().size() + rows.covariateCount();
        if (rows.rows() <= parameters) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "harmonisation fits " + rows.codes().size() + " batches and "
                    + rows.covariateCount() + " covariates, which needs more than " + parameters + " training rows; there are "
                    + rows.rows());
        }
        this.everyRow = new WithinBatches(rows, IntStream.range(0, rows.rows()).toArray(), settings.covariates());
        everyRow.confounded().ifPresent(reason -> {
            throw new InvalidInputException(Problem.TABLE_INVALID, reason + "; leave it out of the covariates");
        });
        this.reference = settings.reference().isPresent() ? rows.codes().indexOf(settings.reference().getAsDouble() + 0.0) : -1;
    }

    /** A feature on the way: location and scale are known, what batches add is not yet. */
    private record Standardised(String name, double location, List<Double> slopes, double scale, List<BatchStatistics> batches) {
    }

    FittedComBat fitted() {
        List<Standardised> features = new ArrayList<>();
        for (String name : settings.harmonised(training)) {
            standardised(name).ifPresent(features::add);
        }
        requireEnough(features.size());
        List<List<EmpiricalBayes.Adjustment>> batches = new ArrayList<>();
        for (int b = 0; b < rows.codes().size(); b++) {
            int batch = b;
            batches.add(b == reference ? List.of()
                    : EmpiricalBayes.of(settings.adjustment(), settings.onlyMeans(),
                            features.stream().map(f -> f.batches().get(batch)).toList()));
        }
        List<FittedComBat.Feature> learned = new ArrayList<>();
        for (int g = 0; g < features.size(); g++) {
            learned.add(feature(features.get(g), g, batches));
        }
        return new FittedComBat(settings.batch(), rows.codes(), settings.reference(), settings.covariates(), settings.untouched(), learned,
                dropped);
    }

    private FittedComBat.Feature feature(Standardised feature, int g, List<List<EmpiricalBayes.Adjustment>> batches) {
        List<Double> shifts = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        for (int b = 0; b < batches.size(); b++) {
            shifts.add(b == reference ? 0 : batches.get(b).get(g).shift());
            scales.add(b == reference ? 1 : Math.sqrt(batches.get(b).get(g).variance()));
        }
        return new FittedComBat.Feature(feature.name, feature.location, feature.slopes, feature.scale, shifts, scales);
    }

    private void requireEnough(int features) {
        int needed = settings.adjustment().isPooled() ? 2 : 1;
        if (features < needed) {
            throw new InvalidInputException(Problem.TABLE_INVALID, (features == 0 ? "no feature is left to harmonise"
                    : "one feature is left to harmonise, and empirical Bayes borrows strength from others; take PER_FEATURE")
                    + dropped.stream().findFirst().map(d -> "; " + dropped.size() + " were let go, the first, \"" + d.feature()
                    + "\", since it is " + d.reason()).orElse(""));
        }
    }

    private Optional<Standardised> standardised(String name) {
        double[] all = training.column(training.indexOf(name));
        int[] present = IntStream.range(0, all.length).filter(r -> !Double.isNaN(all[r])).toArray();
        double[] values = Arrays.stream(present).mapToDouble(r -> all[r]).toArray();
        requireFinite(name, values, present);
        Optional<String> reason = tooFew(present);
        if (reason.isPresent()) {
            dropped.add(new Dropped(name, reason.get()));
            return Optional.empty();
        }
        WithinBatches model = present.length == all.length ? everyRow : new WithinBatches(rows, present, settings.covariates());
        if (model.confounded().isPresent()) {
            dropped.add(new Dropped(name, "missing where the covariates are told from the batches: " + model.confounded().get()));
            return Optional.empty();
        }
        WithinBatches.Fit fit = model.fit(values);
        reason = withoutScale(model, values, fit);
        if (reason.isPresent()) {
            dropped.add(new Dropped(name, reason.get()));
            return Optional.empty();
        }
        return Optional.of(standardised(name, model, fit));
    }

    private Standardised standardised(String name, WithinBatches model, WithinBatches.Fit fit) {
        int[] standard = reference < 0 ? IntStream.range(0, rows.codes().size()).toArray() : new int[] {reference};
        int count = Arrays.stream(standard).map(model::count).sum();
        double location = 0;
        double squares = 0;
        for (int b : standard) {
            location += fit.intercept(b) * model.count(b) / count;
            squares += model.unexplained(fit, b);
        }
        double scale = Math.sqrt(squares / count);
        List<BatchStatistics> statistics = new ArrayList<>();
        for (int b = 0; b < rows.codes().size(); b++) {
            statistics.add(new BatchStatistics(model.count(b), (fit.intercept(b) - location) / scale,
                    model.unexplained(fit, b) / scale / scale));
        }
        return new Standardised(name, location, fit.slopes(), scale, statistics);
    }

    private void requireFinite(String name, double[] values, int[] present) {
        for (int i = 0; i < values.length; i++) {
            // Squares of the values must be numbers too.
            if (!(Math.abs(values[i]) < 1e150)) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "feature \"" + name + "\" is " + values[i] + " for case \""
                        + training.cases().get(present[i]) + "\", harmonisation needs finite values of moderate size: leave out the case or"
                        + " the feature");
            }
        }
    }

    private Optional<String> tooFew(int[] present) {
        int[] counts = new int[rows.codes().size()];
        for (int r : present) {
            counts[rows.batchOf(r)]++;
        }
        int needed = settings.onlyMeans() ? 1 : 2;
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] < needed) {
                return Optional.of("given for " + counts[b] + " training rows of batch " + BatchRows.name(rows.codes().get(b))
                        + ", harmonisation needs " + needed);
            }
        }
        return present.length <= counts.length + rows.covariateCount()
                ? Optional.of("given for " + present.length + " training rows, harmonisation of " + counts.length + " batches with "
                + rows.covariateCount() + " covariates needs more") : Optional.empty();
    }

    /** Why a feature has no scale, overall or in a batch; empty where it has. */
    private Optional<String> withoutScale(WithinBatches model, double[] values, WithinBatches.Fit fit) {
        double pooled = 0;
        for (int b = 0; b < rows.codes().size(); b++) {
            boolean flat = model.isConstant(values, b) || model.isExplained(fit, b);
            if (flat && (!settings.onlyMeans() || b == reference)) {
                return Optional.of("without spread in batch " + BatchRows.name(rows.codes().get(b))
                        + (model.isConstant(values, b) ? ", where it is constant" : ", where the covariates explain all of it")
                        + ", so that it has no scale there");
            }
            pooled += flat ? 0 : model.unexplained(fit, b);
        }
        return pooled > 0 ? Optional.empty() : Optional.of("without spread within any batch");
    }
}
