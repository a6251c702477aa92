package io.github.radiomics4j.core.morphology;

import static io.github.radiomics4j.core.morphology.MorphologyFeature.AREA_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.CENTRE_OF_MASS_SHIFT;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.ELONGATION;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.FLATNESS;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.GEARYS_C_MEASURE;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.LEAST_AXIS_LENGTH;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.MAJOR_AXIS_LENGTH;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.MAXIMUM_3D_DIAMETER;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.MINOR_AXIS_LENGTH;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.MORANS_I_INDEX;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.VOLUME_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.VOLUME_DENSITY_CONVEX_HULL;
import static io.github.radiomics4j.core.morphology.MorphologyFeature.VOLUME_MESH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.morphology.Morphology.Shape;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.IntensityRange;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.Arrays;
import java.util.Optional;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Shapes at the edge of definition, as the features' documentation has them, and what holds for every shape. */
class MorphologyTest {
    private static final VoxelSpacing SPACING = VoxelSpacing.mm(1, 2, 3);

    private static Shape shape(BitGrid mask, BitGrid intensityMask, double[] intensities) {
        int[] levels = new int[intensities.length];
        Arrays.setAll(levels, i -> intensityMask.contains(i) ? 1 : 0);
        return new Morphology().measure(new PreparedRoi(SPACING, mask, IntensityGrid.of(intensities, intensityMask),
                LevelGrid.of(mask.size(), levels), IntensityRange.UNBOUNDED, "one", Optional.empty()), Aggregation.VOLUME).get(0);
    }

    private static Shape ramp(BitGrid mask) {
        double[] intensities = new double[(int) mask.size().voxels()];
        Arrays.setAll(intensities, i -> 1 + i);
        return shape(mask, mask, intensities);
    }

    private static BitGrid whole(int nx, int ny, int nz) {
        byte[] inside = new byte[nx * ny * nz];
        Arrays.fill(inside, (byte) 1);
        return BitGrid.of(new GridSize(nx, ny, nz), inside);
    }

    private static Set<MorphologyFeature> undefined(Shape shape) {
        EnumSet<MorphologyFeature> undefined = EnumSet.noneOf(MorphologyFeature.class);
        for (MorphologyFeature feature : MorphologyFeature.values()) {
            double value = feature.valueOf(shape);
            if (Double.isNaN(value)) {
                undefined.add(feature);
            } else {
                assertTrue(Double.isFinite(value), feature + " is " + value);
            }
        }
        return undefined;
    }

    @Test
    void oneVoxelHasAMeshButNoAxes() {
        Shape shape = ramp(whole(1, 1, 1));
        assertEquals(1, VOLUME_MESH.valueOf(shape), 1e-15);
        assertEquals(3, MAXIMUM_3D_DIAMETER.valueOf(shape), 1e-15);
        assertEquals(1, VOLUME_DENSITY_CONVEX_HULL.valueOf(shape), 1e-15);
        assertEquals(0, MAJOR_AXIS_LENGTH.valueOf(shape));
        assertEquals(0, CENTRE_OF_MASS_SHIFT.valueOf(shape));
        assertEquals(EnumSet.of(ELONGATION, FLATNESS, VOLUME_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID,
                AREA_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID, MORANS_I_INDEX, GEARYS_C_MEASURE), undefined(shape));
    }

    @Test
    void lineHasOneAxisAndNoEllipsoid() {
        Shape shape = ramp(whole(4, 1, 1));
        assertEquals(4 * Math.sqrt(5.0 / 3), MAJOR_AXIS_LENGTH.valueOf(shape), 1e-14);
        assertEquals(0, MINOR_AXIS_LENGTH.valueOf(shape));
        assertEquals(0, ELONGATION.valueOf(shape));
        assertEquals(EnumSet.of(VOLUME_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID, AREA_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID),
                undefined(shape));
    }

