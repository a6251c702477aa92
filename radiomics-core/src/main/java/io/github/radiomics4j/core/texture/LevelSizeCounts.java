package io.github.radiomics4j.core.texture;

import java.util.Arrays;
import java.util.Optional;

/** Gathers a {@link LevelSizeMatrix}: small sizes in a table, the few large ones in a list that is sorted at the end. */
final class LevelSizeCounts {
    private static final int SMALL = 64;

    private final int levels;
    private final int[] small;
    private long[] large = new long[64];
    private int largeCount;

    LevelSizeCounts(int levels) {
        this.levels = levels;
        this.small = new int[(levels + 1) * SMALL];
    }

    /** One more run or zone. */
    void add(int level, int size) {
        if (size < SMALL) {
            small[level * SMALL + size]++;
        } else {
            if (largeCount == large.length) {
                large = Arrays.copyOf(large, 2 * largeCount);
            }
            large[largeCount++] = (long) level << 32 | size;
        }
    }

    /** The matrix, or nothing where nothing was added. */
    Optional<LevelSizeMatrix> matrix(long voxels) {
        Arrays.sort(large, 0, largeCount);
        int cells = largeCount;
        for (int i = SMALL; i < small.length; i++) {
            cells += small[i] > 0 ? 1 : 0;
        }
        if (cells == 0) {
            return Optional.empty();
        }
        int[] level = new int[cells];
        int[] size = new int[cells];
        double[] count = new double[cells];
        int used = 0;
        int next = 0;
        for (int i = 1; i <= levels; i++) {
            for (int j = 1; j < SMALL; j++) {
                if (small[i * SMALL + j] > 0) {
                    level[used] = i;
                    size[used] = j;
                    count[used++] = small[i * SMALL + j];
                }
            }
            long previous = -1;
            while (next < largeCount && large[next] >>> 32 == i) {
                if (large[next] != previous) {
                    level[used] = i;
                    size[used++] = (int) large[next];
                }
                previous = large[next++];
                count[used - 1]++;
            }
        }
        return Optional.of(new LevelSizeMatrix(Arrays.copyOf(level, used), Arrays.copyOf(size, used), Arrays.copyOf(count, used), voxels));
    }
}
