package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.morphology.Morphology.Shape;
import java.util.function.ToDoubleFunction;

/**
 * The features of {@link Morphology}: V and A are volume and surface area of the mesh, 4 √λ the lengths of the principal axes
 * (λmajor ≥ λminor ≥ λleast) of the N voxels of the morphological mask. One voxel has a mesh (an octahedron of a sixth of its volume),
 * but axes of length 0, so that elongation, flatness and the densities by the ellipsoid are NaN; a line has elongation and flatness 0
 * and no ellipsoid; a flat slice has flatness 0 and an ellipsoid without volume but with area.
 */
public enum MorphologyFeature implements FeatureDefinition<Shape> {
    /** Volume of the mesh (RNU0): V, the sum of the signed tetrahedra from any point to the triangles. */
    VOLUME_MESH("RNU0", "mm^3", s -> s.mesh().volume()),
    /** Volume by voxel counting (YEKZ): N times the volume of a voxel. */
    VOLUME_VOXEL_COUNTING("YEKZ", "mm^3", Shape::voxelVolume),
    /** Surface area of the mesh (C0JK): A, the sum of the triangles' areas. */
    SURFACE_AREA_MESH("C0JK", "mm^2", s -> s.mesh().area()),
    /** Surface to volume ratio (2PR5): {@code A / V}. */
    SURFACE_TO_VOLUME_RATIO("2PR5", "mm^-1", s -> s.mesh().area() / s.mesh().volume()),
    /** Compactness 1 (SKGS): {@code V / (√π A^(3/2))}; 1/(6π) for a sphere. */
    COMPACTNESS_1("SKGS", "1", s -> s.mesh().volume() / (Math.sqrt(Math.PI) * Math.pow(s.mesh().area(), 1.5))),
    /** Compactness 2 (BQWJ): {@code 36π V² / A³}; 1 for a sphere. */
    COMPACTNESS_2("BQWJ", "1", s -> Math.pow(sphericity(s.mesh()), 3)),
    /** Spherical disproportion (KRCK): {@code A / (36π V²)^(1/3)}, the area by that of a sphere of equal volume. */
    SPHERICAL_DISPROPORTION("KRCK", "1", s -> 1 / sphericity(s.mesh())),
    /** Sphericity (QCFX): {@code (36π V²)^(1/3) / A}. */
    SPHERICITY("QCFX", "1", s -> sphericity(s.mesh())),
    /** Asphericity (25C7): {@code (A³ / (36π V²))^(1/3) − 1}. */
    ASPHERICITY("25C7", "1", s -> 1 / sphericity(s.mesh()) - 1),
    /**
     * Centre of mass shift (KLMA): distance of {@code Σ p / N} over the morphological mask from {@code Σ x p / Σ x} over the intensity
     * mask, with positions p and intensities x. NaN where intensities sum to 0; it depends on where the intensity scale has its zero.
     */
    CENTRE_OF_MASS_SHIFT("KLMA", "mm", Shape::centreOfMassShift),
    /** Maximum 3D diameter (L0JK): largest distance of two vertices of the mesh. */
    MAXIMUM_3D_DIAMETER("L0JK", "mm", Shape::maximumDiameter),
    /** Major axis length (TDIC): {@code 4 √λmajor}. */
    MAJOR_AXIS_LENGTH("TDIC", "mm", s -> s.axes().major()),
    /** Minor axis length (P9VJ): {@code 4 √λminor}. */
    MINOR_AXIS_LENGTH("P9VJ", "mm", s -> s.axes().minor()),
    /** Least axis length (7J51): {@code 4 √λleast}. */
    LEAST_AXIS_LENGTH("7J51", "mm", s -> s.axes().least()),
    /** Elongation (Q3CK): {@code √(λminor / λmajor)}, 1 for a region as wide as long; NaN for one voxel. */
    ELONGATION("Q3CK", "1", s -> s.axes().minor() / s.axes().major()),
    /** Flatness (N17B): {@code √(λleast / λmajor)}; NaN for one voxel. */
    FLATNESS("N17B", "1", s -> s.axes().least() / s.axes().major()),
    /** Volume density by the axis-aligned bounding box (PBX1): V by the volume of the box of the mesh. */
    VOLUME_DENSITY_AXIS_ALIGNED_BOUNDING_BOX("PBX1", "1", s -> s.mesh().volume() / s.boundingBox().volume()),
    /** Area density by the axis-aligned bounding box (R59B): A by the area of the box of the mesh. */
    AREA_DENSITY_AXIS_ALIGNED_BOUNDING_BOX("R59B", "1", s -> s.mesh().area() / s.boundingBox().area()),
    /**
     * Volume density by the approximate enclosing ellipsoid (6BDE): {@code 3 V / (4π abc)} with semi-axes of 2 √λ; NaN where the
     * ellipsoid has no volume.
     */
    VOLUME_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID("6BDE", "1", s -> density(s.mesh().volume(), s.enclosingEllipsoid().volume())),
    /**
     * Area density by the approximate enclosing ellipsoid (RDD2): A by {@code 4π ab Σ (αβ)^ν Pν((α² + β²) / (2αβ)) / (1 − 4ν²)} with
     * semi-axes a ≥ b ≥ c, {@code α² = 1 − b²/a²}, {@code β² = 1 − c²/a²} and Legendre polynomials P up to degree 20, as the standard
     * has it (some percent off the ellipsoid's true area); NaN where that is 0.
     */
    AREA_DENSITY_APPROXIMATE_ENCLOSING_ELLIPSOID("RDD2", "1", s -> density(s.mesh().area(), s.enclosingEllipsoid().area())),
    /** Volume density by the convex hull (R3ER): V by the volume of the hull of the mesh. */
    VOLUME_DENSITY_CONVEX_HULL("R3ER", "1", s -> s.mesh().volume() / s.convexHull().volume()),
    /** Area density by the convex hull (7T7F): A by the area of the hull of the mesh. */
    AREA_DENSITY_CONVEX_HULL("7T7F", "1", s -> s.mesh().area() / s.convexHull().area()),
    /** Integrated intensity (99N0): V times the mean intensity of the intensity mask. */
    INTEGRATED_INTENSITY("99N0", "intensity*mm^3", s -> s.mesh().volume() * s.meanIntensity()),
    /**
     * Moran's I index (N365): {@code N / Σw · Σ w (xᵢ − μ) (xⱼ − μ) / Σ (xᵢ − μ)²} over all pairs i ≠ j of the intensity mask, w = 1 /
     * distance. Exact for any size of region. NaN for one voxel or one intensity.
     */
    MORANS_I_INDEX("N365", "1", s -> s.autocorrelation().orElseThrow().moransI()),
    /**
     * Geary's C measure (NPT7): {@code (N − 1) / (2 Σw) · Σ w (xᵢ − xⱼ)² / Σ (xᵢ − μ)²}, pairs and weights as for Moran's I. NaN for
     * one voxel or one intensity.
     */
    GEARYS_C_MEASURE("NPT7", "1", s -> s.autocorrelation().orElseThrow().gearysC());

    private final FeatureId id;
    private final ToDoubleFunction<Shape> formula;

    MorphologyFeature(String code, String unit, ToDoubleFunction<Shape> formula) {
        this.id = FeatureId.standard(Morphology.ID, name(), code, unit);
        this.formula = formula;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(Shape shape) {
        return formula.applyAsDouble(shape);
    }

    /** Whether the feature compares all pairs of voxels. */
    boolean isAutocorrelation() {
        return this == MORANS_I_INDEX || this == GEARYS_C_MEASURE;
    }

    private static double sphericity(Solid mesh) {
        return Math.cbrt(36 * Math.PI * mesh.volume() * mesh.volume()) / mesh.area();
    }

    private static double density(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
