package io.github.radiomics4j.core.io.region;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.series.DicomSeries;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The grid that a region is brought onto, and what is known of its DICOM identity. An image from another format has none; then its
 * coordinates are taken to be those of the region. Immutable.
 */
public final class ReferencedGrid {
    /**
     * A contour or frame lies on a slice, and a pixel on a voxel, where they are no further from it than this part of the distance
     * of voxels along each index axis.
     */
    public static final double TOLERANCE = 0.1;

    private final GridSize size;
    private final ImageGeometry geometry;
    private final double[][] inverse;
    private final Optional<String> frameOfReference;
    private final Optional<String> series;
    private final Set<String> instances;

    private ReferencedGrid(GridSize size, ImageGeometry geometry, Optional<String> frameOfReference, Optional<String> series,
            Set<String> instances) {
        this.size = size;
        this.geometry = geometry;
        this.inverse = inverse(geometry);
        this.frameOfReference = frameOfReference;
        this.series = series;
        this.instances = Set.copyOf(instances);
    }

    /**
     * The grid of an image whose DICOM identity is not known: references are not checked.
     *
     * @param image the image that will be measured
     * @return its grid
     */
    public static ReferencedGrid of(ScalarImage image) {
        return of(image.size(), image.geometry());
    }

    /**
     * A grid without a DICOM identity: references are not checked.
     *
     * @param size voxels along each axis
     * @param geometry where they lie
     * @return the grid
     */
    public static ReferencedGrid of(GridSize size, ImageGeometry geometry) {
        return new ReferencedGrid(size, geometry, Optional.empty(), Optional.empty(), Set.of());
    }

    /**
     * The grid of a DICOM series.
     *
     * @param series the series that will be measured; its pixels need not be read
     * @return its grid and UIDs
     */
    public static ReferencedGrid of(DicomSeries series) {
        return new ReferencedGrid(series.size(), series.geometry(), series.frameOfReferenceUid(), series.seriesUid(),
                Set.copyOf(series.instanceUids()));
    }

    /** The inverse of the matrix that takes indices to millimetres: by cofactors, since axes are perpendicular only nearly. */
    private static double[][] inverse(ImageGeometry geometry) {
        double[] spacing = {geometry.spacing().x(), geometry.spacing().y(), geometry.spacing().z()};
        double[][] inverse = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            int b = (axis + 1) % 3;
            int c = (axis + 2) % 3;
            for (int row = 0; row < 3; row++) {
                int next = (row + 1) % 3;
                int last = (row + 2) % 3;
                inverse[axis][row] = geometry.direction(next, b) * geometry.direction(last, c)
                        - geometry.direction(last, b) * geometry.direction(next, c);
            }
        }
        double determinant = inverse[0][0] * geometry.direction(0, 0) + inverse[0][1] * geometry.direction(1, 0)
                + inverse[0][2] * geometry.direction(2, 0);
        for (int axis = 0; axis < 3; axis++) {
            for (int row = 0; row < 3; row++) {
                inverse[axis][row] /= determinant * spacing[axis];
            }
        }
        return inverse;
    }

    /**
     * Voxels along each axis.
     *
     * @return the size
     */
    public GridSize size() {
        return size;
    }

    /**
     * Where the voxels lie.
     *
     * @return the geometry
     */
    public ImageGeometry geometry() {
        return geometry;
    }

    /**
     * A point in voxel indices, the inverse of {@link ImageGeometry#toWorld}.
     *
     * @param x LPS mm
     * @param y LPS mm
     * @param z LPS mm
     * @return column, row and slice with fractions, a fresh array of length 3
     */
    public double[] toIndex(double x, double y, double z) {
        double[] origin = geometry.origin();
        double[] index = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            index[axis] = inverse[axis][0] * (x - origin[0]) + inverse[axis][1] * (y - origin[1]) + inverse[axis][2] * (z - origin[2]);
        }
        return index;
    }

    /**
     * Memory for a mask on the grid.
     *
     * @param limits what it may take
     * @param where names the region in messages
     * @return a 0 for each voxel, index {@code x + nx (y + ny z)}
     * @throws InvalidInputException RESOURCE_LIMIT where it is not allowed
     */
    public byte[] emptyMask(ReadLimits limits, Object where) {
        long allowed = Math.min(limits.bytes(), Integer.MAX_VALUE - 8);
        if (size.voxels() > allowed) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, where + ": a mask of " + size + " voxels needs as many bytes, at most "
                    + allowed + " are allowed; crop the image or raise the limit (ReadLimits)");
        }
        return new byte[(int) size.voxels()];
    }

    /**
     * Checks that a region was drawn in the grid's coordinate system.
     *
     * @param uid the Frame of Reference UID that the region states
     * @param where names the region in messages
     * @throws InvalidInputException REFERENCE_MISMATCH where both are known and differ
     */
    public void requireFrameOfReference(Optional<String> uid, Object where) {
        if (uid.isPresent() && frameOfReference.isPresent() && !uid.equals(frameOfReference)) {
            throw new InvalidInputException(Problem.REFERENCE_MISMATCH, where + ": was drawn in frame of reference " + uid.get()
                    + ", the image lies in " + frameOfReference.get() + ": coordinates of one mean nothing in the other; register the "
                    + "images first, or use the image that the region was drawn on");
        }
    }

    /**
     * Checks that a region was drawn on the grid's series: its own, or one that shares files with it.
     *
     * @param drawnOn Series Instance UIDs that the region refers to, maybe none
     * @param files SOP Instance UIDs that it refers to, maybe none
     * @param where names the region in messages
     * @throws InvalidInputException REFERENCE_MISMATCH where the region refers to other series and files only
     */
    public void requireSeries(Set<String> drawnOn, Set<String> files, Object where) {
        boolean sameSeries = series.isEmpty() || drawnOn.isEmpty() || drawnOn.contains(series.get());
        if (!sameSeries && Collections.disjoint(files, instances)) {
            throw new InvalidInputException(Problem.REFERENCE_MISMATCH, where + ": was drawn on series " + String.join(", ", drawnOn)
                    + ", the image is of series " + series.get() + "; use the series that the region was drawn on, or accept others of "
                    + "the same frame of reference (RegionRules.onAnySeries)");
        }
    }

    @Override
    public String toString() {
        return size + ", " + geometry;
    }
}
