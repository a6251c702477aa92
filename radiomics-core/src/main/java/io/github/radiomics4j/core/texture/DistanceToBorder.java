package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.LevelGrid;

/**
 * City-block distance of each voxel of the morphological mask to the mask's border, a voxel at the border having distance 1: two passes
 * over an array with a border, forwards and backwards, which are exact for this metric.
 *
 * <p>Distances fit into {@code short}, those of the first pass included: none is larger than the shorter edge of a slice, and that is at
 * most 26 752 voxels, since a longer one would make 2³¹ voxels with the border, of which a slice has another one before and after it.
 */
final class DistanceToBorder {

    private DistanceToBorder() {
    }

    /** Distances, a fresh array, in the layout of {@link LevelGrid#bordered()}; within slices or through the volume. */
    static short[] of(BitGrid mask, LevelGrid layout, boolean withinSlices) {
        int nx = mask.size().x();
        int ny = mask.size().y();
        int nz = mask.size().z();
        int row = layout.rowStride();
        int slice = layout.sliceStride();
        short[] distance = new short[layout.bordered().length];
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                int start = layout.rowStart(y, z);
                for (int x = 0; x < nx; x++) {
                    int v = start + x;
                    if (mask.contains(x + nx * (y + ny * z))) {
                        int nearest = Math.min(distance[v - 1], distance[v - row]);
                        distance[v] = (short) (1 + (withinSlices ? nearest : Math.min(nearest, distance[v - slice])));
                    }
                }
            }
        }
        for (int z = nz - 1; z >= 0; z--) {
            for (int y = ny - 1; y >= 0; y--) {
                int start = layout.rowStart(y, z);
                for (int v = start + nx - 1; v >= start; v--) {
                    if (distance[v] > 0) {
                        int nearest = Math.min(distance[v + 1], distance[v + row]);
                        int there = withinSlices ? nearest : Math.min(nearest, distance[v + slice]);
                        distance[v] = (short) Math.min(distance[v], 1 + there);
                    }
                }
            }
        }
        return distance;
    }
}