    @Test
    void flatSliceHasTwoAxesAndAnEllipsoidWithoutVolume() {
        Shape shape = ramp(whole(4, 3, 1));
        assertEquals(0, LEAST_AXIS_LENGTH.valueOf(shape));
        assertEquals(0, FLATNESS.valueOf(shape));
        assertTrue(ELONGATION.valueOf(shape) > 0);
        assertEquals(EnumSet.of(VOLUME_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID), undefined(shape));
    }

    @Test
    void oneIntensityLeavesSpatialAutocorrelationUndefined() {
        BitGrid mask = whole(4, 3, 2);
        double[] flat = new double[24];
        Arrays.fill(flat, 7);
        assertEquals(EnumSet.of(MORANS_I_INDEX, GEARYS_C_MEASURE), undefined(shape(mask, mask, flat)));
    }

    @Test
    void intensitiesThatSumToZeroHaveNoCentreOfMass() {
        BitGrid mask = whole(2, 2, 2);
        assertEquals(EnumSet.of(CENTRE_OF_MASS_SHIFT), undefined(shape(mask, mask, new double[] {-1, 2, 0, -1, 3, -3, 0, 0})));
    }

    @Property(tries = 100)
    void meshFillsAtMostItsBoxAndItsHull(@ForAll long seed) {
        Shape shape = ramp(RandomMask.of(seed));
        assertTrue(shape.mesh().volume() <= shape.convexHull().volume() * (1 + 1e-14));
        assertTrue(shape.convexHull().volume() <= shape.boundingBox().volume() * (1 + 1e-14));
        assertTrue(shape.convexHull().area() <= shape.boundingBox().area() * (1 + 1e-14));
    }

    @Property(tries = 100)
    void symmetricMaskOfOneIntensityHasNoCentreOfMassShift(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        GridSize size = mask.size();
        byte[] inside = new byte[(int) size.voxels()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) (mask.contains(i) || mask.contains(inside.length - 1 - i) ? 1 : 0);
        }
        BitGrid symmetric = BitGrid.of(size, inside);
        double[] flat = new double[inside.length];
        Arrays.fill(flat, 0.3);
        assertEquals(0, CENTRE_OF_MASS_SHIFT.valueOf(shape(symmetric, symmetric, flat)), 1e-14);
    }

    @Property(tries = 50)
    void sameRegionGivesTheSameBits(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        double[] intensities = new SplittableRandom(seed).doubles(mask.size().voxels(), -500, 500).toArray();
        assertEquals(shape(mask, mask, intensities), shape(mask, mask, intensities));
    }

    @Property(tries = 50)
    void shapeDoesNotDependOnWhereTheMaskLiesInItsBox(@ForAll long seed) {
        BitGrid mask = RandomMask.of(seed);
        BitGrid shifted = RandomMask.shifted(mask, 2, 3, 1);
        Shape here = shape(mask, mask, ones(mask));
        Shape there = shape(shifted, shifted, ones(shifted));
        assertEquals(here.mesh(), there.mesh());
        assertEquals(here.maximumDiameter(), there.maximumDiameter(), 1e-13);
        assertEquals(here.boundingBox(), there.boundingBox());
        assertEquals(here.convexHull().volume(), there.convexHull().volume());
        assertEquals(here.axes(), there.axes());
    }

    private static double[] ones(BitGrid mask) {
        double[] ones = new double[(int) mask.size().voxels()];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void resegmentedVoxelsKeepTheirSayInTheShapeOnly() {
        BitGrid mask = whole(3, 1, 1);
        Shape shape = shape(mask, BitGrid.of(mask.size(), new byte[] {1, 1, 0}), new double[] {4, 4, 900});
        assertEquals(4, shape.meanIntensity());
        assertEquals(0.5, CENTRE_OF_MASS_SHIFT.valueOf(shape), 1e-15);
        assertEquals(ramp(mask).mesh(), shape.mesh());
    }
}
