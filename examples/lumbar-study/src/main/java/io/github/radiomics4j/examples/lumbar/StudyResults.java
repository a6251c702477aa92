package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.examples.lumbar.StudyOptions.Deep;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.study.Combination;
import io.github.radiomics4j.validation.study.ModelResult;
import io.github.radiomics4j.validation.study.PlanResult;
import io.github.radiomics4j.validation.study.SelectionPerStructure;
import io.github.radiomics4j.validation.study.StudyAnalysis;
import io.github.radiomics4j.validation.study.StudyData;
import io.github.radiomics4j.validation.study.StudyPlan;
import io.github.radiomics4j.validation.study.StudyResult;
import io.github.radiomics4j.validation.study.ValidationPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.imglib2.parallel.Parallelization;

/**
 * Everything that the study found.
 *
 * @param tables per region all features of all cases
 * @param undefined per region the columns that were left out because they are undefined for some case
 * @param study scores of disc, muscle and both, and their validation
 * @param rows the table of results, in the order in which it is printed
 */
record StudyResults(SyntheticCohort cohort, Map<Region, FeatureTable> tables, Map<Region, List<String>> undefined, StudyResult study,
        List<ResultRow> rows) {
    static final String CEILING = "truth behind the images (ceiling)";
    static final String PFIRRMANN = "Pfirrmann grade";
    static final String LEAVE_ONE_OUT = new ValidationPlan.LeaveOneOut().label();

    private static final int FOLDS = 10;
    private static final int REPEATS = 10;
    /** Binned, since a bootstrap sample repeats cases, which mutual information by nearest neighbours cannot bear. */
    private static final SelectionStep MOST_INFORMATIVE = new MutualInformationSelection(new EqualFrequencyBins(4), 10);

    /** Runs the study on as many threads as the options say; the results do not depend on their number. */
    static StudyResults of(StudyOptions options, Progress progress) {
        return Parallelization.runWithNumThreads(options.threads(), () -> compute(options, progress));
    }

    private static StudyResults compute(StudyOptions options, Progress progress) {
        SyntheticCohort cohort = SyntheticCohort.of(options.cases(), options.seed());
        Map<Region, FeatureTable> tables = new Measurement(progress).of(cohort);
        Map<Region, FeatureTable> defined = new EnumMap<>(Region.class);
        Map<Region, List<String>> undefined = new EnumMap<>(Region.class);
        tables.forEach((region, table) -> {
            defined.put(region, Measurement.definedForAll(table));
            undefined.put(region, table.columnNames().stream().filter(name -> !defined.get(region).has(name)).toList());
        });
        progress.say("validating the scores");
        StudyResult study = analyse(cohort, defined, options);
        List<ResultRow> learned = new ArrayList<>();
        if (options.deep() == Deep.COHORT) {
            for (Region region : Region.values()) {
                progress.say("training encoders of the " + region.label() + " in every fold");
                learned.addAll(CohortEncoder.rows(cohort, region, defined.get(region), options));
            }
        }
        return new StudyResults(cohort, tables, undefined, study, rows(cohort, study, learned));
    }

    /** The study itself: one call. */
    static StudyResult analyse(SyntheticCohort cohort, Map<Region, FeatureTable> tables, StudyOptions options) {
        StudyData data = StudyData.of(tables.get(Region.DISC).cases(), cohort.outcome())
                .withStructure(Region.DISC.label(), tables.get(Region.DISC)).withStructure(Region.MUSCLE.label(), tables.get(Region.MUSCLE))
                .withClinical(PFIRRMANN, cohort.pfirrmannGrades());
        return StudyAnalysis.run(data, StudyPlan.standard().withSeed(options.seed()).withRecipe(fitted(MOST_INFORMATIVE))
                .withCombination(new Combination.OfFeatures(fitted(new SelectionPerStructure(
                        Arrays.stream(Region.values()).map(Region::label).toList(), MOST_INFORMATIVE))))
                .withValidations(new ValidationPlan.LeaveOneOut(), new ValidationPlan.KFold(folds(cohort.outcome(), FOLDS), REPEATS),
                        new ValidationPlan.Bootstrap(options.bootstrapSamples())));
    }

    static RadscoreRecipe recipeOfOneRegion() {
        return fitted(MOST_INFORMATIVE);
    }

    private static RadscoreRecipe fitted(SelectionStep first) {
        return RadscoreRecipe.selecting(first).then(new CorrelationFilter(0.9)).fittedBy(PenalisedLogistic.elasticNet(0.03, 0.5));
    }

    /** As many folds as wanted, fewer where there are fewer events. */
    static int folds(BinaryOutcome outcome, int wanted) {
        return Math.min(wanted, Math.min(outcome.positives(), outcome.negatives()));
    }

    private static List<ResultRow> rows(SyntheticCohort cohort, StudyResult study, List<ResultRow> learned) {
        BinaryOutcome outcome = cohort.outcome();
        List<ResultRow> rows = new ArrayList<>();
        for (ModelResult model : study.models()) {
            String name = model.name() + " Radscore";
            rows.add(new ResultRow(name, ResultRow.APPARENT, model.apparent(), Optional.empty()));
            model.plans().forEach(plan -> rows.add(new ResultRow(name, plan.plan(), plan.auc(),
                    plan.honest().map(honest -> study.comparison(model.name(), plan.plan(), PFIRRMANN).test()))));
        }
        rows.addAll(learned);
        rows.add(new ResultRow(PFIRRMANN, "as graded", study.clinical().get(0).auc(), Optional.empty()));
        rows.add(ResultRow.of("true disc heterogeneity", "as drawn", cohort.latentDisc(), outcome));
        rows.add(ResultRow.of("true muscle heterogeneity", "as drawn", cohort.latentMuscle(), outcome));
        rows.add(ResultRow.compared(CEILING, "as drawn", cohort.latentLogits(), cohort.pfirrmannGrades(), outcome));
        return rows;
    }

    /** The curves of the figure: repeated k-fold scores, the grade, the truth. */
    Map<String, Roc> curves() {
        Map<String, Roc> curves = new LinkedHashMap<>();
        for (ModelResult model : study.models()) {
            PlanResult folds = model.plans().get(1);
            curves.put(model.name() + " Radscore, cross-validated",
                    Roc.of(folds.honest().orElseThrow().scores().stream().mapToDouble(score -> score).toArray(), cohort.outcome()));
        }
        curves.put(PFIRRMANN, Roc.of(cohort.pfirrmannGrades(), cohort.outcome()));
        curves.put(CEILING, Roc.of(cohort.latentLogits(), cohort.outcome()));
        return curves;
    }
}
