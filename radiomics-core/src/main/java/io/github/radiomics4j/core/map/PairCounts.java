package io.github.radiomics4j.core.map;

/** How often grey levels lie beside each other in a window, as counts that pairs of voxels are added to and taken from. */
final class PairCounts {
    /** Voxels of each level. */
    final int[] voxels;
    /** Pairs of levels i ≤ j at i · width + j. */
    final int[] cells;
    /** Ends of pairs of each level. */
    final int[] first;
    /** Pairs of each difference of levels. */
    final int[] difference;
    /** Pairs of each sum of levels. */
    final int[] sum;
    final int width;
    private int pairs;
    private int highest;

    PairCounts(int levels) {
        this.width = levels + 1;
        this.voxels = new int[width];
        this.cells = new int[width * width];
        this.first = new int[width];
        this.difference = new int[levels];
        this.sum = new int[2 * levels + 1];
    }

    int pairs() {
        return pairs;
    }

    /** The highest level of a voxel, whether it has neighbours or not; 0 without voxels. */
    int highest() {
        while (highest > 0 && voxels[highest] == 0) {
            highest--;
        }
        return highest;
    }

    /** Adds voxels (once) or takes them away (−1 times); steps lead to them from {@code at}. */
    void countVoxels(short[] levels, int at, int[] steps, int times) {
        for (int step : steps) {
            int level = levels[at + step];
            if (level != 0) {
                voxels[level] += times;
                highest = Math.max(highest, level);
            }
        }
    }

    /** Adds pairs (once) or takes them away (−1 times); two steps after each other lead to a pair from {@code at}. */
    void countPairs(short[] levels, int at, int[] steps, int times) {
        int[] cell = cells;
        int[] ends = first;
        int[] apart = difference;
        int[] together = sum;
        int count = 0;
        for (int k = 0; k < steps.length; k += 2) {
            int a = levels[at + steps[k]];
            int b = levels[at + steps[k + 1]];
            if (a != 0 && b != 0) {
                int low = Math.min(a, b);
                int high = Math.max(a, b);
                cell[low * width + high] += times;
                ends[low] += times;
                ends[high] += times;
                apart[high - low] += times;
                together[low + high] += times;
                count++;
            }
        }
        pairs += times * count;
    }
}
