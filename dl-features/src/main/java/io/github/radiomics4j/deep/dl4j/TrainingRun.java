package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.deep.Augmentation;
import io.github.radiomics4j.deep.TrainingEpoch;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.TrainingExamples.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Adam over shuffled, augmented patches, until the held-out patches say stop. */
final class TrainingRun {
    private static final String INPUT = "image";

    private final TrainingObjective objective;
    private final TrainingPlan plan;
    private final TrainingExamples examples;
    private final int size;

    TrainingRun(TrainingObjective objective, TrainingPlan plan, TrainingExamples examples, int size) {
        this.objective = objective;
        this.plan = plan;
        this.examples = examples;
        this.size = size;
    }

    /** What came out: the encoder's weights after the best epoch. */
    record Result(float[] encoderWeights, List<TrainingEpoch> epochs) {
    }

    /** A stream of random numbers for each purpose; the seed is scrambled so that neighbours have nothing in common. */
    static Random random(long seed, String purpose) {
        return new Random(new SplittableRandom(seed).nextLong() + purpose.hashCode());
    }

    Result train(TrainingListener listener) {
        Nd4j.factory().blas().setMaxThreads(1);
        ComputationGraph graph = graph(objective.initialWeights(random(plan.seed(), "weights")));
        try {
            return train(graph, listener);
        } finally {
            close(graph);
        }
    }

    /** Frees what a graph holds. Its own close() collects the whole heap's garbage, too. */
    private static void close(ComputationGraph graph) {
        graph.params().close();
        INDArray gradients = graph.getFlattenedGradients();
        if (gradients != null) {
            gradients.close();
        }
        INDArray momenta = graph.getUpdater(true).getStateViewArray();
        if (momenta != null) {
            momenta.close();
        }
    }

    private Result train(ComputationGraph graph, TrainingListener listener) {
        Random random = random(plan.seed(), "epochs");
        List<Example> order = new ArrayList<>(examples.training());
        List<TrainingEpoch> epochs = new ArrayList<>();
        float[] best = new float[0];
        double lowest = Double.POSITIVE_INFINITY;
        int bestNumber = 0;
        for (int number = 1; number <= plan.epochs() && number - bestNumber <= plan.patience(); number++) {
            Collections.shuffle(order, random);
            double trainingLoss = step(graph, order, random);
            double loss = heldOutLoss(graph);
            if (!Double.isFinite(loss) || !Double.isFinite(trainingLoss)) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "the loss must stay finite, but in epoch " + number
                        + " it was " + trainingLoss + " in training and " + loss + " held out: lower the learning rate ("
                        + plan.learningRate() + ") or normalise the intensities");
            }
            boolean isBest = loss < lowest;
            if (isBest) {
                lowest = loss;
                bestNumber = number;
                best = graph.params().dup('c').data().asFloat();
            }
            TrainingEpoch epoch = new TrainingEpoch(number, plan.epochs(), trainingLoss, loss, isBest);
            epochs.add(epoch);
            listener.epochEnded(epoch);
        }
        return new Result(Arrays.copyOf(best, objective.encoder().parameters()), List.copyOf(epochs));
    }

    ComputationGraph graph(float[] weights) {
        GraphBuilder builder = ConvolutionChain.configuration().updater(new Adam(plan.learningRate())).graphBuilder()
                .addInputs(INPUT);
        objective.addHead(builder, objective.encoder().addTo(builder, INPUT), size);
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init(Nd4j.createFromArray(weights).reshape('c', 1, weights.length), false);
        return graph;
    }

    private double step(ComputationGraph graph, List<Example> order, Random random) {
        double sum = 0;
        for (List<Example> batch : batches(order)) {
            float[] pixels = pixels(batch, plan.augmentation(), random);
            try (INDArray input = Nd4j.createFromArray(pixels); INDArray target = Nd4j.createFromArray(targets(pixels, batch))) {
                graph.fit(new INDArray[] {input.reshape('c', objective.encoder().shape(batch.size(), size))},
                        new INDArray[] {target.reshape('c', objective.targetShape(batch.size(), size))});
                sum += objective.lossOfScore(graph.score(), size) * batch.size();
            }
        }
        return sum / order.size();
    }

    private double heldOutLoss(ComputationGraph graph) {
        double sum = 0;
        for (List<Example> batch : batches(examples.heldOut())) {
            float[] pixels = pixels(batch, Augmentation.none(), new Random(0));
            try (INDArray input = Nd4j.createFromArray(pixels)) {
                INDArray output = graph.outputSingle(false, input.reshape('c', objective.encoder().shape(batch.size(), size)));
                try (INDArray ordered = output.dup('c')) {
                    sum += objective.loss(ordered.data().asFloat(), targets(pixels, batch), batch.size());
                } finally {
                    if (output.closeable()) {
                        output.close();
                    }
                }
            }
        }
        return sum / examples.heldOut().size();
    }

    private List<List<Example>> batches(List<Example> all) {
        List<List<Example>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += plan.batchSize()) {
            batches.add(all.subList(from, Math.min(all.size(), from + plan.batchSize())));
        }
        return batches;
    }

    private float[] pixels(List<Example> batch, Augmentation augmentation, Random random) {
        ConvolutionChain encoder = objective.encoder();
        int volume = encoder.volume(size);
        float[] pixels = new float[Math.multiplyExact(batch.size(), volume)];
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).one().patches().copy(batch.get(i).patch(), pixels, i * volume);
            augmentation.apply(pixels, i * volume, size, encoder.dimensions(), random);
        }
        return pixels;
    }

    private float[] targets(float[] pixels, List<Example> batch) {
        boolean[] positive = new boolean[batch.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = batch.get(i).isPositive();
        }
        return objective.targets(pixels, positive);
    }
}
