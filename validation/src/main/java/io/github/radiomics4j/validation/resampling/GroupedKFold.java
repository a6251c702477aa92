package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cross-validation with k folds in which all rows of a group, such as the discs of one patient, lie in one fold: a fit is never asked
 * about a patient it has seen. Immutable.
 *
 * <p>Folds are balanced as well as whole groups allow, by dealing them one by one. In each repeat the groups are put into a random order;
 * then come first those with most cases of the rarer class, and of these the largest. A group with cases of the rarer class goes to the
 * fold that has fewest of them so far, any other group to the fold that has fewest cases; where folds are equal in that, to the one with
 * fewer cases and then to the one with the lower number. Groups of one row give what stratified folds promise: folds differ by one at
 * most in size and in cases of the rarer class.
 */
public final class GroupedKFold implements CrossValidation {
    private final Groups groups;
    private final int folds;
    private final int repeats;
    private final long seed;

    private GroupedKFold(Groups groups, int folds, int repeats, long seed) {
        this.groups = groups;
        this.folds = folds;
        this.repeats = repeats;
        this.seed = seed;
    }

    /**
     * A plan for groups.
     *
     * @param groupOfCase for each row of the table the name of its group, such as a patient's id
     * @param folds the number k of folds, at least 2; not more than there are groups with a case of the rarer class
     * @param repeats how often the folds are drawn anew, at least 1
     * @param seed the same seed gives the same folds
     * @return the plan
     * @throws IllegalArgumentException where there are fewer than two folds, or no repeat
     */
    public static GroupedKFold of(List<String> groupOfCase, int folds, int repeats, long seed) {
        Requirements.requireFolds(folds, repeats);
        return new GroupedKFold(Groups.of(groupOfCase), folds, repeats, seed);
    }

    @Override
    public int repeats() {
        return repeats;
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException TABLE_INVALID where there are fewer groups with a case of some class than folds, or where groups of
     *     both classes are so unequal that all cases of a class fall into one fold
     */
    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requireSize(outcome, groups.cases(), "the grouped cross-validation");
        int positive = groups.withClass(true, outcome);
        int negative = groups.withClass(false, outcome);
        if (Math.min(positive, negative) < folds) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "of " + groups.count() + " groups " + positive + " have a positive and "
                    + negative + " a negative case, too few for " + folds + " folds that keep groups together: take fewer folds");
        }
        for (int repeat = 0; repeat < repeats; repeat++) {
            requireBothClassesInTraining(foldOfCase(repeat, outcome), repeat, outcome);
        }
        return folds * repeats;
    }

    private void requireBothClassesInTraining(int[] foldOfCase, int repeat, BinaryOutcome outcome) {
        for (int fold = 0; fold < folds; fold++) {
            BinaryOutcome training = outcome.rows(Resample.ofFold(fold, "", foldOfCase, fold).training());
            if (training.positives() == 0 || training.negatives() == 0) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "without fold " + fold + " of repeat " + repeat + " there are "
                        + training + " left to train on, since groups stay together: take another number of folds or another seed");
            }
        }
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireSize(outcome, groups.cases(), "the grouped cross-validation");
        Requirements.requireNumber(number, folds * repeats);
        int repeat = number / folds;
        int fold = number % folds;
        return Resample.ofFold(number, "fold " + fold + " of repeat " + repeat, foldOfCase(repeat, outcome), fold);
    }

    private int[] foldOfCase(int repeat, BinaryOutcome outcome) {
        boolean rarer = outcome.positives() <= outcome.negatives();
        int[] order = IntStream.range(0, groups.count()).toArray();
        SeededRows.shuffle(order, SeededRows.generator(seed, repeat));
        int[] rare = IntStream.range(0, groups.count()).map(group -> groups.ofClass(group, rarer, outcome)).toArray();
        List<Integer> dealt = IntStream.of(order).boxed()
                .sorted(Comparator.<Integer>comparingInt(group -> -rare[group]).thenComparingInt(group -> -groups.size(group))).toList();
        int[] rareInFold = new int[folds];
        int[] casesInFold = new int[folds];
        int[] foldOfCase = new int[groups.cases()];
        for (int group : dealt) {
            int fold = neediest(rare[group] > 0 ? rareInFold : casesInFold, casesInFold);
            rareInFold[fold] += rare[group];
            casesInFold[fold] += groups.size(group);
            for (int row : groups.rows(group)) {
                foldOfCase[row] = fold;
            }
        }
        return foldOfCase;
    }

    private static int neediest(int[] first, int[] then) {
        int neediest = 0;
        for (int fold = 1; fold < first.length; fold++) {
            int difference = first[fold] - first[neediest];
            if (difference < 0 || difference == 0 && then[fold] < then[neediest]) {
                neediest = fold;
            }
        }
        return neediest;
    }

    @Override
    public String toString() {
        return "GroupedKFold[groups=" + groups.count() + ", folds=" + folds + ", repeats=" + repeats + ", seed=" + seed + "]";
    }
}
