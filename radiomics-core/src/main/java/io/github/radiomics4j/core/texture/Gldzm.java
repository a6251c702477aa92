package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.ArrayList;
import java.util.List;

/**
 * Grey level distance zone matrix (VMDZ): how often a level occurs in a connected zone at a distance, the least city-block distance of
 * the zone's voxels to the border of the morphological mask (1 at the border; within slices for 2D and 2.5D). Zones as in {@link Glszm}.
 */
public final class Gldzm implements FeatureFamily<LevelSizeMatrix> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("gldzm", "VMDZ");

    /** The family; it has no settings. */
    public Gldzm() {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<GldzmFeature> features() {
        return List.of(GldzmFeature.values());
    }

    @Override
    public Aggregation aggregationFor(Aggregation requested) {
        return requested.withoutDirection();
    }

    @Override
    public List<LevelSizeMatrix> measure(PreparedRoi roi, Aggregation aggregation) {
        return measure(roi.levels(), roi.morphologicalMask(), aggregation);
    }

    /**
     * Counts the matrices of a region.
     *
     * @param grid the region's levels
     * @param mask the morphological mask of the same box
     * @param aggregation {@link Aggregation#TWO_D}, {@link Aggregation#TWO_HALF_D} or {@link Aggregation#THREE_D}
     * @return one element per matrix that has zones
     */
    public List<LevelSizeMatrix> measure(LevelGrid grid, BitGrid mask, Aggregation aggregation) {
        List<Sweep> sweeps = Sweep.perUndirectedMatrix(aggregation, grid.size().z(), 1);
        // distances first: another thread may be making the zones for size zones meanwhile
        short[] distances = DistanceToBorder.of(mask, grid, aggregation != Aggregation.THREE_D);
        ConnectedZones zones = ConnectedZones.of(grid, sweeps.get(0).directions());
        zones.leastToRoots(distances);
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            LevelSizeCounts counts = new LevelSizeCounts(grid.levels());
            zones.count(sweep, root -> distances[root], counts);
            counts.matrix(grid.voxels(sweep.firstSlice(), sweep.lastSlice())).ifPresent(matrices::add);
        }
        return matrices;
    }
}
