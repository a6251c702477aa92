package io.github.radiomics4j.core.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void percentilesFollowTheLinearRuleOfNumpy() {
        // numpy.percentile([3, 1, 4, 1, 5, 9, 2, 6], [10, 50, 75, 90])
        Sample sample = Sample.of(new double[] {3, 1, 4, 1, 5, 9, 2, 6});
        assertEquals(1, sample.percentile(0.1), 1e-15);
        assertEquals(3.5, sample.median());
        assertEquals(5.25, sample.percentile(0.75));
        assertEquals(6.9, sample.percentile(0.9), 1e-14);
    }

    @Test
    void varianceKeepsItsDigitsFarFromZero() {
        assertEquals(2.0 / 3, Sample.of(new double[] {1e9, 1e9 + 1, 1e9 + 2}).variance(), 1e-12);
        assertEquals(0.125 * 2 / 3, Sample.of(new double[] {1e6, 1e6 + 0.25, 1e6 + 0.5}).variance() * 2, 1e-9);
    }

    @Test
    void infiniteNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Sample.of(new double[] {1, Double.POSITIVE_INFINITY}));
    }

    @Property(tries = 100)
    void countedAndSortedSamplesAgree(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] whole = random.ints(1 + random.nextInt(50), -20, 20).asDoubleStream().toArray();
        double[] halved = Arrays.stream(whole).map(v -> v / 2).toArray();
        Sample counted = Sample.of(whole);
        Sample sorted = Sample.of(halved);
        assertEquals(counted.mean(), 2 * sorted.mean(), 1e-12);
        assertEquals(counted.variance(), 4 * sorted.variance(), 1e-10);
        assertEquals(counted.percentile(0.9), 2 * sorted.percentile(0.9), 1e-12);
        assertEquals(counted.robustMeanAbsoluteDeviation(), 2 * sorted.robustMeanAbsoluteDeviation(), 1e-12);
        assertEquals(counted.excessKurtosis(), sorted.excessKurtosis(), 1e-9);
    }
}
