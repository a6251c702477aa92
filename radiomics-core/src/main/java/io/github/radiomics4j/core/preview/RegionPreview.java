package io.github.radiomics4j.core.preview;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.numeric.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws a region's outline on its image, to check a segmentation by eye: the slice with most voxels of the region (the middle one where
 * several have as many), cut to the region and a margin around it. Greys run from the 1st to the 99th percentile of the finite
 * intensities in the cut; what is not finite is black. Voxels are shown as wide and high as they are in mm, interpolated linearly; the
 * outline is one pixel wide, lies inside the region and follows the edges of its voxels. For looking only: nothing is measured here.
 *
 * @param longestSide pixels of the picture's longer side
 * @param margin what is shown around the region within the slice, in mm
 */
public record RegionPreview(int longestSide, double margin) {
    private static final int SMALLEST_SIDE = 8;
    private static final int LARGEST_SIDE = 4096;
    private static final double DARKEST = 0.01;
    private static final double BRIGHTEST = 0.99;

    /**
     * Checks the size and the margin.
     *
     * @param longestSide pixels of the picture's longer side, 8 to 4096
     * @param margin what is shown around the region within the slice, in mm, finite and at least 0
     */
    public RegionPreview {
        if (longestSide < SMALLEST_SIDE || longestSide > LARGEST_SIDE) {
            throw new IllegalArgumentException("the longer side of a preview has " + SMALLEST_SIDE + " to " + LARGEST_SIDE + " pixels, was "
                    + longestSide);
        }
        if (!(margin >= 0 && Double.isFinite(margin))) {
            throw new IllegalArgumentException("the margin of a preview is a length in mm, 0 or more, was " + margin);
        }
    }

    /**
     * What suits a page of thumbnails.
     *
     * @return a longer side of 256 pixels, a margin of 15 mm
     */
    public static RegionPreview standard() {
        return new RegionPreview(256, 15);
    }

    /**
     * Another size.
     *
     * @param pixels of the longer side, 8 to 4096
     * @return the same margin
     */
    public RegionPreview withLongestSide(int pixels) {
        return new RegionPreview(pixels, margin);
    }

    /**
     * Another margin.
     *
     * @param millimetres around the region, at least 0
     * @return the same size
     */
    public RegionPreview withMargin(double millimetres) {
        return new RegionPreview(longestSide, millimetres);
    }

    /**
     * Draws the axial slice with most of the region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return the picture
     * @throws InvalidInputException GEOMETRY_MISMATCH where mask and image do not lie on one grid, EMPTY_MASK where no voxel belongs to
     *     the region, NONFINITE_VALUES where the cut holds no finite intensity
     */
    public PreviewPicture of(ScalarImage image, Mask mask) {
        return of(image, mask, ViewPlane.AXIAL);
    }

    /**
     * Draws the axial, the coronal and the sagittal slice, each the one with most of the region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return three pictures
     * @throws InvalidInputException as {@link #of(ScalarImage, Mask)}
     */
    public List<PreviewPicture> orthogonal(ScalarImage image, Mask mask) {
        return Stream.of(ViewPlane.AXIAL, ViewPlane.CORONAL, ViewPlane.SAGITTAL).map(plane -> of(image, mask, plane)).toList();
    }

    /**
     * Draws a slice of a plane, the one with most of the region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @param plane the plane
     * @return the picture
     * @throws InvalidInputException as {@link #of(ScalarImage, Mask)}
     */
    public PreviewPicture of(ScalarImage image, Mask mask, ViewPlane plane) {
        mask.requireOnGridOf(image);
        IndexBox box = mask.boundingBox();
        SliceAxes axes = SliceAxes.of(image.geometry(), plane);
        int slice = fullestSlice(mask, box, axes.through());
        IndexBox window = axes.window(box, slice, margin, image.geometry().spacing(), image.size());
        SliceDrawing drawing = new SliceDrawing(axes, window.size(), greys(image.copy(window), slice), mask.copy(window));
        return drawing.picture(plane, slice, image.geometry().spacing(), longestSide);
    }

    /** Counts along one axis, then takes the middle one of those that hold most. */
    private static int fullestSlice(Mask mask, IndexBox box, int axis) {
        long[] counts = new long[box.size().along(axis)];
        int nx = box.size().x();
        for (int z = box.minZ(); z <= box.maxZ(); z++) {
            byte[] plane = mask.copy(new IndexBox(box.minX(), box.minY(), z, box.maxX(), box.maxY(), z));
            for (int at = 0; at < plane.length; at++) {
                int place = axis == 0 ? at % nx : axis == 1 ? at / nx : z - box.minZ();
                counts[place] += plane[at];
            }
        }
        long most = Arrays.stream(counts).max().orElseThrow();
        int[] fullest = IntStream.range(0, counts.length).filter(i -> counts[i] == most).toArray();
        return box.min(axis) + fullest[(fullest.length - 1) / 2];
    }

    /** Intensities become greys from 0 to {@link PreviewPicture#WHITE}, not rounded; one intensity everywhere is middle grey. */
    private static double[] greys(double[] intensities, int slice) {
        double[] finite = Arrays.stream(intensities).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "none of the " + intensities.length
                    + " voxels around the region in slice " + slice + " has a finite intensity, so there is nothing to show");
        }
        Sample sample = Sample.of(finite);
        double dark = sample.percentile(DARKEST);
        double span = sample.percentile(BRIGHTEST) - dark;
        return Arrays.stream(intensities).map(v -> !Double.isFinite(v) ? 0 : !(span > 0) ? PreviewPicture.WHITE / 2.0
                : Math.max(0, Math.min(1, (v - dark) / span)) * PreviewPicture.WHITE).toArray();
    }
}
