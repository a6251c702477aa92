package io.github.radiomics4j.core.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BufferTest {

    @Test
    void aSampleMadeInABufferHasTheBitsOfOneMadeAfresh() {
        SampleBuffer buffer = new SampleBuffer(5);
        for (double[] numbers : new double[][] {{3, 1, 2.5, 1, -7}, {4}, {-0.0, 0.0}, {1e9, 0.1, 0.1, 0.3}}) {
            buffer.clear();
            for (double number : numbers) {
                buffer.add(number);
            }
            Sample made = buffer.sample();
            Sample fresh = Sample.of(numbers);
            assertEquals(fresh.size(), made.size());
            assertEquals(fresh.mean(), made.mean());
            assertEquals(fresh.variance(), made.variance());
            assertEquals(fresh.maximum(), made.maximum());
            assertEquals(fresh.percentile(0.3), made.percentile(0.3));
            assertEquals(fresh.robustMeanAbsoluteDeviation(), made.robustMeanAbsoluteDeviation());
        }
    }

    @Test
    void anEmptyBufferMakesNoSample() {
        assertThrows(IllegalStateException.class, () -> new SampleBuffer(3).sample());
    }

    @Test
    void aDistributionMadeInABufferHasTheBitsOfOneMadeAfresh() {
        DistributionBuffer buffer = new DistributionBuffer(6);
        for (int[] counts : new int[][] {{0, 3, 0, 7, 1, 0}, {0, 0, 0, 0, 2, 0}, {1, 1, 1, 1, 1, 1}}) {
            long[] wide = new long[counts.length];
            int total = 0;
            for (int k = 0; k < counts.length; k++) {
                wide[k] = counts[k];
                total += counts[k];
            }
            buffer.fill(counts, 0, 5, total);
            Distribution made = buffer.distribution();
            Distribution fresh = Distribution.ofCounts(0, wide);
            assertEquals(fresh.mean(), made.mean());
            assertEquals(fresh.centralMoment(3), made.centralMoment(3));
            assertEquals(fresh.entropy(), made.entropy());
            assertEquals(fresh.energy(), made.energy());
        }
    }
}
