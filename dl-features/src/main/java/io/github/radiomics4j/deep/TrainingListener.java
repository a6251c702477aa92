package io.github.radiomics4j.deep;

/** Is told how a training goes. Called in the thread that trains; what it throws ends the training and reaches the caller. */
@FunctionalInterface
public interface TrainingListener {

    /**
     * An epoch is over.
     *
     * @param epoch its number and losses
     */
    void epochEnded(TrainingEpoch epoch);

    /**
     * Nobody wants to know.
     *
     * @return a listener that does nothing
     */
    static TrainingListener silent() {
        return epoch -> { };
    }
}
