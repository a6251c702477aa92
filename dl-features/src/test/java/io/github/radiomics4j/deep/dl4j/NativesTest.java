package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class NativesTest {
    @Test
    void nativesOfThisHostAreOnTheClassPath() {
        try (var row = Nd4j.createFromArray(1f, 2f, 3.5f)) {
            assertEquals(6.5f, row.sumNumber().floatValue());
        }
    }
}
