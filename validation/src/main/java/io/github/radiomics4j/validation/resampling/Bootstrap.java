package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;
import java.util.SplittableRandom;

/**
 * The ordinary bootstrap: in each sample as many rows as there are cases, drawn with replacement, all with the same probability. A
 * sample that lacks one of the classes cannot be trained on and is drawn again; samples are not stratified, since the number of
 * events varies in the population too.
 *
 * @param samples the number of samples, at least 1; 200 and more for an estimate
 * @param seed the same seed gives the same samples
 */
public record Bootstrap(int samples, long seed) implements BootstrapSampling {

    /**
     * Checks the number.
     *
     * @param samples the number of samples, at least 1; 200 and more for an estimate
     * @param seed the same seed gives the same samples
     */
    public Bootstrap {
        Requirements.requireSamples(samples, "the bootstrap");
    }

    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requirePerClass(outcome, 1, "the bootstrap", "no sample can have both classes");
        return samples;
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, count(outcome));
        SplittableRandom random = SeededRows.generator(seed, number);
        int[] drawn;
        do {
            drawn = SeededRows.withReplacement(outcome.size(), random);
        } while (Requirements.lackAClass(drawn, outcome));
        return Resample.ofDrawn(number, drawn, outcome.size());
    }
}
