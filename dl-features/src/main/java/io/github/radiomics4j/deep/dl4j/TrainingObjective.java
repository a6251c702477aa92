package io.github.radiomics4j.deep.dl4j;

import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;

/** What a network is trained for: the layers behind the encoder, and the loss. */
interface TrainingObjective {

    /** The part whose weights are kept; its weights come first in the whole network's. */
    ConvolutionChain encoder();

    /** Adds everything behind the encoder and sets the output, for images of one size. */
    void addHead(GraphBuilder builder, String encoded, int size);

    /** All weights of the network at the start, in DL4J's order. */
    float[] initialWeights(Random random);

    /** What the network should put out for a batch. */
    float[] targets(float[] pixels, boolean[] positive);

    /** The shape of {@link #targets}. */
    long[] targetShape(int count, int size);

    /** The sum of the patches' losses, 0 where each output is its target. */
    double loss(float[] outputs, float[] targets, int count);

    /** DL4J's score, a mean over the patches of a batch, in the unit of {@link #loss}. */
    double lossOfScore(double score, int size);
}
