package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.TrainingRows;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import io.github.radiomics4j.validation.resampling.CrossValidation;
import io.github.radiomics4j.validation.resampling.Resample;
import io.github.radiomics4j.validation.resampling.Resampling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

/** A recipe fitted on all cases, and again in every resample of a plan. */
final class Refits {

    /** Which cases a refitted score is applied to. */
    enum Scored {
        HELD_OUT, ALL;

        static Scored by(Resampling plan) {
            return plan instanceof BootstrapSampling ? ALL : HELD_OUT;
        }

        private FeatureTable rows(FeatureTable table, Resample resample) {
            return this == ALL ? table : table.rows(resample.heldOut());
        }
    }

    private final BinaryOutcome outcome;
    private final Radscore radscore;
    private final double[] apparentScores;
    private final List<Refit> refits;
    private final Map<String, Double> selectionFrequency;

    private Refits(FeatureTable table, BinaryOutcome outcome, Radscore radscore, List<Refit> refits) {
        this.outcome = outcome;
        this.radscore = radscore;
        this.apparentScores = radscore.scores(table);
        this.refits = refits;
        this.selectionFrequency = frequency(table, refits);
    }

    /** One resample's score and what it says of the cases; arrays are not copied, they stay in this package. */
    static final class Refit {
        private final Resample resample;
        private final Radscore radscore;
        private final double[] scores;

        private Refit(Resample resample, Radscore radscore, double[] scores) {
            this.resample = resample;
            this.radscore = radscore;
            this.scores = scores;
        }

        Resample resample() {
            return resample;
        }

        /** In the order of the rows that were scored. */
        double[] scores() {
            return scores;
        }
    }

    /** What became of a resample: a refit, or the reason why there is none. */
    private record Attempt(Optional<Refit> refit, Optional<Failure> failure) {
    }

    private record Failure(String resample, RuntimeException cause) {
    }

    static Refits of(Recipe recipe, LearnedFeatures features, BinaryOutcome outcome, Resampling plan) {
        int count = plan.count(outcome);
        FeatureTable table = features.learn(IntStream.range(0, outcome.size()).toArray(), outcome);
        Validation.requireOneRowPerCase(table, outcome);
        return of(recipe, features, table, outcome, plan, count, Scored.by(plan), Parallelization.getTaskExecutor());
    }

    /** Of scores that were fitted before, that of all cases and one per resample: only what they say of the cases is computed. */
    static Refits ofFitted(FeatureTable table, BinaryOutcome outcome, Resampling plan, Radscore radscore, List<Radscore> fitted) {
        Scored scored = Scored.by(plan);
        List<Integer> numbers = IntStream.range(0, fitted.size()).boxed().toList();
        return new Refits(table, outcome, radscore, Parallelization.getTaskExecutor().forEachApply(numbers, number -> {
            Resample resample = plan.resample(number, outcome);
            return new Refit(resample, fitted.get(number), fitted.get(number).scores(scored.rows(table, resample)));
        }));
    }

    /**
     * For a plan that keeps the rows of one case together: the table may repeat cases, as a bootstrap sample does. In the caller's thread,
     * which is one of many that work on outer resamples.
     */
    static Refits ofRepeatedCases(Recipe recipe, FeatureTable table, BinaryOutcome outcome, CrossValidation plan) {
        int count = plan.count(outcome);
        return of(recipe, (rows, y) -> table, table, outcome, plan, count, Scored.HELD_OUT, TaskExecutors.singleThreaded());
    }

    private static Refits of(Recipe recipe, LearnedFeatures features, FeatureTable table, BinaryOutcome outcome, Resampling plan, int count,
            Scored scored, TaskExecutor executor) {
        Radscore radscore = recipe.fit(table, outcome);
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        List<Attempt> attempts = executor.forEachApply(numbers,
                number -> attempt(recipe, features, table.cases(), outcome, plan.resample(number, outcome), scored));
        return new Refits(table, outcome, radscore, requireAllFitted(attempts));
    }

    private static Attempt attempt(Recipe recipe, LearnedFeatures features, List<String> cases, BinaryOutcome outcome, Resample resample,
            Scored scored) {
        try {
            int[] training = resample.training();
            BinaryOutcome trainingOutcome = outcome.rows(training);
            FeatureTable table = features.learn(training.clone(), trainingOutcome);
            if (!table.cases().equals(cases)) {
                throw new IllegalStateException("learned features must be of all " + cases.size()
                        + " cases in the same order every time, got " + table.caseCount() + " that differ: return the features of the"
                        + " cases held out too");
            }
            Radscore radscore = withoutRows(recipe.fit(table.rows(training), trainingOutcome));
            double[] scores = radscore.scores(scored.rows(table, resample));
            return new Attempt(Optional.of(new Refit(resample, radscore, scores)), Optional.empty());
        } catch (RuntimeException e) {
            return new Attempt(Optional.empty(), Optional.of(new Failure(resample.toString(), e)));
        }
    }

    /** The resample tells the rows; to keep their fingerprints in each of a thousand scores would take more memory than all else. */
    private static Radscore withoutRows(Radscore radscore) {
        SortedMap<String, String> training = new TreeMap<>(radscore.training());
        training.remove(TrainingRows.ENTRY);
        return radscore.withTraining(training);
    }

    /** Leaving failed resamples out would flatter the recipe, so one failure ends the validation; the first one gives the reason. */
    private static List<Refit> requireAllFitted(List<Attempt> attempts) {
        List<Failure> failures = attempts.stream().flatMap(a -> a.failure().stream()).toList();
        if (failures.isEmpty()) {
            return attempts.stream().flatMap(a -> a.refit().stream()).toList();
        }
        RuntimeException cause = failures.get(0).cause();
        String message = "the recipe failed in " + failures.size() + " of " + attempts.size() + " resamples ("
                + String.join(", ", failures.stream().limit(5).map(Failure::resample).toList()) + (failures.size() > 5 ? ", …" : "") + "); "
                + failures.get(0).resample() + ": " + cause.getMessage();
        RuntimeException all = cause instanceof InvalidInputException invalid
                ? new InvalidInputException(invalid.problem(), message, cause)
                : new IllegalStateException(message, cause);
        failures.stream().skip(1).forEach(f -> all.addSuppressed(f.cause()));
        throw all;
    }

    private static Map<String, Double> frequency(FeatureTable table, List<Refit> refits) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        table.columnNames().forEach(name -> counts.put(name, 0));
        for (Refit refit : refits) {
            refit.radscore.features().forEach(feature -> counts.merge(feature, 1, Integer::sum));
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        counts.forEach((name, count) -> shares.put(name, (double) count / refits.size()));
        return Collections.unmodifiableMap(shares);
    }

    BinaryOutcome outcome() {
        return outcome;
    }

    Radscore radscore() {
        return radscore;
    }

    double[] apparentScores() {
        return apparentScores.clone();
    }

    Map<String, Double> selectionFrequency() {
        return selectionFrequency;
    }

    List<Set<String>> selections() {
        return refits.stream().map(refit -> Collections.unmodifiableSet((Set<String>) new LinkedHashSet<>(refit.radscore.features())))
                .toList();
    }

    int count() {
        return refits.size();
    }

    Refit get(int number) {
        return refits.get(number);
    }

    List<Radscore> radscores() {
        List<Radscore> all = new ArrayList<>();
        refits.forEach(refit -> all.add(refit.radscore));
        return Collections.unmodifiableList(all);
    }
}
