package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.LevelGrid;

/**
 * The place of each voxel in its run along one direction, row by row in raster order: one more than that of the voxel behind it where that
 * has the same level, else 1. Places are handed on to the rows ahead, shifted so that a row and what it needs share one index.
 */
final class RunPlaces {
    private final Direction direction;
    private final LevelRows rows;
    private final int[] places;
    /** What the row ahead within the slice needs; or, per row, what this slice and the next need. */
    private final int[] aheadInSlice;
    private int[][] here;
    private int[][] next;
    private int slice = Integer.MIN_VALUE;

    RunPlaces(Direction direction, LevelRows rows, LevelGrid grid) {
        this.direction = direction;
        this.rows = rows;
        int nx = grid.size().x();
        int kept = direction.dz() == 0 ? 0 : grid.size().y();
        this.places = new int[nx];
        this.aheadInSlice = new int[nx];
        this.here = new int[kept][nx];
        this.next = new int[kept][nx];
    }

    /** The places of a row's voxels, 0 outside the region. The array is used again for the next row. */
    int[] ofRow(int y, int z, int from, int to) {
        int[] levels = rows.row(y, z, 0);
        if (direction.dz() == 0 && direction.dy() == 0) {
            alongRow(levels, from, to);
            return places;
        }
        if (direction.dz() != 0 && z != slice) {
            int[][] done = here;
            here = next;
            next = done;
            slice = z;
        }
        int[] behind = rows.row(y - direction.dy(), z - direction.dz(), -direction.dx());
        place(levels, behind, direction.dz() == 0 ? aheadInSlice : here[y], from, to, places);
        handOn(y, from, to);
        return places;
    }

    private void alongRow(int[] levels, int from, int to) {
        int place = 0;
        int last = 0;
        for (int x = from; x < to; x++) {
            place = levels[x] == 0 ? 0 : levels[x] == last ? place + 1 : 1;
            last = levels[x];
            places[x] = place;
        }
    }

    /** The bits of a difference and of its negative have a sign among them unless it is 0; voxels outside get place 0. */
    private static void place(int[] levels, int[] behind, int[] placesBehind, int from, int to, int[] places) {
        for (int x = from; x < to; x++) {
            int difference = levels[x] - behind[x];
            places[x] = 1 + (placesBehind[x] & ~((difference | -difference) >> 31)) & -levels[x] >> 31;
        }
    }

    /** Rows that are passed over, and voxels beyond the stretch, are outside the region and equal to no level in it: nothing is needed. */
    private void handOn(int y, int from, int to) {
        int row = y + direction.dy();
        if (direction.dz() != 0 && (row < 0 || row >= next.length)) {
            return;
        }
        int dx = direction.dx();
        int first = Math.max(from, -dx);
        int last = Math.min(to, places.length - dx);
        if (first < last) {
            System.arraycopy(places, first, direction.dz() == 0 ? aheadInSlice : next[row], first + dx, last - first);
        }
    }
}
