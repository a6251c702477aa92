package io.github.radiomics4j.core.roi;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;

/**
 * The intensities of a region's box and of a margin on every side, for families that look beyond the region. The margin may leave
 * the image: voxels that the image does not have, or for which it holds no finite number, are absent. Immutable.
 */
public final class Surroundings {
    /** So many mm more are reached than asked for, so that a whole number of voxels is not lost to rounding. */
    private static final double ROUNDING = 1e-9;

    private final GridSize size;
    private final int[] margin;
    private final double[] intensities;
    private final BitGrid present;

    private Surroundings(GridSize size, int[] margin, double[] intensities, BitGrid present) {
        this.size = size;
        this.margin = margin;
        this.intensities = intensities;
        this.present = present;
    }

    /**
     * How many voxels a margin is wide.
     *
     * @param reach how far is looked, mm; at least 0
     * @param spacing distance of voxel centres
     * @param axis 0 for x, 1 for y, 2 for z
     * @return the voxels whose centres lie within reach of the one that is looked from, on one side
     */
    public static int margin(double reach, VoxelSpacing spacing, int axis) {
        return (int) Math.floor((reach + ROUNDING) / spacing.along(axis));
    }

    /**
     * A box with its margins.
     *
     * @param size the region's box
     * @param reach how far the margins go, mm
     * @param spacing distance of voxel centres
     * @param intensities one value per voxel of the larger box, index {@code x + nx (y + ny z)}; not finite where there is none; copied
     * @return the surroundings
     * @throws IllegalArgumentException where the length does not fit
     */
    public static Surroundings of(GridSize size, double reach, VoxelSpacing spacing, double[] intensities) {
        return owning(size, reach, spacing, intensities.clone());
    }

    /**
     * A box with its margins, over an array that the caller has made for it.
     *
     * @param size the region's box
     * @param reach how far the margins go, mm
     * @param spacing distance of voxel centres
     * @param intensities as for {@link #of}, but not copied: it belongs to the surroundings from now on, which put 0 where there is none
     * @return the surroundings
     * @throws IllegalArgumentException where the length does not fit
     */
    public static Surroundings owning(GridSize size, double reach, VoxelSpacing spacing, double[] intensities) {
        int[] margin = new int[3];
        int[] whole = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            margin[axis] = margin(reach, spacing, axis);
            whole[axis] = size.along(axis) + 2 * margin[axis];
        }
        GridSize larger = new GridSize(whole[0], whole[1], whole[2]);
        if (intensities.length != larger.voxels()) {
            throw new IllegalArgumentException("box of " + size + " with its margins is " + larger + " and needs " + larger.voxels()
                    + " intensities, got " + intensities.length);
        }
        byte[] present = new byte[intensities.length];
        for (int i = 0; i < present.length; i++) {
            if (Double.isFinite(intensities[i])) {
                present[i] = 1;
            } else {
                intensities[i] = 0;
            }
        }
        return new Surroundings(larger, margin, intensities, BitGrid.owning(larger, present));
    }

    /**
     * The box with its margins.
     *
     * @return voxels along each axis
     */
    public GridSize size() {
        return size;
    }

    /**
     * The width of the margin before and after the region's box.
     *
     * @param axis 0 for x, 1 for y, 2 for z
     * @return voxels
     */
    public int margin(int axis) {
        return margin[axis];
    }

    /**
     * The intensity of a voxel.
     *
     * @param index {@code x + nx (y + ny z)} in {@link #size()}
     * @return in the unit of the image; 0 where the voxel is absent
     */
    public double at(int index) {
        return intensities[index];
    }

    /**
     * Which voxels have an intensity.
     *
     * @return of {@link #size()}
     */
    public BitGrid present() {
        return present;
    }
}
