package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.EncoderTraining;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.dl4j.TrainedEncoder;
import java.util.List;

/**
 * What a training file says.
 *
 * @param kind the word in the file
 * @param cutting how regions become the images to learn from
 * @param recipe the training, which knows its settings
 * @param work the same, as the one that leaves an encoder to be written
 */
record CohortTraining(String kind, PatchCutting cutting, EncoderTraining recipe, Work work) {

    /** Trains. */
    @FunctionalInterface
    interface Work {
        /**
         * Trains an encoder from the start.
         *
         * @param cases what it learns from
         * @param listener is told of every epoch
         * @return the encoder
         * @throws IllegalArgumentException where the cases do not suffice, or sizes do not fit
         */
        TrainedEncoder train(List<TrainingCase> cases, TrainingListener listener);
    }
}
