package io.github.radiomics4j.radscore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StandardDeviationTest {
    @Test
    void theTwoConventionsDifferInTheirDivisor() {
        double[] values = {2, 4, 4, 4, 5, 5, 7, 9}; // squared deviations sum to 32
        assertEquals(2, StandardDeviation.POPULATION.of(values), 1e-15);
        assertEquals(Math.sqrt(32.0 / 7), StandardDeviation.SAMPLE.of(values), 1e-15);
    }

    @Test
    void aConstantWhoseMeanRoundsHasNoSpread() {
        double[] values = new double[7];
        Arrays.fill(values, 0.1);
        assertEquals(0, StandardDeviation.SAMPLE.of(values));
        assertThrows(IllegalArgumentException.class, () -> ZScore.fit(values, StandardDeviation.SAMPLE));
    }

    @Test
    void oneValueHasNoSampleDeviation() {
        assertThrows(IllegalArgumentException.class, () -> StandardDeviation.SAMPLE.of(new double[] {1}));
        assertEquals(0, StandardDeviation.POPULATION.of(new double[] {1}));
    }

    @Test
    void hugeAndTinyValuesKeepTheirDeviation() {
        assertEquals(1e200, StandardDeviation.POPULATION.of(new double[] {1e200, 3e200}), 1e186);
        assertEquals(1e-200, StandardDeviation.POPULATION.of(new double[] {1e-200, 3e-200}), 1e-214);
    }

    @Provide
    Arbitrary<double[]> columns() {
        return Arbitraries.doubles().between(-1000, 1000).array(double[].class).ofMinSize(3).ofMaxSize(30);
    }

    @Property(tries = 200)
    void trainingRowsHaveMeanZeroAndDeviationOne(@ForAll("columns") double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Assume.that(sorted[sorted.length - 1] - sorted[0] >= 1e-3);
        for (StandardDeviation convention : StandardDeviation.values()) {
            double[] z = ZScore.fit(values, convention).of(values);
            assertEquals(0, StandardDeviation.mean(z), 1e-9);
            assertEquals(1, convention.of(z), 1e-9);
            assertTrue(Double.isFinite(z[0]));
        }
    }
}
