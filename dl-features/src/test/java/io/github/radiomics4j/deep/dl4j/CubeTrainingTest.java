package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.Activations;
import io.github.radiomics4j.deep.CubeSampling;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.SyntheticCase;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingEpoch;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.Convolution.NonLinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class CubeTrainingTest {
    private static final int SIZE = CubeCohort.SIZE;
    private static final TrainingPlan PLAN = TrainingPlan.seeded(3).withEpochs(12, 12).inBatchesOf(4, 0.003);
    private static final TrainingExamples NO_EXAMPLES = new TrainingExamples(List.of(), List.of());

    @Test
    void theAutoencodersLossOfHeldOutCasesFalls() {
        List<TrainingEpoch> epochs = AutoencoderTraining.ofCubes(PLAN).train(CubeCohort.blobs(10), TrainingListener.silent()).epochs();
        TrainingEpoch last = epochs.get(epochs.size() - 1);
        assertTrue(last.holdOutLoss() < 0.7 * epochs.get(0).holdOutLoss(), epochs.toString());
        assertEquals(1, last.trainingLoss() / last.holdOutLoss(), 0.5, "both losses are in one unit: " + last);
    }

    @Test
    void whatTellsTheOutcomesApartIsLearnedForOtherCasesToo() {
        TrainingPlan plan = TrainingPlan.seeded(2).withEpochs(30, 30).inBatchesOf(8, 0.005);
        TrainedEncoder encoder = ClassifierTraining.ofCubes(plan).train(CubeCohort.stripes(24, 1), TrainingListener.silent());
        List<TrainingCase> others = CubeCohort.stripes(20, 2);
        Activations maps = encoder.activations(pixels(others), others.size(), SIZE, "conv3");
        double best = 0;
        for (int channel = 0; channel < maps.channels(); channel++) {
            best = Math.max(best, separation(maps, channel));
        }
        assertEquals(1, best, "of the channels, at least one ranks every positive case on one side of every negative one");
    }

    @Test
    void everyLayerAgreesWithAPlainConvolutionOfTheDocumentedWeights() {
        ConvolutionChain chain = ConvolutionChain.halving(3, List.of(3, 4), "bottleneck");
        float[] weights = new Reconstruction(chain).initialWeights(new Random(9));
        for (int i = 0; i < 3; i++) {
            weights[i] = 0.1f * (i + 1);
        }
        FrozenChain frozen = new FrozenChain(chain, Arrays.copyOf(weights, chain.parameters()));
        float[] image = noise(6 * 6 * 6);
        double[][] first = convolved(new double[][] {doubles(image)}, 6, weights, 0, 3);
        assertAgree(first, 3, frozen.activations(image, 1, 6, "conv1"));
        // 3 voxels along an edge, stride 2: 2 voxels
        assertAgree(convolved(first, 3, weights, 3 + 3 * 27, 4), 2, frozen.activations(image, 1, 6, "bottleneck"));
    }

    /** Its gradient would depend on the number of native threads. */
    @Test
    void aConvolutionOfCubesToOneChannelHasNoBias() {
        Convolution one = Convolution.of(3, "one", 4, 1, 2, NonLinearity.NONE);
        assertEquals(4 * 27, one.parameters());
        assertTrue(one.label(3).contains("no bias"), one.label(3));
        FrozenChain frozen = new FrozenChain(ConvolutionChain.halving(3, List.of(1), "one"), noise(27));
        assertAgree(convolved(new double[][] {doubles(noise(64))}, 4, withoutBias(noise(27)), 0, 1), 2,
                frozen.activations(noise(64), 1, 4, "one"));
    }

    private static float[] withoutBias(float[] kernel) {
        float[] weights = new float[28];
        System.arraycopy(kernel, 0, weights, 1, 27);
        return weights;
    }

    @Test
    void theLossesOfTheHeldOutAreThoseThatAreTrained() {
        ConvolutionChain chain = ConvolutionChain.halving(3, List.of(2, 3), "last");
        INDArray images = Nd4j.createFromArray(pixels(CubeCohort.stripes(3, 1))).reshape(3, 1, SIZE, SIZE, SIZE);
        float[] pixels = images.dup('c').data().asFloat();
        for (TrainingObjective objective : List.of(new Reconstruction(chain), new Classification(chain, new WeightedCrossEntropy(0.7f, 1.9f)))) {
            ComputationGraph graph = new TrainingRun(objective, PLAN, NO_EXAMPLES, SIZE).graph(objective.initialWeights(new Random(3)));
            float[] targets = objective.targets(pixels, new boolean[] {false, true, true});
            double score = graph.score(new DataSet(images, Nd4j.createFromArray(targets).reshape(objective.targetShape(3, SIZE))), false);
            double loss = objective.loss(graph.outputSingle(images).dup('c').data().asFloat(), targets, 3) / 3;
            assertEquals(objective.lossOfScore(score, SIZE), loss, 1e-5 * loss, objective.toString());
        }
    }

    @Test
    void featuresAreTakenFromCubesCutAsInTraining() {
        TrainedEncoder encoder = AutoencoderTraining.ofCubes(PLAN.withEpochs(1, 1)).train(CubeCohort.blobs(4), TrainingListener.silent());
        SyntheticCase one = SyntheticCase.of(new GridSize(20, 18, 6), 1);
        DeepFeatureExtractor extractor = CubeCohort.CUTTING.extractor(encoder).atLayer("conv2");
        FeatureVector features = extractor.extract(one.image(), one.mask());
        float[] cube = new float[SIZE * SIZE * SIZE];
        CubeCohort.CUTTING.cut(one.image(), one.mask()).copy(0, cube, 0);
        Activations maps = encoder.activations(cube, 1, SIZE, "conv2");
        double sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += maps.value(0, 1, i / 4, i / 2 % 2, i % 2);
        }
        assertEquals("deep_autoencoder3d.deep_conv2.channel_001_mean", features.keys().get(3).columnName());
        assertEquals(sum / 8, features.values()[3], 1e-12);
        assertEquals(3 * 16, features.size());
        assertEquals("8 × 8 × 8 pixels, linear, tent of a pixel's width where larger than a voxel",
                extractor.provenance().settings().get("deep_autoencoder3d.conv2.resized_to"));
    }

    @Test
    void anExtractorOfAnEncoderOfCubesCutsACube() {
        TrainedEncoder encoder = AutoencoderTraining.ofCubes(PLAN.withEpochs(1, 1)).train(CubeCohort.blobs(4), TrainingListener.silent());
        assertEquals(3, encoder.dimensions());
        DeepFeatureExtractor extractor = DeepFeatureExtractor.of(encoder);
        assertEquals(CubeSampling.of(0), extractor.cutting().sampling());
        assertEquals(32, extractor.cutting().size());
        assertThrows(IllegalArgumentException.class, () -> extractor.sampling(RegionSampling.largestSlice(0)));
        assertThrows(IllegalArgumentException.class, () -> extractor.resizedTo(4));
        assertThrows(IllegalArgumentException.class, () -> extractor.resizedTo(513));
        assertThrows(IllegalArgumentException.class, () -> encoder.activations(new float[64], 1, SIZE, "conv2"));
    }

    @Test
    void patchesOfOtherDimensionsAreRefused() {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
                () -> AutoencoderTraining.ofCubes(PLAN).train(TrainingCohort.blobs(4), TrainingListener.silent()));
        assertTrue(error.getMessage().startsWith("patches for this network must have 3 dimensions, were cut as largest slice"),
                error.getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> ClassifierTraining.of(PLAN).train(CubeCohort.stripes(8, 1), TrainingListener.silent()));
        assertThrows(IllegalArgumentException.class, () -> new AutoencoderTraining(4, List.of(8), PLAN));
    }

    private static float[] pixels(List<TrainingCase> cases) {
        int volume = SIZE * SIZE * SIZE;
        float[] pixels = new float[cases.size() * volume];
        for (int i = 0; i < cases.size(); i++) {
            cases.get(i).patches().copy(0, pixels, i * volume);
        }
        return pixels;
    }

    /** The AUC of a channel's only position, or of its negative where that is better. */
    private static double separation(Activations maps, int channel) {
        int above = 0;
        int pairs = 0;
        for (int p = 1; p < maps.images(); p += 2) {
            for (int n = 0; n < maps.images(); n += 2) {
                pairs++;
                above += maps.value(p, channel, 0, 0, 0) > maps.value(n, channel, 0, 0, 0) ? 1 : 0;
            }
        }
        return Math.max(above, pairs - above) / (double) pairs;
    }

    private static float[] noise(int length) {
        Random random = new Random(8);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** Stride 2, zero padding 1, leaky ReLU; weights from {@code at}: biases, then kernels by output, input, slice, row, column. */
    private static double[][] convolved(double[][] in, int size, float[] weights, int at, int outputs) {
        int half = (size - 1) / 2 + 1;
        double[][] out = new double[outputs][half * half * half];
        for (int o = 0; o < outputs; o++) {
            for (int position = 0; position < out[o].length; position++) {
                double sum = weights[at + o];
                for (int i = 0; i < in.length; i++) {
                    for (int k = 0; k < 27; k++) {
                        int z = 2 * (position / half / half) + k / 9 - 1;
                        int y = 2 * (position / half % half) + k / 3 % 3 - 1;
                        int x = 2 * (position % half) + k % 3 - 1;
                        if (Math.min(z, Math.min(y, x)) >= 0 && Math.max(z, Math.max(y, x)) < size) {
                            sum += weights[at + outputs + (o * in.length + i) * 27 + k] * in[i][x + size * (y + size * z)];
                        }
                    }
                }
                out[o][position] = sum > 0 ? sum : 0.01 * sum;
            }
        }
        return out;
    }

    private static void assertAgree(double[][] expected, int size, Activations found) {
        assertEquals(expected.length, found.channels());
        for (int c = 0; c < expected.length; c++) {
            double[] map = new double[size * size * size];
            for (int i = 0; i < map.length; i++) {
                map[i] = found.value(0, c, i / size / size, i / size % size, i % size);
            }
            assertArrayEquals(expected[c], map, 1e-5);
        }
    }
}
