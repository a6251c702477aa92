package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.morphology.MorphologyFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Morphology: mesh, hull, diameter, axes and autocorrelation, each by its own brute force. */
public final class MorphologyOracle {
    private final double voxelVolume;
    private final double v;
    private final double a;
    private final double diameter;
    private final double[] box = new double[3];
    private final HullOracle hull;
    private final AxesOracle axes;
    private final Region region;

    /** The shape of a region; of its intensities it takes no note. */
    public MorphologyOracle(Region region) {
        this.region = region;
        double[] spacing = region.spacing;
        MeshOracle mesh = new MeshOracle(region);
        List<int[]> vertices = mesh.vertices();
        this.voxelVolume = region.voxels(region.shape).size() * spacing[0] * spacing[1] * spacing[2];
        this.v = mesh.volume(spacing);
        this.a = mesh.area(spacing);
        this.diameter = diameter(vertices, spacing);
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            int[] sorted = vertices.stream().mapToInt(p -> p[along]).sorted().toArray();
            box[axis] = (sorted[sorted.length - 1] - sorted[0]) * spacing[axis] / 2;
        }
        this.hull = new HullOracle(vertices, spacing);
        List<double[]> centres = new ArrayList<>();
        region.voxels(region.shape).forEach(p -> centres.add(millimetres(p, spacing)));
        this.axes = new AxesOracle(centres);
    }

    /** Features of a region of this shape, in the order of the enum. */
    public double[] measure(Region other) {
        CorrelationOracle correlation = new CorrelationOracle(other);
        return Arrays.stream(MorphologyFeature.values()).mapToDouble(f -> of(f, other, correlation)).toArray();
    }

    private double of(MorphologyFeature feature, Region measured, CorrelationOracle correlation) {
        double sphericity = Math.cbrt(36 * Math.PI * v * v) / a;
        return switch (feature) {
            case VOLUME_MESH -> v;
            case VOLUME_VOXEL_COUNTING -> voxelVolume;
            case SURFACE_AREA_MESH -> a;
            case SURFACE_TO_VOLUME_RATIO -> a / v;
            case COMPACTNESS_1 -> v / (Math.sqrt(Math.PI) * Math.pow(a, 1.5));
            case COMPACTNESS_2 -> 36 * Math.PI * v * v / (a * a * a);
            case SPHERICAL_DISPROPORTION -> 1 / sphericity;
            case SPHERICITY -> sphericity;
            case ASPHERICITY -> Math.cbrt(a * a * a / (36 * Math.PI * v * v)) - 1;
            case CENTRE_OF_MASS_SHIFT -> centreOfMassShift(measured);
            case MAXIMUM_3D_DIAMETER -> diameter;
            case MAJOR_AXIS_LENGTH -> axes.length(0);
            case MINOR_AXIS_LENGTH -> axes.length(1);
            case LEAST_AXIS_LENGTH -> axes.length(2);
            case ELONGATION -> axes.length(1) / axes.length(0);
            case FLATNESS -> axes.length(2) / axes.length(0);
            case VOLUME_DENSITY_AXIS_ALIGNED_BOUNDING_BOX -> v / (box[0] * box[1] * box[2]);
            case AREA_DENSITY_AXIS_ALIGNED_BOUNDING_BOX -> a / (2 * (box[0] * box[1] + box[1] * box[2] + box[2] * box[0]));
            case VOLUME_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID -> v / axes.volume();
            case AREA_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID -> a / axes.area();
            case VOLUME_DENSITY_CONVEX_HULL -> v / hull.volume();
            case AREA_DENSITY_CONVEX_HULL -> a / hull.area();
            case INTEGRATED_INTENSITY -> v * Arrays.stream(measured.sortedIntensities()).sum() / measured.sortedIntensities().length;
            case MORANS_I_INDEX -> correlation.moransI();
            case GEARYS_C_MEASURE -> correlation.gearysC();
        };
    }

    private static double diameter(List<int[]> vertices, double[] spacing) {
        double largest = 0;
        for (int[] p : vertices) {
            for (int[] q : vertices) {
                largest = Math.max(largest,
                        HullOracle.length(millimetres(new int[] {p[0] - q[0], p[1] - q[1], p[2] - q[2]}, spacing)) / 2);
            }
        }
        return largest;
    }

    private double centreOfMassShift(Region measured) {
        double[] shift = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            double centre = region.voxels(region.shape).stream().mapToDouble(p -> p[along]).average().orElseThrow();
            double weight = 0;
            double weighted = 0;
            for (int[] p : measured.voxels(measured.counted)) {
                double x = measured.image[measured.index(p[0], p[1], p[2])];
                weight += x;
                weighted += x * p[axis];
            }
            shift[axis] = (weighted / weight - centre) * region.spacing[axis];
        }
        return HullOracle.length(shift);
    }

    private static double[] millimetres(int[] p, double[] spacing) {
        return new double[] {p[0] * spacing[0], p[1] * spacing[1], p[2] * spacing[2]};
    }
}
