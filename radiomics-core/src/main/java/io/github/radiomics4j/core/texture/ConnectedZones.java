package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.LevelGrid;
import java.util.List;

/**
 * Zones of voxels of one level that touch by face, edge or corner, within slices or through the volume: a union-find over one
 * raster scan, in which the lowest index of a zone is its root.
 */
final class ConnectedZones {
    private final LevelGrid grid;
    private final int[] parent;

    private ConnectedZones(LevelGrid grid, int[] parent) {
        this.grid = grid;
        this.parent = parent;
    }

    /** Zones of 26-connected voxels (directions of the volume) or 8-connected ones (directions within slices). */
    static ConnectedZones of(LevelGrid grid, List<Direction> directions) {
        short[] levels = grid.bordered();
        int[] offsets = Direction.offsets(directions, grid);
        int[] parent = new int[levels.length];
        int nx = grid.size().x();
        for (int z = 0; z < grid.size().z(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    short level = levels[v];
                    if (level == 0) {
                        continue;
                    }
                    int root = v;
                    for (int offset : offsets) {
                        if (levels[v - offset] == level) {
                            int other = rootOf(parent, v - offset);
                            if (other < root) {
                                parent[root] = other;
                                root = other;
                            } else {
                                parent[other] = root;
                            }
                        }
                    }
                    parent[v] = root;
                }
            }
        }
        return new ConnectedZones(grid, parent);
    }

    private static int rootOf(int[] parent, int v) {
        int at = v;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** What is added up or compared at the root of a zone, voxel by voxel in raster order. */
    private interface AtRoot {
        int with(int before, int voxel);
    }

    /** Roots are met before the rest of their zone, so one pass settles every voxel and tells its root; 0 where no root is. */
    private int[] atRoots(AtRoot visit) {
        int[] result = new int[parent.length];
        int nx = grid.size().x();
        for (int z = 0; z < grid.size().z(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    if (grid.bordered()[v] != 0) {
                        int root = parent[parent[v]];
                        parent[v] = root;
                        result[root] = visit.with(result[root], v);
                    }
                }
            }
        }
        return result;
    }

    /** The number of voxels of each zone, at its root. */
    int[] sizesAtRoots() {
        return atRoots((before, voxel) -> before + 1);
    }

    /** The least of positive numbers of each zone's voxels, at its root. */
    int[] leastAtRoots(int[] numbers) {
        return atRoots((before, voxel) -> before == 0 ? numbers[voxel] : Math.min(before, numbers[voxel]));
    }

    /** Adds the zones whose root lies in the slices of a sweep, each with its number. */
    static void count(LevelGrid grid, Sweep sweep, int[] atRoots, LevelSizeCounts counts) {
        short[] levels = grid.bordered();
        int nx = grid.size().x();
        for (int z = sweep.firstSlice(); z <= sweep.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    if (atRoots[v] > 0) {
                        counts.add(levels[v], atRoots[v]);
                    }
                }
            }
        }
    }
}
