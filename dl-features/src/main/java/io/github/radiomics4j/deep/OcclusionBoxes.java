package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.stream.IntStream;

/**
 * The boxes that are covered one after the other: their edges, and the steps from one to the next.
 *
 * @param edge voxels of a box along each axis
 * @param stride voxels from one box to the next along each axis, at most the edge, so that every voxel is covered
 */
public record OcclusionBoxes(GridSize edge, GridSize stride) {

    /**
     * Checks that no voxel is left out.
     *
     * @param edge voxels of a box along each axis
     * @param stride voxels from one box to the next along each axis, at most the edge
     * @throws IllegalArgumentException where a stride is longer than the edge
     */
    public OcclusionBoxes {
        if (stride.x() > edge.x() || stride.y() > edge.y() || stride.z() > edge.z()) {
            throw new IllegalArgumentException("a stride longer than the box leaves voxels uncovered: box " + edge + ", stride " + stride);
        }
    }

    /**
     * Boxes of about the same extent along each axis.
     *
     * @param edgeMm the edge in mm, rounded to whole voxels, at least one
     * @param strideMm the step in mm, at most the edge; rounded down to whole voxels, at least one
     * @param spacing of the image that will be covered
     * @return the boxes
     * @throws IllegalArgumentException where a length is not positive and finite or the stride is longer than the edge
     */
    public static OcclusionBoxes millimetres(double edgeMm, double strideMm, VoxelSpacing spacing) {
        if (!(strideMm > 0 && strideMm <= edgeMm && Double.isFinite(edgeMm))) {
            throw new IllegalArgumentException("edge and stride must be positive lengths in mm, the stride at most the edge, were " + edgeMm
                    + " and " + strideMm);
        }
        int[] edges = IntStream.range(0, 3).map(axis -> voxels(Math.rint(edgeMm / spacing.along(axis)))).toArray();
        int[] strides = IntStream.range(0, 3).map(axis -> Math.min(edges[axis], voxels(Math.floor(strideMm / spacing.along(axis)))))
                .toArray();
        return new OcclusionBoxes(new GridSize(edges[0], edges[1], edges[2]), new GridSize(strides[0], strides[1], strides[2]));
    }

    private static int voxels(double count) {
        return (int) Math.max(1, count);
    }

    /** First indices of the boxes along an axis of n voxels: every stride, the last one moved back so that it ends with the axis. */
    int[] starts(int axis, int n) {
        int last = Math.max(0, n - edge.along(axis));
        int step = stride.along(axis);
        int count = (int) ((last + (long) step - 1) / step) + 1;
        return IntStream.range(0, count).map(k -> (int) Math.min((long) k * step, last)).toArray();
    }
}
