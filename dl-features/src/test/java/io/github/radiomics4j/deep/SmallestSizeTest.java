package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SmallestSizeTest {

    @Property
    void theSmallestOfAllSizesFromOneOnIsFound(@ForAll @IntRange(min = 1, max = SmallestSize.LARGEST_TRIED) int smallest) {
        assertEquals(OptionalInt.of(smallest), SmallestSize.find(size -> size >= smallest));
    }

    @Test
    void networksOfMultiplesOnlyGiveTheirFirstMultiple() {
        assertEquals(OptionalInt.of(16), SmallestSize.find(size -> size % 16 == 0));
    }

    @Test
    void networksThatComputeNothingGiveNone() {
        assertEquals(OptionalInt.empty(), SmallestSize.find(size -> size > SmallestSize.LARGEST_TRIED));
    }
}
