package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.List;

/**
 * Grey level size zone matrix (9SAK): how often a level occurs in a connected zone of a size; voxels are linked at Chebyshev
 * distance 1 (8 neighbours in a slice, 26 in the volume). Slices without a voxel of the region take no part in an average.
 */
public final class Glszm implements FeatureFamily<LevelSizeMatrix> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("glszm", "9SAK");

    /** The family; it has no settings. */
    public Glszm() {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<GlszmFeature> features() {
        return List.of(GlszmFeature.values());
    }

    @Override
    public Aggregation aggregationFor(Aggregation requested) {
        return requested.withoutDirection();
    }

    @Override
    public List<LevelSizeMatrix> measure(PreparedRoi roi, Aggregation aggregation) {
        return measure(roi.levels(), aggregation);
    }

    /**
     * Counts the matrices of a region.
     *
     * @param grid the region's levels
     * @param aggregation {@link Aggregation#TWO_D}, {@link Aggregation#TWO_HALF_D} or {@link Aggregation#THREE_D}
     * @return one element per matrix that has zones
     */
    public List<LevelSizeMatrix> measure(LevelGrid grid, Aggregation aggregation) {
        return switch (aggregation) {
            case TWO_D -> perSlice(grid);
            case TWO_HALF_D -> whole(grid, Direction.IN_PLANE);
            case THREE_D -> whole(grid, Direction.VOLUME);
            default -> throw new IllegalArgumentException("size zone matrices have no direction, ask for 2d, 2.5d or 3d instead of "
                    + aggregation.label());
        };
    }

    private static List<LevelSizeMatrix> whole(LevelGrid grid, List<Direction> directions) {
        LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
        ConnectedZones.of(grid, directions).count(0, grid.size().z() - 1, counts);
        return counts.matrix(grid.voxels()).stream().toList();
    }

    private static List<LevelSizeMatrix> perSlice(LevelGrid grid) {
        ConnectedZones zones = ConnectedZones.of(grid, Direction.IN_PLANE);
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        for (int z = 0; z < grid.size().z(); z++) {
            LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
            zones.count(z, z, counts);
            counts.matrix(voxelsOf(grid, z)).ifPresent(matrices::add);
        }
        return matrices;
    }

    private static long voxelsOf(LevelGrid grid, int slice) {
        long voxels = 0;
        for (int y = 0; y < grid.size().y(); y++) {
            int start = grid.rowStart(y, slice);
            for (int v = start; v < start + grid.size().x(); v++) {
                voxels += grid.bordered()[v] == 0 ? 0 : 1;
            }
        }
        return voxels;
    }
}
