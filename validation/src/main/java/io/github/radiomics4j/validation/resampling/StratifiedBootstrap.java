package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.SeededRows;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The stratified bootstrap: positive and negative cases are drawn with replacement each from their own class, as many as there are. It
 * belongs to studies that fixed the number of events, such as case-control studies; where cases came as they came, {@link Bootstrap}
 * shows the larger spread that they have.
 *
 * @param samples the number of samples, at least 1; 200 and more for an estimate
 * @param seed the same seed gives the same samples
 */
public record StratifiedBootstrap(int samples, long seed) implements BootstrapSampling {

    /**
     * Checks the number.
     *
     * @param samples the number of samples, at least 1; 200 and more for an estimate
     * @param seed the same seed gives the same samples
     */
    public StratifiedBootstrap {
        if (samples < 1) {
            throw new IllegalArgumentException("the bootstrap needs at least 1 sample, was " + samples);
        }
    }

    @Override
    public int count(BinaryOutcome outcome) {
        Requirements.requirePerClass(outcome, 1, "the stratified bootstrap", "no sample can have both classes");
        return samples;
    }

    @Override
    public Resample resample(int number, BinaryOutcome outcome) {
        Requirements.requireNumber(number, count(outcome));
        SplittableRandom random = SeededRows.generator(seed, number);
        int[] drawn = new int[outcome.size()];
        int filled = 0;
        for (boolean positive : new boolean[] {true, false}) {
            int[] stratum = IntStream.range(0, outcome.size()).filter(row -> outcome.isPositive(row) == positive).toArray();
            for (int member : SeededRows.withReplacement(stratum.length, random)) {
                drawn[filled++] = stratum[member];
            }
        }
        return Resample.ofDrawn(number, drawn, outcome.size());
    }
}
