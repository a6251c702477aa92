package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.LevelGrid;
import java.util.List;

/**
 * Zones of voxels of one level that touch by face, edge or corner, within slices or through the volume: a union-find over one
 * raster scan, in which the lowest index of a zone is its root.
 */
final class ConnectedZones {
    private final LevelGrid grid;
    private final int[] sizeAtRoot;

    private ConnectedZones(LevelGrid grid, int[] sizeAtRoot) {
        this.grid = grid;
        this.sizeAtRoot = sizeAtRoot;
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
        return new ConnectedZones(grid, sizes(grid, parent));
    }

    private static int rootOf(int[] parent, int v) {
        int at = v;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Roots are met before the rest of their zone, so one pass settles every voxel and counts it at its root. */
    private static int[] sizes(LevelGrid grid, int[] parent) {
        int[] sizes = new int[parent.length];
        int nx = grid.size().x();
        for (int z = 0; z < grid.size().z(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    if (grid.bordered()[v] != 0) {
                        parent[v] = parent[parent[v]];
                        sizes[parent[v]]++;
                    }
                }
            }
        }
        return sizes;
    }

    /** Adds the zones whose first voxel lies in some slices. */
    void count(int firstSlice, int lastSlice, LevelSizeCounts counts) {
        short[] levels = grid.bordered();
        int nx = grid.size().x();
        for (int z = firstSlice; z <= lastSlice; z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    if (sizeAtRoot[v] > 0) {
                        counts.add(levels[v], sizeAtRoot[v]);
                    }
                }
            }
        }
    }
}
