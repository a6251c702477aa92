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
        List<Sweep> sweeps = Sweep.perUndirectedMatrix(aggregation, grid.size().z(), 1);
        ConnectedZones zones = ConnectedZones.of(grid, sweeps.get(0).directions());
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
            zones.count(sweep, zones::size, counts);
            counts.matrix(grid.voxels(sweep.firstSlice(), sweep.lastSlice())).ifPresent(matrices::add);
        }
        return matrices;
    }
}
