package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpatialPoolingTest {
    private static final float[] VALUES = {100, 2, 4, 4, 4, 5, 5, 7, 9, 100};

    @Test
    void statisticsAreThoseOfTheGivenStretch() {
        assertEquals(5, SpatialPooling.MEAN.over(VALUES, 1, 8));
        assertEquals(9, SpatialPooling.MAXIMUM.over(VALUES, 1, 8));
        assertEquals(2, SpatialPooling.STANDARD_DEVIATION.over(VALUES, 1, 8));
    }

    @Test
    void aMapOfOnePositionHasNoDeviation() {
        assertEquals(0, SpatialPooling.STANDARD_DEVIATION.over(VALUES, 3, 1));
    }
}
