package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Morphology (HCUG): the region's shape in mm, always in 3D. The surface is the marching cubes mesh at 0.5 of the morphological mask,
 * as if the image went on with zeros, so a region at the image border is closed there; convex hull, bounding box and diameter are
 * those of the mesh's vertices, principal axes those of voxel centres. What needs intensities reads the intensity mask.
 *
 * <p>Of the triangulations that marching cubes leave open the one of largest area is taken, which has the published volume
 * and area of the digital phantom (556.33 mm³, 388.07 mm²) and does not change when a region is turned or flipped.
 */
public final class Morphology implements FeatureFamily<Morphology.Shape> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("morphology", "HCUG");

    private final boolean autocorrelation;

    private Morphology(boolean autocorrelation) {
        this.autocorrelation = autocorrelation;
    }

    /** The family with all its features. */
    public Morphology() {
        this(true);
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    /**
     * The family without Moran's I and Geary's C, which compare all pairs of voxels and take longer than all other families together.
     *
     * @return the family
     */
    public Morphology withoutAutocorrelation() {
        return new Morphology(false);
    }

    @Override
    public List<MorphologyFeature> features() {
        return Arrays.stream(MorphologyFeature.values()).filter(feature -> autocorrelation || !feature.isAutocorrelation()).toList();
    }

    @Override
    public Map<String, String> settings() {
        return autocorrelation ? Map.of() : Map.of("autocorrelation", "none");
    }

    @Override
    public Optional<String> discretisation(PreparedRoi roi) {
        return Optional.empty();
    }

    /**
     * Measures the shape.
     *
     * @param roi the region
     * @param aggregation {@link Aggregation#VOLUME}
     * @return one element
     * @throws io.github.radiomics4j.core.InvalidInputException RESOURCE_LIMIT where the region's box is too large for Moran's I
     *     (about 500 million voxels)
     */
    @Override
    public List<Shape> measure(PreparedRoi roi, Aggregation aggregation) {
        BitGrid mask = roi.morphologicalMask();
        VoxelSpacing spacing = roi.spacing();
        ConvexHull hull = ConvexHull.of(mask);
        int[] vertices = hull.vertices();
        PrincipalAxes axes = PrincipalAxes.of(mask, spacing);
        return List.of(new Shape(MarchingCubes.mesh(MarchingCubes.count(mask), spacing), mask.count() * spacing.voxelVolume(),
                centreOfMassShift(mask, roi.intensities(), spacing), diameter(vertices, spacing), axes, box(vertices, spacing),
                axes.ellipsoid(), hull.solid(spacing), mean(roi.intensities()),
                autocorrelation ? Optional.of(SpatialAutocorrelation.of(roi.intensities(), spacing)) : Optional.empty()));
    }

    /**
     * The shape of a region.
     *
     * @param mesh the marching cubes mesh
     * @param voxelVolume voxels times volume of a voxel, mm³
     * @param centreOfMassShift from the centre of the voxels to the centre of the intensities, mm; NaN where intensities sum to 0
     * @param maximumDiameter largest distance of two vertices of the mesh, mm
     * @param axes principal axes of the voxel centres
     * @param boundingBox smallest box along the image's axes that holds the mesh
     * @param enclosingEllipsoid the ellipsoid with the principal axes
     * @param convexHull convex hull of the mesh
     * @param meanIntensity mean over the intensity mask
     * @param autocorrelation Moran's I and Geary's C over the intensity mask, where they were asked for
     */
    public record Shape(Solid mesh, double voxelVolume, double centreOfMassShift, double maximumDiameter, PrincipalAxes axes,
            Solid boundingBox, Solid enclosingEllipsoid, Solid convexHull, double meanIntensity,
            Optional<SpatialAutocorrelation> autocorrelation) {
    }

    private static double mean(IntensityGrid intensities) {
        BitGrid mask = intensities.mask();
        int voxels = Math.toIntExact(mask.size().voxels());
        double sum = 0;
        for (int i = 0; i < voxels; i++) {
            if (mask.contains(i)) {
                sum += intensities.at(i);
            }
        }
        return sum / mask.count();
    }

    static double diameter(int[] halfVoxels, VoxelSpacing spacing) {
        double[] p = new double[halfVoxels.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = halfVoxels[i] * spacing.along(i % 3) / 2;
        }
        double largest = 0;
        for (int i = 0; i < p.length; i += 3) {
            for (int j = 0; j < i; j += 3) {
                double dx = p[i] - p[j];
                double dy = p[i + 1] - p[j + 1];
                double dz = p[i + 2] - p[j + 2];
                largest = Math.max(largest, dx * dx + dy * dy + dz * dz);
            }
        }
        return Math.sqrt(largest);
    }

    private static Solid box(int[] halfVoxels, VoxelSpacing spacing) {
        double[] edge = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            int min = Integer.MAX_VALUE;
            int max = Integer.MIN_VALUE;
            for (int i = axis; i < halfVoxels.length; i += 3) {
                min = Math.min(min, halfVoxels[i]);
                max = Math.max(max, halfVoxels[i]);
            }
            edge[axis] = (max - min) / 2.0 * spacing.along(axis);
        }
        return new Solid(edge[0] * edge[1] * edge[2], 2 * (edge[0] * edge[1] + edge[1] * edge[2] + edge[2] * edge[0]));
    }

    /** Intensity-weighted mean of positions from the centre of the voxels; the centre is a quotient of whole sums. */
    private static double centreOfMassShift(BitGrid mask, IntensityGrid intensities, VoxelSpacing spacing) {
        GridSize size = mask.size();
        long[] sums = new long[3];
        for (int z = 0, i = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    if (mask.contains(i++)) {
                        sums[0] += x;
                        sums[1] += y;
                        sums[2] += z;
                    }
                }
            }
        }
        double cx = (double) sums[0] / mask.count();
        double cy = (double) sums[1] / mask.count();
        double cz = (double) sums[2] / mask.count();
        double weight = 0;
        double wx = 0;
        double wy = 0;
        double wz = 0;
        for (int z = 0, i = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++, i++) {
                    if (intensities.mask().contains(i)) {
                        double w = intensities.at(i);
                        weight += w;
                        wx += w * (x - cx);
                        wy += w * (y - cy);
                        wz += w * (z - cz);
                    }
                }
            }
        }
        if (weight == 0) {
            return Double.NaN;
        }
        double dx = wx / weight * spacing.x();
        double dy = wy / weight * spacing.y();
        double dz = wz / weight * spacing.z();
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
