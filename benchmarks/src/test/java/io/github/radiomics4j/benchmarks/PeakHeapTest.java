package io.github.radiomics4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PeakHeapTest {

    @Test
    void bisectionFindsTheSmallestNumberThatIsEnough() {
        for (int enough = 1; enough <= 20; enough++) {
            int least = enough;
            assertEquals(enough, PeakHeap.smallest(1, 20, mib -> mib >= least));
        }
    }

    @Test
    void aLargestNumberThatIsNotEnoughIsAnError() {
        assertThrows(IllegalStateException.class, () -> PeakHeap.smallest(1, 20, mib -> false));
    }

    @Test
    void whatTheCallerHoldsIsTakenOff() {
        assertEquals("smallest heap 95 MiB, of which image and mask 24.0 MiB: 71.0 MiB (74.4 MB) beyond them",
                PeakHeap.report(95, SynthVolume.SIZE.voxels()));
    }
}
