package io.github.radiomics4j.benchmarks.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An image, a mask and the grey levels that follow from them, as plain arrays over the whole image: nothing is cropped or bordered. */
public final class Region {
    final int nx;
    final int ny;
    final int nz;
    final double[] spacing;
    final double[] image;
    final boolean[] shape;
    final boolean[] counted;
    final int[] level;
    final int levels;

    /**
     * A region with levels by fixed bin number over the intensities that count.
     *
     * @param size voxels along x, y and z
     * @param spacing distance of voxel centres, mm
     * @param image one intensity per voxel, x fastest
     * @param mask 1 inside
     * @param lower lowest intensity that counts
     * @param upper highest intensity that counts
     * @param levels number of grey levels
     */
    public Region(int[] size, double[] spacing, short[] image, byte[] mask, int lower, int upper, int levels) {
        this.nx = size[0];
        this.ny = size[1];
        this.nz = size[2];
        this.spacing = spacing.clone();
        this.levels = levels;
        this.image = new double[image.length];
        this.shape = new boolean[image.length];
        this.counted = new boolean[image.length];
        this.level = new int[image.length];
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int i = 0; i < image.length; i++) {
            this.image[i] = image[i];
            shape[i] = mask[i] != 0;
            counted[i] = shape[i] && image[i] >= lower && image[i] <= upper;
            if (counted[i]) {
                min = Math.min(min, image[i]);
                max = Math.max(max, image[i]);
            }
        }
        for (int i = 0; i < image.length; i++) {
            if (counted[i]) {
                level[i] = image[i] == max ? levels : 1 + levels * (image[i] - min) / (max - min);
            }
        }
    }

    boolean isInImage(int x, int y, int z) {
        return x >= 0 && x < nx && y >= 0 && y < ny && z >= 0 && z < nz;
    }

    int index(int x, int y, int z) {
        return x + nx * (y + ny * z);
    }

    /** The grey level of a voxel, 0 outside the region and outside the image. */
    int levelAt(int x, int y, int z) {
        return isInImage(x, y, z) ? level[index(x, y, z)] : 0;
    }

    /** Whether a voxel belongs to the morphological mask. */
    boolean shapeAt(int x, int y, int z) {
        return isInImage(x, y, z) && shape[index(x, y, z)];
    }

    /** x, y, z of the voxels of a mask, in index order. */
    List<int[]> voxels(boolean[] mask) {
        List<int[]> voxels = new ArrayList<>();
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                voxels.add(new int[] {i % nx, i / nx % ny, i / (nx * ny)});
            }
        }
        return voxels;
    }

    /** The voxels with a grey level in some slices. */
    List<int[]> levelVoxels(Part part) {
        return voxels(counted).stream().filter(v -> v[2] >= part.first() && v[2] <= part.last()).toList();
    }

    /** The intensities that count, ascending. */
    double[] sortedIntensities() {
        double[] sorted = voxels(counted).stream().mapToDouble(v -> image[index(v[0], v[1], v[2])]).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The grey levels, ascending. */
    double[] sortedLevels() {
        double[] sorted = voxels(counted).stream().mapToDouble(v -> levelAt(v[0], v[1], v[2])).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
