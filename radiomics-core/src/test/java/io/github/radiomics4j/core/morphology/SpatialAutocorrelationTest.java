package io.github.radiomics4j.core.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.IntensityGrid;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpatialAutocorrelationTest {
    private static final VoxelSpacing SPACING = VoxelSpacing.mm(0.7, 1.1, 2.5);

    private static IntensityGrid random(long seed, int largest) {
        SplittableRandom random = new SplittableRandom(seed);
        GridSize size = new GridSize(1 + random.nextInt(largest), 1 + random.nextInt(largest), 2 + random.nextInt(largest));
        int n = (int) size.voxels();
        byte[] inside = new byte[n];
        for (int i = 0; i < n; i++) {
            inside[i] = (byte) (random.nextInt(3) > 0 ? 1 : 0);
        }
        inside[0] = 1;
        inside[n - 1] = 1;
        double[] box = random.doubles(n, -1000, 400).toArray();
        return IntensityGrid.of(box, BitGrid.of(size, inside));
    }

    @Property(tries = 60)
    void transformGivesTheSumOverAllPairs(@ForAll long seed) {
        IntensityGrid grid = random(seed, 20);
        SpatialAutocorrelation pairs = SpatialAutocorrelation.bySumOverPairs(grid, SPACING);
        SpatialAutocorrelation transformed = SpatialAutocorrelation.byTransform(grid, SPACING);
        assertEquals(pairs.moransI(), transformed.moransI(), 1e-10);
        assertEquals(pairs.gearysC(), transformed.gearysC(), 1e-10);
    }

    @Property(tries = 20)
    void repeatedTransformGivesTheSameBits(@ForAll long seed) {
        IntensityGrid grid = random(seed, 20);
        assertEquals(SpatialAutocorrelation.byTransform(grid, SPACING), SpatialAutocorrelation.byTransform(grid, SPACING));
    }

    @Property(tries = 30)
    void neitherMeasureNoticesTheIntensityScale(@ForAll long seed) {
        IntensityGrid grid = random(seed, 6);
        double[] mapped = new double[(int) grid.size().voxels()];
        Arrays.setAll(mapped, i -> 1e6 + 3 * grid.at(i));
        SpatialAutocorrelation before = SpatialAutocorrelation.of(grid, SPACING);
        SpatialAutocorrelation after = SpatialAutocorrelation.of(IntensityGrid.of(mapped, grid.mask()), SPACING);
        assertEquals(before.moransI(), after.moransI(), 1e-9);
        assertEquals(before.gearysC(), after.gearysC(), 1e-9);
    }

    @Test
    void twoVoxelsAreAsUnlikeAsCanBe() {
        IntensityGrid two = IntensityGrid.of(new double[] {3, 8}, BitGrid.of(new GridSize(2, 1, 1), new byte[] {1, 1}));
        SpatialAutocorrelation measures = SpatialAutocorrelation.of(two, SPACING);
        assertEquals(-1, measures.moransI(), 1e-15);
        assertEquals(1, measures.gearysC(), 1e-15);
    }

    @Test
    void oneIntensityHasNoAutocorrelationByEitherWay() {
        double[] flat = new double[8];
        Arrays.fill(flat, 0.1);
        byte[] all = new byte[8];
        Arrays.fill(all, (byte) 1);
        IntensityGrid grid = IntensityGrid.of(flat, BitGrid.of(new GridSize(2, 2, 2), all));
        for (SpatialAutocorrelation m : new SpatialAutocorrelation[] {SpatialAutocorrelation.bySumOverPairs(grid, SPACING),
            SpatialAutocorrelation.byTransform(grid, SPACING)}) {
            assertTrue(Double.isNaN(m.moransI()) && Double.isNaN(m.gearysC()), m.toString());
        }
    }
}
