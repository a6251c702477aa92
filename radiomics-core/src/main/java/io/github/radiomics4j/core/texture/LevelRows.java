package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.LevelGrid;
import java.util.Arrays;

/**
 * Rows of a level grid as {@code int}, each also shifted along x, so that a kernel reads a row and its neighbours at one index of
 * different arrays: loops of that form are run several voxels at a time by the JIT, loops over one array at several offsets are not.
 * Rows are made slice by slice as they are asked for, and those of the slices that a kernel still looks at are kept.
 */
final class LevelRows {
    private final LevelGrid grid;
    private final int reach;
    private final int shifts;
    /** By slice modulo the number kept, row with its border, and shift; the last is the row with its border on both sides. */
    private final int[][][][] kept;
    private final int[] sliceOf;

    /**
     * Rows of a grid.
     *
     * @param levels a grid whose border is at least as wide as the reach
     * @param reach how far rows before and after may go
     * @param shifts how far shifts along x may go, at most the reach; 0 where none is needed
     * @param slices how many neighbouring slices are looked at together
     */
    LevelRows(LevelGrid levels, int reach, int shifts, int slices) {
        this.grid = levels;
        this.reach = reach;
        this.shifts = shifts;
        int nx = levels.size().x();
        this.kept = new int[slices][levels.size().y() + 2 * reach][2 * shifts + 2][];
        for (int[][][] slice : kept) {
            for (int[][] row : slice) {
                for (int shift = 0; shift <= 2 * shifts; shift++) {
                    row[shift] = new int[nx];
                }
                row[2 * shifts + 1] = new int[nx + 2 * reach];
            }
        }
        this.sliceOf = new int[slices];
        Arrays.fill(sliceOf, Integer.MIN_VALUE);
    }

    /** The levels at x + dx for every x of the box; y and z may leave the box as far as the border goes. */
    int[] row(int y, int z, int dx) {
        return rows(y, z)[dx + shifts];
    }

    /** The levels of a row with its border: index x + reach. */
    int[] bordered(int y, int z) {
        return rows(y, z)[2 * shifts + 1];
    }

    private int[][] rows(int y, int z) {
        int slot = Math.floorMod(z, kept.length);
        if (sliceOf[slot] != z) {
            fill(kept[slot], z);
            sliceOf[slot] = z;
        }
        return kept[slot][y + reach];
    }

    private void fill(int[][][] rows, int z) {
        short[] levels = grid.bordered();
        int nx = grid.size().x();
        for (int y = -reach; y < grid.size().y() + reach; y++) {
            int start = grid.rowStart(y, z) - reach;
            int[][] row = rows[y + reach];
            int[] whole = row[2 * shifts + 1];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = levels[start + i];
            }
            for (int shift = 0; shift <= 2 * shifts; shift++) {
                System.arraycopy(whole, reach - shifts + shift, row[shift], 0, nx);
            }
        }
    }

    /** The first voxel of the region in a row, or the row's length where there is none. */
    int from(int y, int z) {
        int[] row = row(y, z, 0);
        int x = 0;
        while (x < row.length && row[x] == 0) {
            x++;
        }
        return x;
    }

    /** One beyond the last voxel of the region in a row, or 0 where there is none. */
    int to(int y, int z) {
        int[] row = row(y, z, 0);
        int x = row.length;
        while (x > 0 && row[x - 1] == 0) {
            x--;
        }
        return x;
    }
}
