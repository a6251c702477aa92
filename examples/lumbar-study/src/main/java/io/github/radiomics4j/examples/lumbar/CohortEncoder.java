package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.deep.EncoderTraining;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.AutoencoderTraining;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.LearnedFeatures;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/**
 * Scores whose deep features come from an autoencoder of the cohort itself, in place of the scattering network: it is trained anew on the
 * training cases of every fold, without their outcomes.
 */
final class CohortEncoder {
    static final PatchCutting CUTTING = new PatchCutting(RegionSampling.largestSlice(0).masked(), IntensityNormalisation.zScoreInRegion(),
            32);

    private static final int FOLDS = 5;

    private CohortEncoder() { }

    static EncoderTraining training(long seed) {
        return AutoencoderTraining.of(TrainingPlan.seeded(seed).withEpochs(30, 6));
    }

    /** Renders all cases once more and keeps their patches, without outcomes. */
    static List<TrainingCase> cases(SyntheticCohort cohort, Region region) {
        List<Integer> all = IntStream.range(0, cohort.size()).boxed().toList();
        return Parallelization.getTaskExecutor().forEachApply(all, c -> {
            SyntheticCase one = cohort.render(c);
            return TrainingCase.of(cohort.id(c), CUTTING.cut(one.image(), one.mask(region)));
        });
    }

    /** Two lines per score of a region: apparent, and cross-validated with the network trained in every fold. */
    static List<ResultRow> rows(SyntheticCohort cohort, Region region, FeatureTable table, StudyOptions options) {
        BinaryOutcome outcome = cohort.outcome();
        List<String> radiomics = table.columnNames().stream().filter(name -> !name.startsWith("deep_")).toList();
        LearnedFeatures features = new NestedDeepFeatures(training(options.seed()), cases(cohort, region))
                .beside(table.select(radiomics));
        int folds = StudyResults.folds(outcome, FOLDS);
        CrossValidated validated = Validation.internal(StudyResults.recipeOfOneRegion(), features, outcome,
                new StratifiedKFold(folds, 1, options.seed()));
        String name = region.label() + " Radscore, encoder learned on the cohort";
        List<ResultRow> rows = new ArrayList<>();
        rows.add(ResultRow.of(name, ResultRow.APPARENT, validated.apparentScores(), outcome));
        rows.add(ResultRow.compared(name, "stratified " + folds + "-fold, encoder trained in every fold", validated.scores(),
                cohort.pfirrmannGrades(), outcome));
        return rows;
    }
}
