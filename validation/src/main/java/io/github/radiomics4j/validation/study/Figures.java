package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.InternalValidation;
import io.github.radiomics4j.validation.PerformanceMeasure;
import io.github.radiomics4j.validation.calibration.PredictedRisks;
import io.github.radiomics4j.validation.discrimination.CutOff;
import io.github.radiomics4j.validation.discrimination.CutOffOptimism;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.resampling.BootstrapSampling;
import io.github.radiomics4j.validation.utility.DecisionCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures of a model, read off its resampled scores. */
final class Figures {
    private static final double HALF_OF_REPEATS = 0.5;

    private final StudyPlan plan;
    private final BootstrapSampling samplesForCutOffs;
    private final IndependentUnits units;

    Figures(StudyPlan plan, BootstrapSampling samplesForCutOffs, IndependentUnits units) {
        this.plan = plan;
        this.samplesForCutOffs = samplesForCutOffs;
        this.units = units;
    }

    ModelResult of(Model model) {
        List<ModelResult.Term> terms = model.radscore().terms().stream()
                .map(term -> new ModelResult.Term(term, column(model, term.feature()).key())).toList();
        List<PlanResult> plans = new ArrayList<>();
        model.validations().forEach((label, validation) -> plans.add(ofPlan(label, validation, model)));
        return new ModelResult(model.name(), model.table().columnCount(), model.radscore(), terms, model.radscore().formula(),
                AucEstimate.of(model.apparentScores(), units, plan.level()), plans);
    }

    private static FeatureColumn column(Model model, String feature) {
        return model.table().columns().get(model.table().indexOf(feature));
    }

    private PlanResult ofPlan(String label, InternalValidation validation, Model model) {
        SelectionFigures selection = SelectionFigures.of(validation);
        if (validation instanceof Bootstrapped samples) {
            return new PlanResult(label, samples.resamples(), AucEstimate.corrected(samples, units, plan.level()), selection,
                    Optional.empty(), Optional.of(BootstrapFigures.of(samples)));
        }
        CrossValidated folds = (CrossValidated) validation;
        return new PlanResult(label, folds.resamples(), AucEstimate.of(folds.scores(), units, plan.level()), selection,
                Optional.of(honest(folds, model)), Optional.empty());
    }

    private HonestFigures honest(CrossValidated folds, Model model) {
        double[] scores = folds.scores();
        double[] calls = HonestCalls.of(folds, model.table(), plan.cutOff().rule());
        return new HonestFigures(boxed(scores), boxed(calls), boxed(folds.perRepeat(PerformanceMeasure.AUC)), folds.meanFoldAuc(),
                folds.roc().points(), cutOff(scores, calls, folds.outcome()), CalibrationFigures.of(scores, folds.outcome()),
                DecisionCurve.of(PredictedRisks.ofScores(scores, folds.outcome()), plan.thresholds()).points());
    }

    private CutOffResult cutOff(double[] scores, double[] calls, BinaryOutcome outcome) {
        CutOffOptimism optimism = CutOffOptimism.of(scores, outcome, plan.cutOff().rule(), samplesForCutOffs);
        CutOff inTraining = Roc.of(calls, outcome).at(HALF_OF_REPEATS);
        return new CutOffResult(plan.cutOff().name(), CutOffFigures.of(optimism.apparent(), plan.level()), optimism.sensitivity(),
                optimism.specificity(), CutOffFigures.of(inTraining, plan.level()));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
