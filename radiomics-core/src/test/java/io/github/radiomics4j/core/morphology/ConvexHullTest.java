package io.github.radiomics4j.core.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConvexHullTest {
    private static final VoxelSpacing SPACING = VoxelSpacing.mm(0.9, 1.1, 3);

    private static long beyond(int[] t, int at, int[] p, int k) {
        long bx = t[at + 3] - t[at];
        long by = t[at + 4] - t[at + 1];
        long bz = t[at + 5] - t[at + 2];
        long cx = t[at + 6] - t[at];
        long cy = t[at + 7] - t[at + 1];
        long cz = t[at + 8] - t[at + 2];
        return (p[k] - t[at]) * (by * cz - bz * cy) + (p[k + 1] - t[at + 1]) * (bz * cx - bx * cz)
                + (p[k + 2] - t[at + 2]) * (bx * cy - by * cx);
    }

    @Property(tries = 300)
    void noVertexOfTheMeshLiesBeyondAFaceOfTheHull(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        int[] mesh = RandomMask.mesh(mask);
        int[] faces = ConvexHull.of(mask).triangles();
        for (int f = 0; f < faces.length; f += 9) {
            for (int v = 0; v < mesh.length; v += 3) {
                assertTrue(beyond(faces, f, mesh, v) <= 0);
            }
        }
    }

    @Property(tries = 200)
    void hullOfCandidatesIsTheHullOfAllVerticesOfTheMesh(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        Solid all = ConvexHull.of(RandomMask.mesh(mask)).solid(SPACING);
        Solid hull = ConvexHull.of(mask).solid(SPACING);
        assertEquals(all.volume(), hull.volume());
        assertEquals(all.area(), hull.area(), 1e-12 * hull.area());
    }

    @Property(tries = 300)
    void hullIsAtLeastAsLargeAsTheMesh(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        Solid mesh = MarchingCubes.mesh(MarchingCubes.count(mask), VoxelSpacing.isotropic(1));
        assertTrue(ConvexHull.of(mask).solid(VoxelSpacing.isotropic(1)).volume() >= mesh.volume() * (1 - 1e-15));
    }

    @Property(tries = 200)
    void diameterIsTheLargestDistanceOfAnyTwoVerticesOfTheMesh(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        assertEquals(Morphology.diameter(RandomMask.mesh(mask), SPACING), Morphology.diameter(ConvexHull.of(mask).vertices(), SPACING));
    }

    @Test
    void hullOfALatticeOfPointsIsItsBox() {
        int[] lattice = new int[3 * 6 * 5 * 4];
        for (int i = 0; i < 120; i++) {
            lattice[3 * i] = 2 * (i % 6);
            lattice[3 * i + 1] = 2 * (i / 6 % 5);
            lattice[3 * i + 2] = 2 * (i / 30);
        }
        Solid box = ConvexHull.of(lattice).solid(VoxelSpacing.isotropic(1));
        assertEquals(5 * 4 * 3, box.volume(), 1e-12);
        assertEquals(2 * (20 + 12 + 15), box.area(), 1e-12);
    }

    @Test
    void pointsInOnePlaneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ConvexHull.of(new int[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0}));
    }
}
