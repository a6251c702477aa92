package io.github.radiomics4j.core.texture;

import java.util.Arrays;
import java.util.Optional;

/**
 * How often a voxel of a level is the k-th of its run. A run of length n has one voxel at each of the places 1 to n, so as many runs have
 * the length k as there are voxels at place k less those at place k + 1: runs are counted without being looked at from their ends. Voxels
 * at place 1 need not be counted at all, they are those that are at no other.
 */
final class RunPositions {
    private static final int NEAR_BITS = 6;
    private static final int NEAR = 1 << NEAR_BITS;

    /** Places from 2 up to {@link #NEAR}, of one level after the other. */
    private final int[] near;
    /** Further places: at index level, then place; a row is made where it is needed and grows with its level's runs. */
    private final int[][] far;
    private int directions;

    private RunPositions(int levels, int directions) {
        this.near = new int[levels + 1 << NEAR_BITS];
        this.far = new int[levels + 1][0];
        this.directions = directions;
    }

    /** Nothing counted yet, of one direction. */
    static RunPositions ofDirection(int levels) {
        return new RunPositions(levels, 1);
    }

    /** The counts of several directions together. */
    static RunPositions sum(int levels, Iterable<RunPositions> parts) {
        RunPositions sum = new RunPositions(levels, 0);
        for (RunPositions part : parts) {
            sum.directions += part.directions;
            for (int i = 0; i < part.near.length; i++) {
                sum.near[i] += part.near[i];
            }
            for (int level = 1; level <= levels; level++) {
                int[] more = part.far[level];
                for (int place = NEAR; place < more.length; place++) {
                    sum.row(level, place)[place] += more[place];
                }
            }
        }
        return sum;
    }

    /** Counts the voxels of a stretch of a row; the last array is for notes on which of them are beyond place 1, few in fine textures. */
    void add(int[] levels, int[] places, int from, int to, int[] noted) {
        int n = 0;
        for (int x = from; x < to; x++) {
            noted[n] = x;
            n += 1 - places[x] >>> 31;
        }
        for (int k = 0; k < n; k++) {
            int place = places[noted[k]];
            int level = levels[noted[k]];
            if (place < NEAR) {
                near[level << NEAR_BITS | place]++;
            } else {
                row(level, place)[place]++;
            }
        }
    }

    private int[] row(int level, int place) {
        int[] row = far[level];
        if (place >= row.length) {
            row = Arrays.copyOf(row, 2 * place);
            far[level] = row;
        }
        return row;
    }

    private long voxelsAt(int level, int place) {
        return place < NEAR ? near[level << NEAR_BITS | place] : place < far[level].length ? far[level][place] : 0;
    }

    /** The matrix of run lengths, or nothing where there is no voxel; it is told how many voxels each level has. */
    Optional<LevelSizeMatrix> matrix(long[] histogram) {
        int most = near.length;
        for (int[] row : far) {
            most += row.length;
        }
        int[] level = new int[most];
        int[] length = new int[most];
        double[] runs = new double[most];
        long voxels = 0;
        int used = 0;
        for (int i = 1; i < far.length; i++) {
            voxels += directions * histogram[i];
            long atPlace = directions * histogram[i];
            for (int place = 2; voxelsAt(i, place) > 0; place++) {
                atPlace -= voxelsAt(i, place);
            }
            for (int place = 1; atPlace > 0; place++) {
                long atNext = voxelsAt(i, place + 1);
                if (atPlace > atNext) {
                    level[used] = i;
                    length[used] = place;
                    runs[used++] = atPlace - atNext;
                }
                atPlace = atNext;
            }
        }
        return used == 0 ? Optional.empty() : Optional.of(new LevelSizeMatrix(Arrays.copyOf(level, used), Arrays.copyOf(length, used),
                Arrays.copyOf(runs, used), voxels));
    }
}
