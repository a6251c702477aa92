package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class WeightedCrossEntropyTest {
    private static final IActivation NONE = new ActivationIdentity();

    @Test
    void lossAndGradientAreThoseOfDl4jsWeightedCrossEntropyBehindASoftmax() {
        float[][] scores = {{0.3f, -1.2f}, {2.5f, 2.4f}, {-4, 5}, {0, 0}, {1.5f, 7}};
        INDArray labels = Nd4j.createFromArray(new float[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}, {0, 1}});
        ILossFunction theirs = new LossMCXENT(Nd4j.createFromArray(0.7f, 1.9f));
        WeightedCrossEntropy ours = new WeightedCrossEntropy(0.7f, 1.9f);
        double expected = theirs.computeScore(labels, Nd4j.createFromArray(scores), new ActivationSoftmax(), null, true);
        assertEquals(expected, ours.computeScore(labels, Nd4j.createFromArray(scores), NONE, null, true), 1e-6 * expected);
        assertArrayEquals(
                theirs.computeGradient(labels, Nd4j.createFromArray(scores), new ActivationSoftmax(), null).dup('c').data().asFloat(),
                ours.computeGradient(labels, Nd4j.createFromArray(scores), NONE, null).dup('c').data().asFloat(), 1e-6f);
        assertArrayEquals(
                theirs.computeScoreArray(labels, Nd4j.createFromArray(scores), new ActivationSoftmax(), null).dup('c').data().asFloat(),
                ours.computeScoreArray(labels, Nd4j.createFromArray(scores), NONE, null).dup('c').data().asFloat(), 1e-5f);
    }
}
