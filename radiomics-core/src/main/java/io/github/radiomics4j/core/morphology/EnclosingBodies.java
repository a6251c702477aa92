package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.List;
import java.util.Optional;

/**
 * Densities by the oriented minimum bounding box and the minimum volume enclosing ellipsoid of the mesh's vertices. IBSI names them
 * in its morphology family but has not standardised them, so they are a family of their own that {@code FeatureFamilies.standard()}
 * leaves out: name it where it is wanted. Both bodies exist for every region, one voxel included.
 *
 * <p>The box is the smallest of those with a side flush with a face of the convex hull. A box that touches the hull with edges only can
 * in rare cases be smaller by a little; it is not looked for. The ellipsoid is found by Khachiyan's method with away steps, to
 * one millionth of its volume, and holds every vertex.
 */
public final class EnclosingBodies implements FeatureFamily<EnclosingBodies.Bodies> {
    /** Name of the family, which has no code. */
    public static final FamilyId ID = FamilyId.custom("enclosing_bodies");

    /** The family; it has no settings. */
    public EnclosingBodies() {
    }

    /**
     * A region's mesh and the bodies around it.
     *
     * @param mesh the marching cubes mesh
     * @param box oriented minimum bounding box
     * @param ellipsoid minimum volume enclosing ellipsoid
     */
    public record Bodies(Solid mesh, Solid box, Solid ellipsoid) {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<EnclosingBodiesFeature> features() {
        return List.of(EnclosingBodiesFeature.values());
    }

    @Override
    public Optional<String> discretisation(PreparedRoi roi) {
        return Optional.empty();
    }

    @Override
    public List<Bodies> measure(PreparedRoi roi, Aggregation aggregation) {
        BitGrid mask = roi.morphologicalMask();
        VoxelSpacing spacing = roi.spacing();
        ConvexHull hull = ConvexHull.of(mask);
        double[] vertices = millimetres(hull.vertices(), spacing);
        return List.of(new Bodies(MarchingCubes.mesh(MarchingCubes.count(mask), spacing),
                OrientedBox.around(vertices, millimetres(hull.triangles(), spacing)), EnclosingEllipsoid.axes(vertices).ellipsoid()));
    }

    static double[] millimetres(int[] halfVoxels, VoxelSpacing spacing) {
        double[] mm = new double[halfVoxels.length];
        for (int i = 0; i < mm.length; i++) {
            mm[i] = halfVoxels[i] * spacing.along(i % 3) / 2;
        }
        return mm;
    }
}
