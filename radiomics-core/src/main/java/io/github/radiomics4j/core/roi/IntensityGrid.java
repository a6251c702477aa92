package io.github.radiomics4j.core.roi;

import io.github.radiomics4j.core.image.GridSize;

/** The intensities of a box and the intensity mask: the voxels whose values count. Immutable. */
public final class IntensityGrid {
    private final double[] box;
    private final BitGrid mask;
    private final double[] region;

    private IntensityGrid(double[] box, BitGrid mask) {
        this.box = box;
        this.mask = mask;
        this.region = new double[mask.count()];
        int n = 0;
        for (int i = 0; i < box.length; i++) {
            if (mask.contains(i)) {
                region[n++] = box[i];
            }
        }
    }

    /**
     * Intensities of a box.
     *
     * @param box one value per voxel, index {@code x + nx (y + ny z)}, in the unit of the image; copied
     * @param mask the intensity mask of the same box
     * @return the grid
     */
    public static IntensityGrid of(double[] box, BitGrid mask) {
        if (box.length != mask.size().voxels()) {
            throw new IllegalArgumentException("box of " + mask.size() + " needs " + mask.size().voxels() + " intensities, got " + box.length);
        }
        return new IntensityGrid(box.clone(), mask);
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
     * The intensities inside the mask.
     *
     * @return in index order, a fresh array
     */
    public double[] region() {
        return region.clone();
    }
}
