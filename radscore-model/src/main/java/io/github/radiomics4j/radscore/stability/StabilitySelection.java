package io.github.radiomics4j.radscore.stability;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.PartSettings;
import io.github.radiomics4j.radscore.SeededRows;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Stability selection (Meinshausen and Bühlmann 2010, J R Stat Soc B 72:417): another selection step runs on halves of the training cases
 * ({@code ⌊n/2⌋} of n), drawn without replacement, and the features that it keeps in a share of at least π of them are kept, the most
 * frequent first. With q features kept per half out of p, the expected number of falsely kept ones is at most
 * {@code q² / ((2π − 1) p)} under their assumptions ({@link #expectedFalseSelections}).
 *
 * @param step what runs on each half; several steps go in as {@link io.github.radiomics4j.radscore.selection.StepsInOrder}
 * @param halves how many, at least 2; 100 is customary
 * @param threshold π, above 0.5, at most 1
 * @param drawing whether classes are drawn from in proportion
 * @param seed the same seed gives the same halves
 */
public record StabilitySelection(SelectionStep step, int halves, double threshold, Drawing drawing, long seed) implements SelectionStep {

    /** How half of the cases are drawn. */
    public enum Drawing {
        /** Half of each class; of classes of odd size one has its half rounded up where that is needed for {@code ⌊n/2⌋}. */
        STRATIFIED,
        /** Half of all cases, as in the paper; a half may miss a class that is small, which steps that need both then name. */
        SIMPLE
    }

    /**
     * Checks the numbers.
     *
     * @param step what runs on each half
     * @param halves how many, at least 2
     * @param threshold π, above 0.5, at most 1
     * @param drawing whether classes are drawn from in proportion
     * @param seed the same seed gives the same halves
     */
    public StabilitySelection {
        if (halves < 2) {
            throw new IllegalArgumentException("stability selection needs at least 2 halves, was " + halves);
        }
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold of stability selection lies above 0.5 and is at most 1, was " + threshold);
        }
    }

    /**
     * With halves of each class.
     *
     * @param step what runs on each half
     * @param halves how many, at least 2
     * @param threshold π, above 0.5, at most 1
     * @param seed the same seed gives the same halves
     */
    public StabilitySelection(SelectionStep step, int halves, double threshold, long seed) {
        this(step, halves, threshold, Drawing.STRATIFIED, seed);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException TABLE_INVALID where a class has fewer than 2 cases; whatever the step finds in a half
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    @Override
    public Selection select(FeatureTable training, BinaryOutcome outcome) {
        Map<String, Double> frequency = frequencies(training, outcome);
        List<String> kept = frequency.entrySet().stream().filter(e -> e.getValue() >= threshold)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> e.getValue()).reversed()).map(Map.Entry::getKey).toList();
        List<Dropped> dropped = new ArrayList<>();
        frequency.forEach((name, share) -> {
            if (share < threshold) {
                dropped.add(new Dropped(name, "kept in a share of " + share + " of " + halves + " halves, below " + threshold));
            }
        });
        return new Selection(kept, dropped);
    }

    /**
     * How often the step keeps each feature.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order
     * @return every column, in its order, to the share of halves
     * @throws InvalidInputException as {@link #select}
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    public Map<String, Double> frequencies(FeatureTable training, BinaryOutcome outcome) {
        return halfSelections(training, outcome).frequencies();
    }

    /**
     * What the step keeps in each half.
     *
     * @param training the training rows
     * @param outcome the outcome of the same cases in the same order
     * @return the selections in the order of halves
     * @throws InvalidInputException as {@link #select}
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    public HalfSelections halfSelections(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        // Copies of a case, as a bootstrap draws them, are one case here: halves must not share cases with themselves.
        LinkedHashMap<String, Integer> first = new LinkedHashMap<>();
        IntStream.range(0, training.caseCount()).forEach(row -> first.putIfAbsent(training.cases().get(row), row));
        int[] distinct = first.values().stream().mapToInt(row -> row).toArray();
        BinaryOutcome once = outcome.rows(distinct);
        if (Math.min(once.positives(), once.negatives()) < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "halves with both classes need at least 2 cases of each, there are "
                    + once);
        }
        List<Set<String>> selections = new ArrayList<>();
        for (int h = 0; h < halves; h++) {
            int[] rows = IntStream.of(half(once, SeededRows.generator(seed, h))).map(i -> distinct[i]).toArray();
            selections.add(new LinkedHashSet<>(step.select(training.rows(rows), outcome.rows(rows)).kept()));
        }
        return new HalfSelections(training.columnNames(), selections);
    }

    private int[] half(BinaryOutcome outcome, SplittableRandom random) {
        return switch (drawing) {
            case STRATIFIED -> {
                int[] fold = SeededRows.stratifiedFolds(outcome, 2, random);
                yield IntStream.range(0, fold.length).filter(i -> fold[i] == 1).toArray(); // the smaller one of an odd number
            }
            case SIMPLE -> {
                int[] rows = IntStream.range(0, outcome.size()).toArray();
                SeededRows.shuffle(rows, random);
                yield IntStream.of(rows).limit(rows.length / 2).sorted().toArray();
            }
        };
    }

    /**
     * The bound on falsely kept features.
     *
     * @param selected q, features kept per half on average, at least 0: {@link HalfSelections#meanSelected}
     * @param candidates p, at least 1
     * @return {@code q² / ((2π − 1) p)}
     * @throws IllegalArgumentException where a number is out of range
     */
    public double expectedFalseSelections(double selected, int candidates) {
        if (!(selected >= 0) || candidates < 1) {
            throw new IllegalArgumentException("the bound needs at least 0 selected and 1 candidate, were " + selected + " and " + candidates);
        }
        return selected * selected / ((2 * threshold - 1) * candidates);
    }

    @Override
    public SelectionStep harmonisedBy(UnaryOperator<FeatureTable> harmonisation) {
        return new StabilitySelection(step.harmonisedBy(harmonisation), halves, threshold, drawing, seed);
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(Map.of("stability_selection.halves", Integer.toString(halves),
                "stability_selection.threshold", Double.toString(threshold), "stability_selection.seed", Long.toString(seed),
                "stability_selection.drawing", drawing.name().toLowerCase(Locale.ROOT)));
        PartSettings.of(step).forEach((name, value) -> settings.put("stability_selection/" + name, value));
        return settings;
    }
}
