package io.github.radiomics4j.core.roi;

import io.github.radiomics4j.core.image.GridSize;

/** The intensities of a box and the intensity mask: the voxels whose values count. Immutable. */
public final class IntensityGrid {
    private final double[] box;
    private final BitGrid mask;

    private IntensityGrid(double[] box, BitGrid mask) {
        this.box = box;
        this.mask = mask;
    }

    /**
     * Intensities of a box.
     *
     * @param box one value per voxel, index {@code x + nx (y + ny z)}, in the unit of the image; copied
     * @param mask the intensity mask of the same box
     * @return the grid
     * @throws IllegalArgumentException where the length does not fit
     */
    public static IntensityGrid of(double[] box, BitGrid mask) {
        return owning(box.clone(), mask);
    }

    /**
     * Intensities of a box, over an array that the caller has made for them.
     *
     * @param box as for {@link #of}, but not copied: it belongs to the grid from now on and must not be changed any more
     * @param mask the intensity mask of the same box
     * @return the grid
     * @throws IllegalArgumentException where the length does not fit
     */
    public static IntensityGrid owning(double[] box, BitGrid mask) {
        if (box.length != mask.size().voxels()) {
            throw new IllegalArgumentException("box of " + mask.size() + " needs " + mask.size().voxels() + " intensities, got " + box.length);
        }
        return new IntensityGrid(box, mask);
    }

    /**
     * The box.
     *
     * @return voxels along each axis
     */
    public GridSize size() {
        return mask.size();
    }

    /**
     * The intensity mask.
     *
     * @return the morphological mask less the voxels that re-segmentation dropped
     */
    public BitGrid mask() {
        return mask;
    }

    /**
     * The intensity of a voxel of the box, inside the mask or not.
     *
     * @param index {@code x + nx (y + ny z)}
     * @return in the unit of the image
     */
    public double at(int index) {
        return box[index];
    }

    /**
     * The intensities inside the mask, gathered anew by every call: they would take half as much memory again as the box.
     *
     * @return in index order, a fresh array
     */
    public double[] region() {
        double[] region = new double[mask.count()];
        int n = 0;
        for (int i = 0; n < region.length; i++) {
            region[n] = box[i];
            n += mask.contains(i) ? 1 : 0;
        }
        return region;
    }
}
