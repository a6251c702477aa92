package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.LevelGrid;
import java.util.Arrays;

/**
 * Rows of a level grid as {@code int}, each also shifted along x, so that a kernel reads a row and its neighbours at one index of
 * different arrays: loops of that form are run several voxels at a time by the JIT, loops over one array at several offsets are not.
 * Rows are made slice by slice as they are asked for, and those of the slices that a kernel still looks at are kept. Where a kernel looks
 * at neighbours only, their shifted copies are kept too; where it looks further there would be hundreds of megabytes of them, and a shifted
 * row is copied whenever it is asked for, which costs little beside the hundreds of rows that are read for each.
 */
final class LevelRows {
    private final LevelGrid grid;
    private final int reach;
    private final int shifts;
    /** How far shifts along x are kept. */
    private final int keptShifts;
    /** By slice modulo the number kept, row with its border, and shift; the last is the row with its border on both sides. */
    private final int[][][][] kept;
    private final int[] sliceOf;
    /** By shift: the row asked for last, for shifts that are not kept. */
    private final int[][] passing;

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
        this.keptShifts = reach == 1 ? shifts : 0;
        int nx = levels.size().x();
        this.kept = new int[slices][levels.size().y() + 2 * reach][2 * keptShifts + 2][];
        for (int[][][] slice : kept) {
            for (int[][] row : slice) {
                for (int shift = 0; shift <= 2 * keptShifts; shift++) {
                    row[shift] = new int[nx];
                }
                row[2 * keptShifts + 1] = new int[nx + 2 * reach];
            }
        }
        this.sliceOf = new int[slices];
        Arrays.fill(sliceOf, Integer.MIN_VALUE);
        this.passing = new int[keptShifts == shifts ? 0 : 2 * shifts + 1][nx];
    }

    /**
     * The levels at x + dx for every x of the box; y and z may leave the box as far as the border goes. The array is good until another
     * slice takes its place, that of a shift in a reach above 1 only until the next call with the same shift.
     */
    int[] row(int y, int z, int dx) {
        int[][] row = rows(y, z);
        if (Math.abs(dx) <= keptShifts) {
            return row[dx + keptShifts];
        }
        int[] shifted = passing[dx + shifts];
        System.arraycopy(row[2 * keptShifts + 1], reach + dx, shifted, 0, shifted.length);
        return shifted;
    }

    /** The levels of a row with its border: index x + reach. */
    int[] bordered(int y, int z) {
        return rows(y, z)[2 * keptShifts + 1];
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
            int[] whole = row[2 * keptShifts + 1];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = levels[start + i];
            }
            for (int shift = 0; shift <= 2 * keptShifts; shift++) {
                System.arraycopy(whole, reach - keptShifts + shift, row[shift], 0, nx);
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
