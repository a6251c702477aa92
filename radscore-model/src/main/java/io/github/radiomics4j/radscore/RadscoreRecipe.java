package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.harmonisation.ComBat;
import io.github.radiomics4j.radscore.harmonisation.FittedComBat;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a Radscore is learned: harmonisation and imputation where asked for, selection steps in their order, then a trainer. It knows no
 * data and cannot score; {@link #fit} learns everything, selection and scaling included, from the rows it is given, so validation can
 * repeat all of it in every resample. Immutable: each method gives a new recipe.
 */
public final class RadscoreRecipe implements Recipe {
    private final List<SelectionStep> steps;
    private final Optional<RadscoreTrainer> trainer;
    private final StandardDeviation convention;
    private final Optional<ComBat> harmonisation;
    private final Optional<MedianImputation> imputation;

    private RadscoreRecipe(List<SelectionStep> steps, Optional<RadscoreTrainer> trainer, StandardDeviation convention,
            Optional<ComBat> harmonisation, Optional<MedianImputation> imputation) {
        this.steps = List.copyOf(steps);
        this.trainer = trainer;
        this.convention = convention;
        this.harmonisation = harmonisation;
        this.imputation = imputation;
    }

    /**
     * A recipe that begins with a selection step.
     *
     * @param first the first step
     * @return a recipe that still needs a trainer
     */
    public static RadscoreRecipe selecting(SelectionStep first) {
        return new RadscoreRecipe(List.of(first), Optional.empty(), StandardDeviation.POPULATION, Optional.empty(), Optional.empty());
    }

    /**
     * A further selection step, which sees what the steps before it kept.
     *
     * @param step the step
     * @return the longer recipe
     */
    public RadscoreRecipe then(SelectionStep step) {
        List<SelectionStep> longer = new ArrayList<>(steps);
        longer.add(step);
        return new RadscoreRecipe(longer, trainer, convention, harmonisation, imputation);
    }

    /**
     * A selection step before all others: a filter of reliability that comes with the data, say.
     *
     * @param first sees all features, and the others what it keeps
     * @return the longer recipe
     */
    public RadscoreRecipe startingWith(SelectionStep first) {
        List<SelectionStep> longer = new ArrayList<>(List.of(first));
        longer.addAll(steps);
        return new RadscoreRecipe(longer, trainer, convention, harmonisation, imputation);
    }

    /**
     * The trainer that weighs what the steps keep.
     *
     * @param chosen the trainer; replaces one that was given before
     * @return the recipe with it
     */
    public RadscoreRecipe fittedBy(RadscoreTrainer chosen) {
        return new RadscoreRecipe(steps, Optional.of(chosen), convention, harmonisation, imputation);
    }

    /**
     * Which standard deviation the terms of the Radscore are given in; the population's (1/n) unless this is called. Scores do not
     * depend on it: the coefficients change by the same factor.
     *
     * @param chosen the convention
     * @return the recipe with it
     */
    public RadscoreRecipe scaledBy(StandardDeviation chosen) {
        return new RadscoreRecipe(steps, trainer, chosen, harmonisation, imputation);
    }

    /**
     * What takes differences between scanners out of the features, before anything else looks at them. It is learned from the training
     * rows; the score keeps what was learned, and asks for the batch column of any row that it scores.
     *
     * @param chosen how they are harmonised
     * @return the recipe with it
     */
    public RadscoreRecipe harmonising(ComBat chosen) {
        return new RadscoreRecipe(steps, trainer, convention, Optional.of(chosen), imputation);
    }

    /**
     * The columns that harmonisation asks for beside the features.
     *
     * @return batch and covariates; empty for a recipe that does not harmonise
     */
    public List<String> columnsOfHarmonisation() {
        List<String> columns = new ArrayList<>();
        harmonisation.ifPresent(h -> {
            columns.add(h.batch());
            columns.addAll(h.covariates());
        });
        return List.copyOf(columns);
    }

    /**
     * What becomes of missing values; without this they are errors. Medians are learned before the first step, from the training rows
     * and, where the recipe harmonises, from harmonised values.
     *
     * @param chosen how they are replaced
     * @return the recipe with it
     */
    public RadscoreRecipe imputing(MedianImputation chosen) {
        return new RadscoreRecipe(steps, trainer, convention, harmonisation, Optional.of(chosen));
    }

    /**
     * What each step keeps and drops, with reasons. Steps see the table that harmonisation and imputation leave; features that these let
     * go are in no selection, {@link ComBat#fit} and {@link MedianImputation#fit} tell of them.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order
     * @return one selection per step, in their order
     * @throws InvalidInputException TABLE_INVALID where a step keeps no feature, and whatever a step finds
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    public List<Selection> select(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        return selections(prepared(training, outcome), training, outcome);
    }

    /** A table that is ready for selection, and what was learned on the way. */
    private record Prepared(FeatureTable table, Optional<FittedComBat> harmonisation, Optional<MedianImputation.Fitted> medians) {
    }

    private Prepared prepared(FeatureTable training, BinaryOutcome outcome) {
        Optional<FittedComBat> batches = harmonisation.map(h -> h.fit(training, outcome));
        FeatureTable harmonised = batches.map(b -> b.apply(training)).orElse(training);
        Optional<MedianImputation.Fitted> medians = imputation.map(i -> i.fit(harmonised));
        return new Prepared(medians.map(m -> m.apply(harmonised)).orElse(harmonised), batches, medians);
    }

    private List<Selection> selections(Prepared prepared, FeatureTable training, BinaryOutcome outcome) {
        List<Selection> selections = new ArrayList<>();
        FeatureTable left = prepared.table;
        for (SelectionStep unfitted : steps) {
            SelectionStep step = prepared.harmonisation.map(h -> unfitted.harmonisedBy(repeats -> h.applyToRepeats(repeats, training)))
                    .orElse(unfitted);
            Selection selection = step.select(left, outcome);
            if (selection.kept().isEmpty()) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "no feature is left for the Radscore: step "
                        + (selections.size() + 1) + " "
                        + step.settings() + " dropped all " + left.columnCount()
                        + selection.dropped().stream().findFirst().map(d -> ", the first because it is " + d.reason()).orElse(""));
            }
            selections.add(selection);
            left = left.select(selection.kept());
        }
        return selections;
    }

    /**
     * Learns a Radscore. Features whose coefficient is exactly 0 (lasso) get no term. The score remembers its training rows, see
     * {@link TrainingRows}.
     *
     * @param training the training rows, and no others
     * @param outcome the outcome of the same cases in the same order, of both classes
     * @return the score, with the table's provenance
     * @throws InvalidInputException where the rows cannot be learned from: one class, values that are not finite, no feature left, no
     *     convergence; the message names it
     * @throws IllegalArgumentException where table and outcome are not of one length
     * @throws IllegalStateException where the recipe has no trainer
     */
    @Override
    public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
        RadscoreTrainer chosen = trainer.orElseThrow(
                () -> new IllegalStateException("the recipe has no trainer: add one, such as fittedBy(PenalisedLogistic.ridge(0.05))"));
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        TrainingRules.requireBothClasses(outcome);
        Prepared prepared = prepared(training, outcome);
        Optional<MedianImputation.Fitted> medians = prepared.medians;
        List<Selection> selections = selections(prepared, training, outcome);
        FeatureTable selected = prepared.table.select(selections.get(selections.size() - 1).kept());
        RadscoreTrainer.FittedTerms fitted = chosen.fit(selected, outcome);
        List<Radscore.Term> terms = new ArrayList<>();
        for (Radscore.Term term : fitted.terms()) {
            if (term.coefficient() != 0) {
                terms.add(rescaled(term, selected, medians.map(m -> OptionalDouble.of(m.medians().get(term.feature())))
                        .orElse(OptionalDouble.empty())));
            }
        }
        SortedMap<String, String> how = settings();
        fitted.findings().forEach((name, value) -> how.put("trainer/" + name, value));
        how.put("training.cases", Integer.toString(outcome.size()));
        how.put("training.positives", Integer.toString(outcome.positives()));
        medians.ifPresent(m -> how.put("training.imputed", m.missing().toString()));
        List<String> features = terms.stream().map(Radscore.Term::feature).toList();
        prepared.harmonisation.ifPresent(h -> how.put("training.batches", h.batches().toString()));
        how.put(TrainingRows.ENTRY, TrainingRows.entry(training, features));
        return new Radscore(fitted.intercept(), terms, training.provenance(), how, prepared.harmonisation.map(h -> h.only(features)));
    }

    private Radscore.Term rescaled(Radscore.Term term, FeatureTable selected, OptionalDouble imputed) {
        double sd = convention.of(selected.column(selected.indexOf(term.feature())));
        double coefficient = sd == term.sd() ? term.coefficient() : term.coefficient() * (sd / term.sd());
        return new Radscore.Term(term.feature(), term.mean(), sd, coefficient, imputed);
    }

    /**
     * Everything that can change a fitted score, apart from the rows.
     *
     * @return a fresh map of settings; those of step i begin with {@code selection.i/}, the trainer's with {@code trainer/}
     */
    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> all = new TreeMap<>();
        for (int s = 0; s < steps.size(); s++) {
            String prefix = "selection." + (s + 1) + "/";
            PartSettings.of(steps.get(s)).forEach((name, value) -> all.put(prefix + name, value));
        }
        trainer.ifPresent(t -> PartSettings.of(t).forEach((name, value) -> all.put("trainer/" + name, value)));
        harmonisation.ifPresent(h -> all.putAll(h.settings()));
        imputation.ifPresent(i -> all.put("imputation.median.largest_missing_share", Double.toString(i.largestMissingShare())));
        all.put("z_score.standard_deviation", convention == StandardDeviation.SAMPLE ? "sample (n - 1)" : "population (1 / n)");
        return all;
    }

    @Override
    public String toString() {
        return "recipe " + settings();
    }
}
