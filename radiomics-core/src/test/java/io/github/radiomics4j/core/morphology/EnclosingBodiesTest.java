package io.github.radiomics4j.core.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.ibsi.DigitalPhantom;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.preprocessing.AlreadyDiscrete;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.roi.BitGrid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class EnclosingBodiesTest {
    private static final VoxelSpacing SPACING = VoxelSpacing.mm(1, 1.5, 2.2);

    private static double[] vertices(BitGrid mask, VoxelSpacing spacing) {
        return EnclosingBodies.millimetres(ConvexHull.of(mask).vertices(), spacing);
    }

    private static Solid box(BitGrid mask, VoxelSpacing spacing) {
        return OrientedBox.around(vertices(mask, spacing), EnclosingBodies.millimetres(ConvexHull.of(mask).triangles(), spacing));
    }

    @Test
    void digitalPhantomHasTheTentativeDensitiesOfTheOrientedBox() {
        FeatureVector v = FeatureExtractor.discretisedBy(new AlreadyDiscrete()).withFamilies(List.of(new EnclosingBodies()))
                .extract(DigitalPhantom.image(), DigitalPhantom.mask());
        assertEquals(0.869, v.get(EnclosingBodiesFeature.VOLUME_DENSITY_ORIENTED_MINIMUM_BOUNDING_BOX), 0.005);
        assertEquals(0.866, v.get(EnclosingBodiesFeature.AREA_DENSITY_ORIENTED_MINIMUM_BOUNDING_BOX), 0.005);
    }

    @Test
    void ctPhantomHasTheTentativeAreaDensityOfTheOrientedBox() {
        Path folder = Path.of(System.getProperty("radiomics4j.shared", "../shared"), "ibsi", "ibsi1", "ct_phantom");
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "the CT phantom is not at " + folder);
        FeatureVector v = FeatureExtractor.discretisedBy(new FixedBinNumber(32)).resampledTo(VoxelSpacing.isotropic(2))
                .withFamilies(List.of(new EnclosingBodies())).extract(ImageFiles.read(folder.resolve("image.nii.gz")),
                        Mask.ofLabel(ImageFiles.read(folder.resolve("mask.nii.gz")), 1));
        assertEquals(0.69, v.get(EnclosingBodiesFeature.AREA_DENSITY_ORIENTED_MINIMUM_BOUNDING_BOX), 0.0025);
    }

    @Test
    void boxOfADiagonalBarFollowsIt() {
        byte[] inside = new byte[400];
        for (int i = 0; i < 20; i++) {
            inside[i + 20 * i] = 1;
        }
        BitGrid diagonal = BitGrid.of(new GridSize(20, 20, 1), inside);
        Solid box = box(diagonal, VoxelSpacing.isotropic(1));
        // a bar 19 √2 + √½ long, its section a rhombus of diagonals 1 and √½; flush with a side, that lies in a rectangle of √2 / 3
        assertEquals((19 * Math.sqrt(2) + Math.sqrt(0.5)) * Math.sqrt(2) / 3, box.volume(), 1e-9);
    }

    @Test
    void ellipsoidOfOneVoxelIsTheBallThroughItsSixVertices() {
        BitGrid one = BitGrid.of(new GridSize(1, 1, 1), new byte[] {1});
        PrincipalAxes axes = EnclosingEllipsoid.axes(vertices(one, VoxelSpacing.isotropic(2)));
        assertEquals(2, axes.major(), 1e-6);
        assertEquals(2, axes.least(), 1e-6);
    }

    @Test
    void ellipsoidOfABoxHasItsEdgesTimesTheRootOfThree() {
        double[] corners = new double[24];
        for (int i = 0; i < 8; i++) {
            corners[3 * i] = 5 * (i & 1);
            corners[3 * i + 1] = 3 * (i >> 1 & 1);
            corners[3 * i + 2] = 2 * (i >> 2);
        }
        PrincipalAxes axes = EnclosingEllipsoid.axes(corners);
        assertEquals(5 * Math.sqrt(3), axes.major(), 1e-6);
        assertEquals(3 * Math.sqrt(3), axes.minor(), 1e-6);
        assertEquals(2 * Math.sqrt(3), axes.least(), 1e-6);
    }

    @Property(tries = 100)
    void ellipsoidIsTheSameForMorePointsInsideIt(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        double of = EnclosingEllipsoid.axes(vertices(mask, SPACING)).ellipsoid().volume();
        double all = EnclosingEllipsoid.axes(EnclosingBodies.millimetres(RandomMask.mesh(mask), SPACING)).ellipsoid().volume();
        assertEquals(of, all, 1e-6 * of);
    }

    @Property(tries = 100)
    void bodiesLieBetweenTheHullAndWhatIsKnownToHoldIt(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        double hull = ConvexHull.of(mask).solid(SPACING).volume();
        GridSize size = mask.size();
        double aligned = size.voxels() * SPACING.voxelVolume();
        double box = box(mask, SPACING).volume();
        double ellipsoid = EnclosingEllipsoid.axes(vertices(mask, SPACING)).ellipsoid().volume();
        assertTrue(box >= hull * (1 - 1e-12));
        assertTrue(ellipsoid >= hull);
        // the ellipsoid around a box, and the ball inside that John's theorem promises
        assertTrue(ellipsoid <= aligned * Math.sqrt(3) * Math.PI / 2 * (1 + 1e-6));
        assertTrue(ellipsoid <= 27 * hull);
    }

    @Test
    void verticesThatRoundingSetApartDoNotShrinkTheBox() {
        BitGrid mask = RandomMask.of(-91);
        VoxelSpacing unit = VoxelSpacing.isotropic(1);
        assertEquals(box(mask, unit).volume(), box(RandomMask.turned(mask, 1), unit).volume(), 1e-9);
    }

    /** Points near each other share the weight in many ways; the plain ascent had not come to an end after 100 000 steps here. */
    @Test
    void pointsNearEachOtherDoNotKeepTheEllipsoidFromItsEnd() {
        BitGrid mask = RandomMask.of(-5598888295795207394L);
        VoxelSpacing unit = VoxelSpacing.isotropic(1);
        for (BitGrid same : new BitGrid[] {mask, RandomMask.turned(mask, 0), RandomMask.turned(mask, 1), RandomMask.turned(mask, 2)}) {
            assertEquals(651.74268, EnclosingEllipsoid.axes(vertices(same, unit)).ellipsoid().volume(), 1e-4);
        }
    }

    @Property(tries = 100)
    void bodiesDoNotChangeWhenTheMaskIsTurned(@ForAll long seed, @ForAll @IntRange(max = 2) int axis) {
        BitGrid mask = RandomMask.of(seed);
        BitGrid turned = RandomMask.turned(mask, axis);
        VoxelSpacing unit = VoxelSpacing.isotropic(1);
        assertEquals(box(mask, unit).volume(), box(turned, unit).volume(), 1e-9);
        double before = EnclosingEllipsoid.axes(vertices(mask, unit)).ellipsoid().volume();
        assertEquals(before, EnclosingEllipsoid.axes(vertices(turned, unit)).ellipsoid().volume(), 1e-6 * before);
    }
}
