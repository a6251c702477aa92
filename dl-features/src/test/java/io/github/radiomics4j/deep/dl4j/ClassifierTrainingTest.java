package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingEpoch;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.ClassifierTraining.ClassWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class ClassifierTrainingTest {
    private static final TrainingPlan PLAN = TrainingPlan.seeded(2).withEpochs(30, 30).inBatchesOf(8, 0.005);

    @Test
    void whatTellsTheOutcomesApartIsLearnedForOtherCasesToo() {
        TrainedEncoder encoder = ClassifierTraining.of(PLAN).train(TrainingCohort.stripes(24, 1), TrainingListener.silent());
        List<TrainingCase> others = TrainingCohort.stripes(20, 2);
        double best = 0;
        for (int channel = 0; channel < encoder.channels("conv3"); channel++) {
            best = Math.max(best, separation(encoder, others, channel));
        }
        assertEquals(1, best, "of the channels' means, at least one ranks every positive case on one side of every negative one");
    }

    @Test
    void theHoldOutLossFallsFarBelowThatOfGuessing() {
        List<TrainingEpoch> epochs = ClassifierTraining.of(PLAN).train(TrainingCohort.stripes(24, 1), TrainingListener.silent()).epochs();
        double best = epochs.stream().mapToDouble(TrainingEpoch::holdOutLoss).min().orElseThrow();
        assertTrue(best < 0.3 * Math.log(2), epochs.toString());
    }

    @Test
    void aCaseWithoutOutcomeIsRefused() {
        List<TrainingCase> cases = new ArrayList<>(TrainingCohort.stripes(8, 1));
        cases.add(TrainingCase.of("silent", cases.get(0).patches()));
        assertThrows(IllegalArgumentException.class, () -> ClassifierTraining.of(PLAN).train(cases, TrainingListener.silent()));
    }

    @Test
    void classWeightsChangeTheWeightsOfAnUnevenCohort() {
        List<TrainingCase> cases = TrainingCohort.stripes(16, 1).stream().filter(c -> !c.id().matches("case(1|3|5|7|9)")).toList();
        TrainingPlan plan = PLAN.withEpochs(2, 2);
        assertNotEquals(new ClassifierTraining(List.of(4, 4), ClassWeights.EQUAL, plan).train(cases, TrainingListener.silent())
                .weightsSha256(), new ClassifierTraining(List.of(4, 4), ClassWeights.BALANCED, plan).train(cases, TrainingListener.silent())
                .weightsSha256());
    }

    @Test
    void theLossOfTheHeldOutIsTheOneThatIsTrained() {
        Classification objective = new Classification(ConvolutionChain.halving(2, List.of(4, 4), "conv2"),
                new WeightedCrossEntropy(0.7f, 1.9f));
        ComputationGraph graph = new TrainingRun(objective, PLAN, new TrainingExamples(List.of(), List.of()), 16)
                .graph(objective.initialWeights(new Random(3)));
        INDArray images = Nd4j.createFromArray(pixels(TrainingCohort.stripes(3, 1))).reshape(3, 1, 16, 16);
        float[] targets = objective.targets(new float[0], new boolean[] {false, true, true});
        double score = graph.score(new DataSet(images, Nd4j.createFromArray(targets).reshape(objective.targetShape(3, 16))), false);
        assertEquals(score, objective.loss(graph.outputSingle(images).dup('c').data().asFloat(), targets, 3) / 3, 1e-6);
    }

    @Test
    void ofEachOutcomeTwoDifferentCasesAreNeeded() {
        List<TrainingCase> cases = List.of(TrainingCohort.stripes(4, 1).get(0), TrainingCohort.stripes(4, 1).get(2),
                TrainingCohort.stripes(4, 1).get(1), TrainingCohort.stripes(4, 1).get(1));
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> ClassifierTraining.of(PLAN).train(cases, TrainingListener.silent()));
        assertTrue(error.getMessage().contains("at least 2 different cases of each outcome, was 1 POSITIVE"), error.getMessage());
    }

    private static float[] pixels(List<TrainingCase> cases) {
        float[] pixels = new float[cases.size() * 256];
        for (int i = 0; i < cases.size(); i++) {
            cases.get(i).patches().copy(0, pixels, i * 256);
        }
        return pixels;
    }

    /** The AUC of a channel's mean, or of its negative where that is better. */
    private static double separation(TrainedEncoder encoder, List<TrainingCase> cases, int channel) {
        Activations maps = encoder.activations(pixels(cases), cases.size(), 16, "conv3");
        int above = 0;
        int pairs = 0;
        for (int p = 1; p < cases.size(); p += 2) {
            for (int n = 0; n < cases.size(); n += 2) {
                pairs++;
                above += mean(maps, p, channel) > mean(maps, n, channel) ? 1 : 0;
            }
        }
        return Math.max(above, pairs - above) / (double) pairs;
    }

    private static double mean(Activations maps, int image, int channel) {
        double sum = 0;
        for (int y = 0; y < maps.height(); y++) {
            for (int x = 0; x < maps.width(); x++) {
                sum += maps.value(image, channel, y, x);
            }
        }
        return sum;
    }
}
