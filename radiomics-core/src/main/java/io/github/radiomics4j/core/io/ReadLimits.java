package io.github.radiomics4j.core.io;

/**
 * How much memory the voxels of one file may take. A header can announce any size; what lies above the limit is refused
 * before anything is allocated.
 *
 * @param bytes the largest voxel array, in bytes as kept in memory (8 per voxel where values are rescaled)
 */
public record ReadLimits(long bytes) {
    /** 4 GiB: a whole-body CT of 512 × 512 × 2000 in 16 bit takes 1 GiB. */
    public static final ReadLimits STANDARD = new ReadLimits(4L << 30);

    /**
     * Checks that the limit is positive.
     *
     * @param bytes the largest voxel array, in bytes as kept in memory
     */
    public ReadLimits {
        if (bytes < 1) {
            throw new IllegalArgumentException("the memory limit must be at least 1 byte, was " + bytes);
        }
    }
}
