package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;

/** Planes of a volume, named by the array axes (0 is x) that are their columns and rows; the third axis leads from plane to plane. */
enum PlaneAxes {
    /** Slices; axial where z runs along the body. */
    XY(0, 1, 2),
    /** Coronal where y runs from front to back. */
    XZ(0, 2, 1),
    /** Sagittal where x runs from side to side. */
    YZ(1, 2, 0);

    private final int columns;
    private final int rows;
    private final int across;

    PlaneAxes(int columns, int rows, int across) {
        this.columns = columns;
        this.rows = rows;
        this.across = across;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int across() {
        return across;
    }

    /** The voxels of a rectangle in plane {@code at}; copies of it have columns fastest, then rows. */
    IndexBox rectangle(int at, int minColumn, int minRow, int maxColumn, int maxRow) {
        int[] min = new int[3];
        int[] max = new int[3];
        min[columns] = minColumn;
        max[columns] = maxColumn;
        min[rows] = minRow;
        max[rows] = maxRow;
        min[across] = at;
        max[across] = at;
        return new IndexBox(min[0], min[1], min[2], max[0], max[1], max[2]);
    }

    /** The part of a box in the plane {@code index} planes after its first. */
    IndexBox plane(IndexBox box, int index) {
        return rectangle(box.min(across) + index, box.min(columns), box.min(rows), box.max(columns), box.max(rows));
    }

    /** The region's voxels in each plane of a box. */
    int[] areas(Mask mask, IndexBox box) {
        int[] areas = new int[box.size().along(across)];
        for (int i = 0; i < areas.length; i++) {
            for (byte inside : mask.copy(plane(box, i))) {
                areas[i] += inside;
            }
        }
        return areas;
    }
}
