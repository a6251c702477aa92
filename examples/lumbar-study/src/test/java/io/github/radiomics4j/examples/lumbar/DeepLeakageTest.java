package io.github.radiomics4j.examples.lumbar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.deep.Augmentation;
import io.github.radiomics4j.deep.EncoderTraining;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.Patches;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.ClassifierTraining;
import io.github.radiomics4j.deep.dl4j.ClassifierTraining.ClassWeights;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.CrossValidated;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeepLeakageTest {
    private static final int CASES = 48;
    private static final PatchCutting CUTTING = new PatchCutting(RegionSampling.largestSlice(0), IntensityNormalisation.window(0, 1), 16);
    private static final RadscoreRecipe RECIPE = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(2), 8))
            .fittedBy(PenalisedLogistic.ridge(0.1));

    /** Nothing in images of noise tells the outcome; what a network says of cases that it was trained on is memory. */
    @Test
    void supervisedFeaturesOfNoiseLookLikeAFindingOnlyWhereTheNetworkIsTrainedOutsideTheResampling() {
        BinaryOutcome outcome = BinaryOutcome.of(IntStream.range(0, CASES).map(c -> c % 2).toArray());
        double nested = 0;
        double outside = 0;
        int cohorts = 3;
        for (int seed = 1; seed <= cohorts; seed++) {
            List<TrainingCase> cases = noise(seed);
            StratifiedKFold plan = new StratifiedKFold(4, 1, seed);
            NestedDeepFeatures features = new NestedDeepFeatures(classifier(seed), cases);
            CrossValidated honest = Validation.internal(RECIPE, features, outcome, plan);
            FeatureTable leaky = features.learn(IntStream.range(0, CASES).toArray(), outcome);
            outside += Validation.internal(RECIPE, leaky, outcome, plan).auc() / cohorts;
            nested += honest.auc() / cohorts;
        }
        assertTrue(nested > 0.35 && nested < 0.65, "trained inside: " + nested);
        assertTrue(outside > 0.7, "trained outside: " + outside);
    }

    /** No augmentation and little held out: a network that is free to learn by heart. */
    private static EncoderTraining classifier(long seed) {
        TrainingPlan plan = TrainingPlan.seeded(seed).withEpochs(25, 25).holdingOut(0.05).inBatchesOf(16, 0.01)
                .augmentedBy(Augmentation.none());
        return new ClassifierTraining(List.of(8, 16), ClassWeights.BALANCED, plan);
    }

    private static List<TrainingCase> noise(long seed) {
        Random random = new Random(seed);
        List<TrainingCase> cases = new ArrayList<>();
        for (int c = 0; c < CASES; c++) {
            float[] pixels = new float[CUTTING.size() * CUTTING.size()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextGaussian();
            }
            cases.add(TrainingCase.of("noise" + c, Patches.of(CUTTING, 1, pixels)));
        }
        return cases;
    }
}
