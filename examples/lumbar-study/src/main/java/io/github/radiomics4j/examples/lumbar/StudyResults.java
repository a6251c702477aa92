package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.examples.lumbar.StudyOptions.Deep;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.parallel.Parallelization;

/**
 * Everything that the study found.
 *
 * @param tables per region all features of all cases
 * @param undefined per region the columns that were left out because they are undefined for some case
 * @param scores disc, muscle, combined
 * @param rows the table of results, in the order in which it is printed
 */
record StudyResults(SyntheticCohort cohort, Map<Region, FeatureTable> tables, Map<Region, List<String>> undefined, List<Score> scores,
        List<ResultRow> rows) {
    static final String CEILING = "truth behind the images (ceiling)";
    static final String PFIRRMANN = "Pfirrmann grade";

    /** Runs the study on as many threads as the options say; the results do not depend on their number. */
    static StudyResults of(StudyOptions options, Progress progress) {
        return Parallelization.runWithNumThreads(options.threads(), () -> compute(options, progress));
    }

    private static StudyResults compute(StudyOptions options, Progress progress) {
        SyntheticCohort cohort = SyntheticCohort.of(options.cases(), options.seed());
        BinaryOutcome outcome = cohort.outcome();
        Map<Region, FeatureTable> tables = new Measurement(progress).of(cohort);
        Map<Region, FeatureTable> defined = new EnumMap<>(Region.class);
        Map<Region, List<String>> undefined = new EnumMap<>(Region.class);
        List<Score> scores = new ArrayList<>();
        for (Region region : Region.values()) {
            defined.put(region, Measurement.definedForAll(tables.get(region)));
            undefined.put(region, tables.get(region).columnNames().stream().filter(name -> !defined.get(region).has(name)).toList());
            progress.say("validating the " + region.label() + " score");
            scores.add(Score.of(region, defined.get(region), outcome, options));
        }
        progress.say("validating the " + Score.COMBINED + " score");
        scores.add(Score.ofBoth(defined.get(Region.DISC), defined.get(Region.MUSCLE), outcome, options));
        List<ResultRow> learned = new ArrayList<>();
        if (options.deep() == Deep.COHORT) {
            for (Region region : Region.values()) {
                progress.say("training encoders of the " + region.label() + " in every fold");
                learned.addAll(CohortEncoder.rows(cohort, region, defined.get(region), options));
            }
        }
        return new StudyResults(cohort, tables, undefined, scores, rows(cohort, scores, learned));
    }

    private static List<ResultRow> rows(SyntheticCohort cohort, List<Score> scores, List<ResultRow> learned) {
        BinaryOutcome outcome = cohort.outcome();
        double[] grades = cohort.pfirrmannGrades();
        List<ResultRow> rows = new ArrayList<>();
        for (Score score : scores) {
            String name = score.name() + " Radscore";
            rows.add(ResultRow.of(name, "apparent (same cases: too good)", score.leaveOneOut().apparentScores(), outcome));
            rows.add(ResultRow.compared(name, "leave-one-out", score.leaveOneOut().scores(), grades, outcome));
            rows.add(ResultRow.compared(name, "stratified " + Score.folds(outcome) + "-fold, " + Score.REPEATS + " repeats",
                    score.folds().scores(), grades, outcome));
            rows.add(ResultRow.optimismCorrected(name, score.bootstrap()));
        }
        rows.addAll(learned);
        rows.add(ResultRow.of(PFIRRMANN, "as graded", grades, outcome));
        rows.add(ResultRow.of("true disc heterogeneity", "as drawn", cohort.latentDisc(), outcome));
        rows.add(ResultRow.of("true muscle heterogeneity", "as drawn", cohort.latentMuscle(), outcome));
        rows.add(ResultRow.compared(CEILING, "as drawn", cohort.latentLogits(), grades, outcome));
        return rows;
    }

    /** The curves of the figure: repeated k-fold scores, the grade, the truth. */
    Map<String, Roc> curves() {
        Map<String, Roc> curves = new LinkedHashMap<>();
        for (Score score : scores) {
            curves.put(score.name() + " Radscore, cross-validated", score.folds().roc());
        }
        curves.put(PFIRRMANN, Roc.of(cohort.pfirrmannGrades(), cohort.outcome()));
        curves.put(CEILING, Roc.of(cohort.latentLogits(), cohort.outcome()));
        return curves;
    }
}
