package io.github.radiomics4j.core.numeric;

import java.util.Arrays;

/**
 * Room for a sample that is made again and again, for loops over voxels that must not allocate. It holds one sample at a time, and one
 * thread uses it.
 */
public final class SampleBuffer {
    private final double[] numbers;
    private final Sample sample;
    private int length;

    /**
     * Room for a number of numbers.
     *
     * @param most the largest sample
     */
    public SampleBuffer(int most) {
        this.numbers = new double[most];
        this.sample = new Sample(most);
    }

    /** Forgets all numbers. */
    public void clear() {
        length = 0;
    }

    /**
     * Adds a number.
     *
     * @param number finite
     */
    public void add(double number) {
        numbers[length++] = number;
    }

    /**
     * The numbers since the last {@link #clear()}, as a sample; to the bit what {@link Sample#of} makes of them.
     *
     * @return the sample, good until the next call
     * @throws IllegalStateException where there is no number
     */
    public Sample sample() {
        if (length == 0) {
            throw new IllegalStateException("a sample needs at least one number");
        }
        Arrays.sort(numbers, 0, length);
        sample.fill(numbers, length);
        return sample;
    }
}
