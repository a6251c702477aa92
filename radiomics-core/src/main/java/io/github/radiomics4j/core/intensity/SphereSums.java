package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.roi.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Sums over a sphere around every voxel: over the chords of a row first, chords to discs of a slice then, and discs to spheres. A sphere
 * has the same discs above and below, so each disc is added up once for both. Slices are summed as they are asked for, and those that a
 * sphere covers are kept.
 */
final class SphereSums {

    /** A row of voxels inside the sphere: its offset from the centre along y and z, and its voxels on either side of x = 0. */
    record Chord(int y, int z, int half) {
    }

    private final Surroundings around;
    private final IntToDoubleFunction value;
    private final int reachY;
    private final int reachZ;
    /** The chords of each disc, at its distance from the centre along z. */
    private final List<List<Chord>> discs;
    private final double[] running;
    /** By row modulo the number kept, and voxels on either side: sums over stretches of the row. */
    private final double[][][] chordSums;
    /** By slice modulo the number kept, disc, and row of the box. */
    private final double[][][][] discSums;
    private final int[] sliceOf;

    /**
     * Sums of a box with its margins.
     *
     * @param around the box and its margins, which hold the sphere
     * @param value what is summed, by index of a voxel in both
     * @param chords the sphere
     */
    SphereSums(Surroundings around, IntToDoubleFunction value, List<Chord> chords) {
        GridSize size = around.size();
        int width = size.x() - 2 * around.margin(0);
        int longest = chords.stream().mapToInt(Chord::half).max().orElseThrow();
        this.around = around;
        this.value = value;
        this.reachY = chords.stream().mapToInt(Chord::y).max().orElseThrow();
        this.reachZ = chords.stream().mapToInt(Chord::z).max().orElseThrow();
        this.discs = new ArrayList<>();
        for (int distance = 0; distance <= reachZ; distance++) {
            int z = distance;
            discs.add(chords.stream().filter(chord -> chord.z == z).toList());
        }
        this.running = new double[size.x() + 1];
        this.chordSums = new double[2 * reachY + 1][longest + 1][width];
        this.discSums = new double[2 * reachZ + 1][reachZ + 1][size.y() - 2 * around.margin(1)][width];
        this.sliceOf = new int[2 * reachZ + 1];
        Arrays.fill(sliceOf, Integer.MIN_VALUE);
    }

    /** The sums around voxels of a row of the box. */
    void row(int y, int z, int from, int to, double[] sums) {
        Arrays.fill(sums, from, to, 0);
        for (int dz = -reachZ; dz <= reachZ; dz++) {
            add(slice(z + dz)[Math.abs(dz)][y], from, to, sums);
        }
    }

    private double[][][] slice(int z) {
        int slot = Math.floorMod(z, discSums.length);
        if (sliceOf[slot] != z) {
            sumDiscs(z, discSums[slot]);
            sliceOf[slot] = z;
        }
        return discSums[slot];
    }

    private void sumDiscs(int z, double[][][] sums) {
        for (int y = -reachY; y < reachY; y++) {
            sumChords(y, z);
        }
        int rows = sums[0].length;
        for (int y = 0; y < rows; y++) {
            sumChords(y + reachY, z);
            for (int distance = 0; distance <= reachZ; distance++) {
                double[] disc = sums[distance][y];
                Arrays.fill(disc, 0);
                for (Chord chord : discs.get(distance)) {
                    add(chordSums[Math.floorMod(y + chord.y, chordSums.length)][chord.half], 0, disc.length, disc);
                }
            }
        }
    }

    private void sumChords(int y, int z) {
        double[][] sums = chordSums[Math.floorMod(y, chordSums.length)];
        GridSize size = around.size();
        int first = size.x() * (y + around.margin(1) + size.y() * (z + around.margin(2)));
        for (int x = 0; x < size.x(); x++) {
            running[x + 1] = running[x] + value.applyAsDouble(first + x);
        }
        for (int half = 0; half < sums.length; half++) {
            int from = around.margin(0) - half;
            int to = around.margin(0) + half + 1;
            for (int x = 0; x < sums[half].length; x++) {
                sums[half][x] = running[to + x] - running[from + x];
            }
        }
    }

    private static void add(double[] row, int from, int to, double[] sum) {
        for (int x = from; x < to; x++) {
            sum[x] += row[x];
        }
    }
}
