package io.github.radiomics4j.core.roi;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.Optional;

/**
 * A region ready to be measured: cropped to its box, resampled, re-segmented and discretised. All grids have one size.
 * Made by preprocessing; from bare grids in tests.
 *
 * @param spacing distance of voxel centres, mm
 * @param morphologicalMask the region's shape, before re-segmentation
 * @param intensities values of the box and the intensity mask
 * @param levels grey levels inside the intensity mask
 * @param range the intensities that re-segmentation allows; unbounded without a range
 * @param discretisation the label of the rule that made the levels, such as {@code fbn32}
 * @param surroundings intensities around the box; present where preparation was asked to look beyond it
 */
public record PreparedRoi(VoxelSpacing spacing, BitGrid morphologicalMask, IntensityGrid intensities, LevelGrid levels,
        IntensityRange range, String discretisation, Optional<Surroundings> surroundings) {

    /**
     * Checks that the grids have one size.
     *
     * @param spacing distance of voxel centres, mm
     * @param morphologicalMask the region's shape, before re-segmentation
     * @param intensities values of the box and the intensity mask
     * @param levels grey levels inside the intensity mask
     * @param range the intensities that re-segmentation allows; unbounded without a range
     * @param discretisation the label of the rule that made the levels, such as {@code fbn32}
     * @param surroundings intensities around the box; present where preparation was asked to look beyond it
     */
    public PreparedRoi {
        GridSize size = morphologicalMask.size();
        if (!size.equals(intensities.size()) || !size.equals(levels.size())) {
            throw new IllegalArgumentException("grids of a region must have one size, were " + size + ", " + intensities.size() + " and "
                    + levels.size());
        }
        if (levels.voxels() != intensities.mask().count()) {
            throw new IllegalArgumentException("levels cover " + levels.voxels() + " voxels, the intensity mask " + intensities.mask().count());
        }
        if (surroundings.isPresent()) {
            Surroundings around = surroundings.get();
            for (int axis = 0; axis < 3; axis++) {
                if (around.size().along(axis) != size.along(axis) + 2 * around.margin(axis)) {
                    throw new IllegalArgumentException("surroundings of " + around.size() + " do not belong to a box of " + size);
                }
            }
        }
    }

    /**
     * The same region for several families, which share what they derive from its levels.
     *
     * @return the region with {@link LevelGrid#shared()} levels
     */
    public PreparedRoi shared() {
        return new PreparedRoi(spacing, morphologicalMask, intensities, levels.shared(), range, discretisation, surroundings);
    }
}
