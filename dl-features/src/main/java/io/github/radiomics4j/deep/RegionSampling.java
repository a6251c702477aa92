package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import java.util.List;
import java.util.Locale;

/**
 * Which part of an image a network of two dimensions gets to see. From each chosen slice (plane of constant z) a square is cut: its
 * centre is that of the smallest box around the region in the chosen slices, its edge in mm is the box's longer edge plus the margin on
 * both sides. All slices of a region are cut by the same square, so they keep one scale and one position.
 *
 * <p>Of three orthogonal planes each is cut around the box of the region in itself; the edge is that of the largest of the three boxes,
 * so they keep one scale. Columns and rows follow the array's axes and run with their indices.
 *
 * @param slices which slices
 * @param marginMm what is added around the box on each side, in mm
 * @param surroundings what stands where the square holds voxels outside the region
 * @param minimumVoxels slices with fewer voxels of the region are left out; of three orthogonal planes none is, the region is refused
 */
public record RegionSampling(Slices slices, double marginMm, Surroundings surroundings, int minimumVoxels) implements ImageSampling {
    /** No margin may be wider than this: a metre in mm. */
    public static final double LARGEST_MARGIN_MM = 1000;

    /** Which slices are cut. */
    public enum Slices {
        /** The slice that holds most voxels of the region; of several, the one with the lowest index. */
        LARGEST("largest slice"),
        /** Every slice that holds voxels of the region, each a sample. */
        EACH("each slice"),
        /**
         * Three planes in the order x-y, x-z, y-z (columns and rows; axial, coronal and sagittal where the axes run along the body's), each
         * a sample: of each orientation the plane that holds most voxels of the region, of several the one with the lowest index.
         */
        ORTHOGONAL("three orthogonal planes");

        private final String label;

        Slices(String label) {
            this.label = label;
        }
    }

    /** What stands outside the region. */
    public enum Surroundings {
        /** The image itself; beyond the image's border the nearest voxel of the slice. */
        CONTEXT,
        /**
         * 0, in normalised intensities: the mean of the region (or image) for z-scores, else the region's minimum, the lower percentile
         * or the window's lower edge.
         */
        MASKED
    }

    /**
     * Checks margin and number of voxels.
     *
     * @param slices which slices
     * @param marginMm from 0 to {@value #LARGEST_MARGIN_MM} mm
     * @param surroundings what stands outside the region
     * @param minimumVoxels at least 1
     * @throws IllegalArgumentException where a number is out of range
     */
    public RegionSampling {
        if (!(marginMm >= 0 && marginMm <= LARGEST_MARGIN_MM)) {
            throw new IllegalArgumentException("margin must be from 0 to " + LARGEST_MARGIN_MM + " mm, was " + marginMm);
        }
        if (minimumVoxels < 1) {
            throw new IllegalArgumentException("the voxels of the region that a slice must hold are at least 1, was " + minimumVoxels);
        }
    }

    /**
     * The slice of the largest area, with context, however small the region.
     *
     * @param marginMm added on each side, in mm
     * @return the sampling
     */
    public static RegionSampling largestSlice(double marginMm) {
        return new RegionSampling(Slices.LARGEST, marginMm, Surroundings.CONTEXT, 1);
    }

    /**
     * Every slice of the region, with context, however little of the region it holds.
     *
     * @param marginMm added on each side, in mm
     * @return the sampling
     */
    public static RegionSampling eachSlice(double marginMm) {
        return new RegionSampling(Slices.EACH, marginMm, Surroundings.CONTEXT, 1);
    }

    /**
     * Three planes through the region, one of each orientation, with context, however small the region.
     *
     * @param marginMm added on each side, in mm
     * @return the sampling
     */
    public static RegionSampling orthogonalPlanes(double marginMm) {
        return new RegionSampling(Slices.ORTHOGONAL, marginMm, Surroundings.CONTEXT, 1);
    }

    /**
     * The same with everything outside the region set to 0.
     *
     * @return the sampling
     */
    public RegionSampling masked() {
        return new RegionSampling(slices, marginMm, Surroundings.MASKED, minimumVoxels);
    }

    /**
     * The same with the image around the region.
     *
     * @return the sampling
     */
    public RegionSampling withContext() {
        return new RegionSampling(slices, marginMm, Surroundings.CONTEXT, minimumVoxels);
    }

    /**
     * The same without slices that hold too little of the region. A region without any other slice is refused.
     *
     * @param voxels of the region in the slice, at least
     * @return the sampling
     */
    public RegionSampling slicesOfAtLeast(int voxels) {
        return new RegionSampling(slices, marginMm, surroundings, voxels);
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public List<float[]> images(ScalarImage image, Mask mask, IntensityNormalisation normalisation, int size) {
        requireSize(size);
        return RegionSlices.of(image, mask, this, normalisation, size);
    }

    /**
     * The name used in settings.
     *
     * @return all four components
     */
    @Override
    public String label() {
        return slices.label + ", margin " + marginMm + " mm, "
                + surroundings.name().toLowerCase(Locale.ROOT) + ", at least " + minimumVoxels + " voxels per slice";
    }
}
