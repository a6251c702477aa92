package io.github.radiomics4j.validation.discrimination;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Arrays;
import java.util.List;

/**
 * A score beside an ordinal grade of the same cases, such as Pfirrmann's of disc degeneration: which of the two discriminates better,
 * and whether the score tells cases of one grade apart.
 *
 * @param score the AUC of the score, with DeLong's interval
 * @param grade the AUC of the grade, with DeLong's interval; a higher grade means more likely positive
 * @param difference DeLong's paired test of score against grade
 * @param threshold cases with a score at or above it are high
 * @param table one row per grade that occurs, in rising order; copied
 */
public record GradeComparison(AucInterval score, AucInterval grade, PairedAucTest difference, double threshold, List<Row> table) {

    /**
     * Copies the table.
     *
     * @param score the AUC of the score, with DeLong's interval
     * @param grade the AUC of the grade, with DeLong's interval
     * @param difference DeLong's paired test of score against grade
     * @param threshold cases with a score at or above it are high
     * @param table one row per grade that occurs, in rising order; copied
     */
    public GradeComparison {
        table = List.copyOf(table);
    }

    /**
     * The cases of one grade.
     *
     * @param grade the grade
     * @param low positive cases among those with a score below the threshold
     * @param high positive cases among those with a score at or above it
     */
    public record Row(int grade, Proportion low, Proportion high) {

        /**
         * All cases of the grade.
         *
         * @return positive cases among them
         */
        public Proportion all() {
            return new Proportion(low.successes() + high.successes(), low.trials() + high.trials());
        }
    }

    /**
     * Compares.
     *
     * @param scores one per case, finite, higher for more likely positive; not modified
     * @param grades the grade of the same cases in the same order; not modified
     * @param outcome their outcome
     * @param threshold divides low from high scores, a number; chosen elsewhere, or too good a division here
     * @param level the confidence level of the intervals, such as 0.95
     * @return AUCs, their difference and the cross table
     * @throws InvalidInputException TABLE_INVALID where a class has fewer than two cases, NONFINITE_VALUES for a score that is NaN
     *     or infinite
     * @throws IllegalArgumentException where scores, grades and outcome are not of one length, the threshold is NaN or the level not
     *     between 0 and 1
     */
    public static GradeComparison of(double[] scores, int[] grades, BinaryOutcome outcome, double threshold, double level) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("a threshold must be a number, was NaN");
        }
        double[] asScores = Arrays.stream(grades).asDoubleStream().toArray();
        AucInterval score = DeLong.interval(scores, outcome, level);
        AucInterval grade = DeLong.interval(asScores, outcome, level);
        List<Row> table = Arrays.stream(grades).distinct().sorted().mapToObj(g -> row(g, scores, grades, outcome, threshold)).toList();
        return new GradeComparison(score, grade, DeLong.pairedTest(scores, asScores, outcome), threshold, table);
    }

    private static Row row(int grade, double[] scores, int[] grades, BinaryOutcome outcome, double threshold) {
        int[] cases = new int[2];
        int[] positives = new int[2];
        for (int i = 0; i < grades.length; i++) {
            if (grades[i] == grade) {
                int high = scores[i] >= threshold ? 1 : 0;
                cases[high]++;
                positives[high] += outcome.isPositive(i) ? 1 : 0;
            }
        }
        return new Row(grade, new Proportion(positives[0], cases[0]), new Proportion(positives[1], cases[1]));
    }
}
