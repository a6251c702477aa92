package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.LevelGrid;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Zones of voxels of one level that touch by face, edge or corner, within slices or through the volume: a union-find over one
 * raster scan, in which the lowest index of a zone is its root. Immutable once made, so that families share it.
 */
final class ConnectedZones {
    private final LevelGrid grid;
    /**
     * At a root the number of voxels of its zone with a minus sign, at other voxels of a zone the index of one before them, 0 outside the
     * region. One array, as this is the largest thing in memory while textures are measured; index 0 is border, so no parent is 0.
     */
    private final int[] links;

    private ConnectedZones(LevelGrid grid) {
        this.grid = grid;
        this.links = new int[grid.bordered().length];
    }

    /**
     * Zones of 26-connected voxels (directions of the volume) or 8-connected ones (directions within slices), made once where the grid is
     * shared.
     */
    static ConnectedZones of(LevelGrid grid, List<Direction> directions) {
        return grid.derived(new Key(directions), () -> made(grid, directions));
    }

    /** Tells zones from what else is derived from a grid. */
    private record Key(List<Direction> directions) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key o && directions.equals(o.directions);
        }

        @Override
        public int hashCode() {
            return directions.hashCode();
        }
    }

    private static ConnectedZones made(LevelGrid grid, List<Direction> directions) {
        ConnectedZones zones = new ConnectedZones(grid);
        int[] offsets = Direction.offsets(directions, grid);
        int[] needed = Links.needed(directions);
        LevelRows rows = new LevelRows(grid, 1, 1, 2);
        int[] same = new int[grid.size().x()];
        for (int z = 0; z < grid.size().z(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int from = rows.from(y, z);
                int to = rows.to(y, z);
                if (from < to) {
                    int[] row = rows.row(y, z, 0);
                    Arrays.fill(same, from, to, 0);
                    for (int d = 0; d < offsets.length; d++) {
                        Direction direction = directions.get(d);
                        markSame(row, rows.row(y - direction.dy(), z - direction.dz(), -direction.dx()), from, to, 1 << d, same);
                    }
                    zones.joinRow(row, same, from, to, grid.rowStart(y, z), offsets, needed);
                }
            }
        }
        return zones;
    }

    /** Sets a bit where a neighbour has the same level: where their difference and its negative have no sign. */
    private static void markSame(int[] row, int[] behind, int from, int to, int bit, int[] same) {
        for (int x = from; x < to; x++) {
            int difference = row[x] - behind[x];
            same[x] |= ~((difference | -difference) >> 31) & bit;
        }
    }

    private void joinRow(int[] row, int[] same, int from, int to, int start, int[] offsets, int[] needed) {
        for (int x = from; x < to; x++) {
            if (row[x] == 0) {
                continue;
            }
            int v = start + x;
            int root = v;
            int count = 1;
            for (int left = needed[same[x]]; left != 0; left &= left - 1) {
                int other = rootOf(v - offsets[Integer.numberOfTrailingZeros(left)]);
                if (other != root) {
                    count -= links[other];
                    links[Math.max(root, other)] = Math.min(root, other);
                    root = Math.min(root, other);
                }
            }
            links[v] = root;
            links[root] = -count;
        }
    }

    private int rootOf(int v) {
        int at = v;
        int next = links[at];
        while (next > 0) {
            int further = links[next];
            if (further < 0) {
                return next;
            }
            links[at] = further;
            at = further;
            next = links[at];
        }
        return at;
    }

    /** The number of voxels of the zone of a root. */
    int size(int root) {
        return -links[root];
    }

    /** Adds the zones whose root lies in the slices of a sweep, each with a number that is asked for once, by its root. */
    void count(Sweep sweep, IntUnaryOperator ofRoot, LevelSizeCounts counts) {
        short[] levels = grid.bordered();
        int nx = grid.size().x();
        for (int z = sweep.firstSlice(); z <= sweep.lastSlice(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    if (links[v] < 0) {
                        counts.add(levels[v], ofRoot.applyAsInt(v));
                    }
                }
            }
        }
    }

    /**
     * Puts the least of the numbers of each zone's voxels in the place of the number at its root. That works in one pass, since the root
     * is the first voxel of its zone and numbers elsewhere stay as they are.
     */
    void leastToRoots(short[] numbers) {
        int nx = grid.size().x();
        for (int z = 0; z < grid.size().z(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                int start = grid.rowStart(y, z);
                for (int v = start; v < start + nx; v++) {
                    int root = links[v];
                    if (root > 0) {
                        for (int before = links[root]; before > 0; before = links[root]) {
                            root = before;
                        }
                        numbers[root] = (short) Math.min(numbers[root], numbers[v]);
                    }
                }
            }
        }
    }

    /**
     * Which of the neighbours of one level a voxel must be joined with: those that touch each other were joined before, so one of each
     * group will do. Most voxels have one group.
     */
    private static final class Links {
        private static final int[] IN_PLANE = made(Direction.IN_PLANE);
        private static final int[] VOLUME = made(Direction.VOLUME);

        private Links() {
        }

        /** For each set of neighbours behind, as bits in the order of the directions. */
        static int[] needed(List<Direction> directions) {
            return directions.equals(Direction.VOLUME) ? VOLUME : directions.equals(Direction.IN_PLANE) ? IN_PLANE : made(directions);
        }

        private static int[] made(List<Direction> directions) {
            int[] needed = new int[1 << directions.size()];
            for (int set = 1; set < needed.length; set++) {
                for (int left = set; left != 0;) {
                    int first = Integer.lowestOneBit(left);
                    needed[set] |= first;
                    left &= ~group(first, left, directions);
                }
            }
            return needed;
        }

        /** The members of a set that can be reached from one of them over touching members. */
        private static int group(int first, int set, List<Direction> directions) {
            int group = 0;
            int edge = first;
            while (edge != 0) {
                group |= edge;
                int reached = 0;
                for (int left = edge; left != 0; left &= left - 1) {
                    reached |= touching(Integer.numberOfTrailingZeros(left), directions);
                }
                edge = reached & set & ~group;
            }
            return group;
        }

        private static int touching(int index, List<Direction> directions) {
            Direction a = directions.get(index);
            int touching = 0;
            for (int d = 0; d < directions.size(); d++) {
                Direction b = directions.get(d);
                boolean touches = Math.abs(a.dx() - b.dx()) <= 1 && Math.abs(a.dy() - b.dy()) <= 1 && Math.abs(a.dz() - b.dz()) <= 1;
                touching |= touches ? 1 << d : 0;
            }
            return touching;
        }
    }
}
