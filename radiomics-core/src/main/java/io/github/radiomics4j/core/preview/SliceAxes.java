package io.github.radiomics4j.core.preview;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.VoxelSpacing;

/** Which index axes (0 to 2) run across, down and through a picture, and which of the first two run backwards. */
record SliceAxes(int across, int down, int through, boolean acrossBackwards, boolean downBackwards) {
    private static final int LEFT = 0;
    private static final int POSTERIOR = 1;
    private static final int SUPERIOR = 2;
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    static SliceAxes of(ImageGeometry geometry, ViewPlane plane) {
        return switch (plane) {
            case AXIAL -> of(geometry, LEFT, POSTERIOR, 1);
            case CORONAL -> of(geometry, LEFT, SUPERIOR, -1);
            case SAGITTAL -> of(geometry, POSTERIOR, SUPERIOR, -1);
            case STORED -> new SliceAxes(0, 1, 2, false, false);
        };
    }

    /** Across grows towards the first direction of the patient, down towards the second or, with −1, away from it. */
    private static SliceAxes of(ImageGeometry geometry, int acrossRow, int downRow, int downSign) {
        int[] axes = axesOfPatient(geometry);
        int across = axes[acrossRow];
        int down = axes[downRow];
        return new SliceAxes(across, down, 3 - across - down, geometry.direction(acrossRow, across) < 0,
                downSign * geometry.direction(downRow, down) < 0);
    }

    /** The index axis that stands for left, posterior and superior. */
    private static int[] axesOfPatient(ImageGeometry geometry) {
        int[] best = ORDERS[0];
        double most = -1;
        for (int[] order : ORDERS) {
            double sum = 0;
            for (int row = 0; row < order.length; row++) {
                sum += Math.abs(geometry.direction(row, order[row]));
            }
            if (sum > most) {
                most = sum;
                best = order;
            }
        }
        return best;
    }

    static double spacing(VoxelSpacing spacing, int axis) {
        return axis == 0 ? spacing.x() : axis == 1 ? spacing.y() : spacing.z();
    }

    /** The part of one slice that lies within a margin of a box, cut at the image's border. */
    IndexBox window(IndexBox box, int slice, double margin, VoxelSpacing spacing, GridSize size) {
        int[] min = new int[3];
        int[] max = new int[3];
        for (int axis : new int[] {across, down}) {
            int voxels = (int) Math.min(size.along(axis), Math.ceil(margin / spacing(spacing, axis)));
            min[axis] = Math.max(0, box.min(axis) - voxels);
            max[axis] = Math.min(size.along(axis) - 1, box.max(axis) + voxels);
        }
        min[through] = slice;
        max[through] = slice;
        return new IndexBox(min[0], min[1], min[2], max[0], max[1], max[2]);
    }

    /** Where a place of the picture, counted in voxels from its upper left corner, lies in a copy of the window. */
    int index(int column, int row, GridSize window) {
        int[] at = new int[3];
        at[across] = acrossBackwards ? window.along(across) - 1 - column : column;
        at[down] = downBackwards ? window.along(down) - 1 - row : row;
        return at[0] + window.x() * (at[1] + window.y() * at[2]);
    }
}
