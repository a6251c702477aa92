package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.Patches;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.SyntheticCase;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingEpoch;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AutoencoderTrainingTest {
    private static final TrainingPlan PLAN = TrainingPlan.seeded(3).withEpochs(12, 12).inBatchesOf(4, 0.003);

    @Test
    void theLossOfHeldOutCasesFalls() {
        List<TrainingEpoch> epochs = train(PLAN).epochs();
        assertTrue(epochs.get(epochs.size() - 1).holdOutLoss() < 0.7 * epochs.get(0).holdOutLoss(), epochs.toString());
        assertTrue(epochs.get(epochs.size() - 1).trainingLoss() < 0.7 * epochs.get(0).trainingLoss(), epochs.toString());
    }

    @Test
    void trainingAndHoldOutLossAreInOneUnit() {
        List<TrainingEpoch> epochs = train(PLAN).epochs();
        TrainingEpoch last = epochs.get(epochs.size() - 1);
        assertEquals(1, last.trainingLoss() / last.holdOutLoss(), 0.5, last.toString());
    }

    @Test
    void theListenerIsToldEveryEpoch() {
        List<TrainingEpoch> told = new ArrayList<>();
        TrainedEncoder encoder = AutoencoderTraining.of(PLAN.withEpochs(3, 3)).train(TrainingCohort.blobs(6), told::add);
        assertEquals(encoder.epochs(), told);
        assertEquals(3, told.size());
    }

    @Test
    void whatAListenerThrowsEndsTheTraining() {
        TrainingListener stops = epoch -> {
            throw new IllegalStateException("enough in epoch " + epoch.number());
        };
        assertEquals("enough in epoch 1", assertThrows(IllegalStateException.class,
                () -> AutoencoderTraining.of(PLAN).train(TrainingCohort.blobs(6), stops)).getMessage());
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        TrainingPlan other = TrainingPlan.seeded(4).withEpochs(12, 12).inBatchesOf(4, 0.003);
        assertNotEquals(train(PLAN).weightsSha256(), train(other).weightsSha256());
    }

    @Test
    void theWeightsAreThoseOfTheBestEpoch() {
        TrainedEncoder longer = AutoencoderTraining.of(PLAN.inBatchesOf(4, 0.03).withEpochs(30, 4))
                .train(TrainingCohort.blobs(10), TrainingListener.silent());
        int best = longer.epochs().stream().filter(TrainingEpoch::best).mapToInt(TrainingEpoch::number).max().orElseThrow();
        assertTrue(best < longer.epochs().size(), "the last epoch must not be the best: " + longer.epochs());
        TrainedEncoder stopped = AutoencoderTraining.of(PLAN.inBatchesOf(4, 0.03).withEpochs(best, 30))
                .train(TrainingCohort.blobs(10), TrainingListener.silent());
        assertEquals(stopped.weightsSha256(), longer.weightsSha256());
    }

    @Test
    void trainingStopsWhenThePatienceIsOver() {
        List<TrainingEpoch> epochs = AutoencoderTraining.of(PLAN.inBatchesOf(4, 0.03).withEpochs(200, 3))
                .train(TrainingCohort.blobs(6), TrainingListener.silent()).epochs();
        assertTrue(epochs.size() < 200, "epochs: " + epochs.size());
        assertEquals(List.of(true, false, false, false),
                epochs.subList(epochs.size() - 4, epochs.size()).stream().map(TrainingEpoch::best).toList());
    }

    @Test
    void outcomesAreNotLookedAt() {
        List<TrainingCase> cases = TrainingCohort.blobs(8);
        List<TrainingCase> told = cases.stream().map(c -> c.withOutcome(c.id().endsWith("3"))).toList();
        AutoencoderTraining training = AutoencoderTraining.of(PLAN.withEpochs(2, 2));
        assertEquals(training.train(cases, TrainingListener.silent()).weightsSha256(),
                training.train(told, TrainingListener.silent()).weightsSha256());
    }

    @Test
    void theEncoderIsTheFirstPartOfTheTrainedNetwork() {
        ConvolutionChain chain = ConvolutionChain.halving(2, List.of(4, 6), "bottleneck");
        Reconstruction objective = new Reconstruction(chain);
        TrainingExamples none = new TrainingExamples(List.of(), List.of());
        float[] all = objective.initialWeights(new Random(1));
        float[] images = images(2);
        ComputationGraph whole = new TrainingRun(objective, PLAN, none, 16).graph(all);
        TrainedEncoder encoder = new TrainedEncoder("cut", chain,
                new TrainingRun.Result(Arrays.copyOf(all, chain.parameters()), List.of()), new TreeMap<>(), List.of());
        for (String layer : encoder.layers()) {
            INDArray expected = whole.feedForward(Nd4j.createFromArray(images).reshape(2, 1, 16, 16), false).get(layer);
            assertEqualTo(expected, encoder.activations(images, 2, 16, layer), 0);
        }
    }

    @Test
    void aSavedEncoderIsADl4jZipOfTheSameNetwork(@TempDir Path folder) throws IOException {
        TrainedEncoder encoder = train(PLAN.withEpochs(2, 2));
        Path file = folder.resolve("encoder.zip");
        encoder.save(file);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile(), false);
        float[] images = images(1);
        assertEqualTo(restored.outputSingle(Nd4j.createFromArray(images).reshape(1, 1, 16, 16)),
                encoder.activations(images, 1, 16, "bottleneck"), 0);
    }

    @Test
    void featuresAreTakenFromPatchesCutAsInTraining() {
        TrainedEncoder encoder = train(PLAN.withEpochs(2, 2));
        SyntheticCase one = SyntheticCase.of(new GridSize(24, 22, 4), 1);
        double[] features = TrainingCohort.CUTTING.extractor(encoder).extract(one.image(), one.mask()).values();
        float[] pixels = new float[256];
        TrainingCohort.CUTTING.cut(one.image(), one.mask()).copy(0, pixels, 0);
        Activations maps = encoder.activations(pixels, 1, 16, "bottleneck");
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += maps.value(0, 0, i / 2, i % 2);
        }
        assertEquals(3 * 32, features.length);
        assertEquals(sum / 4, features[0], 1e-12);
    }

    @Test
    void theRandomNumbersOfOtherNd4jUsersAreLeftAlone() {
        Nd4j.getRandom().setSeed(99);
        float expected = Nd4j.getRandom().nextFloat();
        Nd4j.getRandom().setSeed(99);
        train(PLAN.withEpochs(1, 1));
        assertEquals(expected, Nd4j.getRandom().nextFloat());
    }

    @Test
    void whoWasTrainedOnIsKnownAndRefused() {
        TrainedEncoder encoder = train(PLAN.withEpochs(1, 1));
        assertEquals(new TreeSet<>(TrainingCohort.blobs(10).stream().map(TrainingCase::id).toList()), encoder.trainedOn());
        encoder.requireUnseen(List.of("case10", "case11"));
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> encoder.requireUnseen(List.of("case11", "case2")));
        assertEquals(Problem.TABLE_INVALID, error.problem());
        assertTrue(error.getMessage().contains("was trained on 1 of these cases (case2)"), error.getMessage());
    }

    @Test
    void aLossThatLeavesTheFiniteNumbersIsRefused() {
        AutoencoderTraining wild = AutoencoderTraining.of(PLAN.inBatchesOf(1, 1e12));
        InvalidInputException error = assertThrows(InvalidInputException.class,
                () -> wild.train(TrainingCohort.blobs(6), TrainingListener.silent()));
        assertEquals(Problem.NONFINITE_VALUES, error.problem());
        assertTrue(error.getMessage().contains("lower the learning rate"), error.getMessage());
    }

    @Test
    void patchesThatCannotBeHalvedAreRefused() {
        PatchCutting odd = new PatchCutting(TrainingCohort.CUTTING.sampling(), TrainingCohort.CUTTING.normalisation(), 12);
        List<TrainingCase> cases = List.of(TrainingCase.of("a", Patches.of(odd, 1, new float[144])));
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> AutoencoderTraining.of(PLAN).train(cases, TrainingListener.silent()));
        assertTrue(error.getMessage().contains("a multiple of 8 pixels along an edge, was 12"), error.getMessage());
    }

    @Test
    void patchesCutInTwoWaysAreRefused() {
        PatchCutting other = new PatchCutting(RegionSampling.largestSlice(0), TrainingCohort.CUTTING.normalisation(), 16);
        List<TrainingCase> cases = new ArrayList<>(TrainingCohort.blobs(3));
        cases.add(TrainingCase.of("other", Patches.of(other, 1, new float[256])));
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> AutoencoderTraining.of(PLAN).train(cases, TrainingListener.silent()));
        assertTrue(error.getMessage().contains("those of case \"other\" are \"largest slice, margin 0.0 mm"), error.getMessage());
    }

    @Test
    void architecturesWithoutConvolutionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AutoencoderTraining(List.of(), PLAN));
        assertThrows(IllegalArgumentException.class, () -> new AutoencoderTraining(List.of(8, 0), PLAN));
    }

    private static TrainedEncoder train(TrainingPlan plan) {
        return AutoencoderTraining.of(plan).train(TrainingCohort.blobs(10), TrainingListener.silent());
    }

    private static float[] images(int count) {
        Random random = new Random(8);
        float[] images = new float[count * 256];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return images;
    }

    private static void assertEqualTo(INDArray expected, Activations found, float tolerance) {
        int maps = found.channels() * found.height() * found.width();
        float[] values = new float[found.images() * maps];
        for (int i = 0; i < values.length; i++) {
            int position = i % (found.height() * found.width());
            values[i] = found.value(i / maps, i % maps / (found.height() * found.width()), position / found.width(),
                    position % found.width());
        }
        assertArrayEquals(expected.dup('c').data().asFloat(), values, tolerance);
    }
}
