package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Arrays;

/** The lines along x of a box in which a region has voxels, y the fastest, then z. */
final class OccupiedLines {
    private final int ny;
    /** {@code y + ny z}. */
    private final int[] rows;
    private final int[] voxelsBefore;
    private final int[] linesBefore;

    private OccupiedLines(int ny, int[] rows, int[] voxelsBefore, int[] linesBefore) {
        this.ny = ny;
        this.rows = rows;
        this.voxelsBefore = voxelsBefore;
        this.linesBefore = linesBefore;
    }

    static OccupiedLines of(BitGrid mask) {
        int nx = mask.size().x();
        int ny = mask.size().y();
        int nz = mask.size().z();
        int[] rows = new int[ny * nz];
        int[] voxelsBefore = new int[rows.length];
        int[] linesBefore = new int[nz + 1];
        int lines = 0;
        int voxels = 0;
        for (int row = 0; row < ny * nz; row++) {
            int before = voxels;
            for (int i = nx * row; i < nx * (row + 1); i++) {
                voxels += mask.contains(i) ? 1 : 0;
            }
            if (voxels > before) {
                rows[lines] = row;
                voxelsBefore[lines++] = before;
            }
            linesBefore[row / ny + 1] = lines;
        }
        return new OccupiedLines(ny, Arrays.copyOf(rows, lines), Arrays.copyOf(voxelsBefore, lines), linesBefore);
    }

    int count() {
        return rows.length;
    }

    /** Where a line lies: {@code y + ny z}. */
    int row(int line) {
        return rows[line];
    }

    /** Where a line lies in its slice. */
    int y(int line) {
        return rows[line] % ny;
    }

    /** How many voxels of the region come before those of a line. */
    int voxelsBefore(int line) {
        return voxelsBefore[line];
    }

    /** How many lines come before those of a slice; of the slice after the last one, too. */
    int linesBefore(int z) {
        return linesBefore[z];
    }
}
