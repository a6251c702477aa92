package io.github.radiomics4j.core.io.dicom.rtstruct;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.region.RegionRules;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts the contours of one region onto the slices of a grid and fills them. */
final class ContourFilling {
    private final ReferencedGrid grid;
    private final boolean cut;
    /** The index axis across the planes of the contours, and the two within them. */
    private final int across;
    private final int columnAxis;
    private final int rowAxis;

    private ContourFilling(ReferencedGrid grid, boolean cut, int across) {
        this.grid = grid;
        this.cut = cut;
        this.across = across;
        this.columnAxis = across == 0 ? 1 : 0;
        this.rowAxis = across == 2 ? 1 : 2;
    }

    /**
     * Fills contours.
     *
     * @param contours of the region, at least one
     * @param voxels of the grid, all 0; kept and changed
     * @param region names it in messages
     */
    static Mask of(List<Contour> contours, ReferencedGrid grid, byte[] voxels, RegionRules rules, String region) {
        return new ContourFilling(grid, rules.cut(), axisAcross(contours)).filled(contours, voxels, region);
    }

    /** The axis along which contours extend the least: z unless the image is stored in another order than its slices. */
    private static int axisAcross(List<Contour> contours) {
        int flattest = 2;
        double least = Double.POSITIVE_INFINITY;
        for (int axis = 2; axis >= 0; axis--) {
            double most = 0;
            for (Contour contour : contours) {
                double[] extent = contour.extent(axis);
                most = Math.max(most, extent[1] - extent[0]);
            }
            if (most < least) {
                least = most;
                flattest = axis;
            }
        }
        return flattest;
    }

    private Mask filled(List<Contour> contours, byte[] voxels, String region) {
        GridSize size = grid.size();
        SortedSet<Integer> slices = new TreeSet<>();
        for (Contour contour : contours) {
            OptionalInt slice = slice(contour);
            requireWithin(contour, columnAxis);
            requireWithin(contour, rowAxis);
            if (slice.isPresent()) {
                slices.add(slice.getAsInt());
                EvenOddFill.mark(voxels, slice.getAsInt() * step(across), step(columnAxis), step(rowAxis), size.along(columnAxis),
                        size.along(rowAxis), contour.along(columnAxis), contour.along(rowAxis));
            }
        }
        long inside = 0;
        for (int slice : slices) {
            inside += EvenOddFill.fill(voxels, slice * step(across), step(columnAxis), step(rowAxis), size.along(columnAxis),
                    size.along(rowAxis));
        }
        if (inside == 0 && contours.stream().allMatch(this::isOutside)) {
            throw mismatch(region + ": no contour reaches the image");
        }
        if (inside == 0) {
            throw new InvalidInputException(Problem.EMPTY_MASK, region + ": no voxel centre of the image lies within the " + contours.size()
                    + " contours");
        }
        return Mask.of(voxels, size).at(grid.geometry());
    }

    private int step(int axis) {
        return axis == 0 ? 1 : axis == 1 ? grid.size().x() : grid.size().x() * grid.size().y();
    }

    private boolean isOutside(Contour contour) {
        for (int axis = 0; axis < 3; axis++) {
            double[] extent = contour.extent(axis);
            if (!(extent[1] >= 0 && extent[0] < grid.size().along(axis))) {
                return true;
            }
        }
        return false;
    }

    /** The slice that a contour lies on; empty for one beyond the image, where regions are cut. */
    private OptionalInt slice(Contour contour) {
        double[] extent = contour.extent(across);
        double middle = Math.rint((extent[0] + extent[1]) / 2);
        if (!(extent[1] - extent[0] <= 2 * ReferencedGrid.TOLERANCE)) {
            throw invalid(contour, String.format(Locale.ROOT, "must lie in one plane of the image, its points are spread over %.4g slice "
                    + "distances", extent[1] - extent[0]));
        }
        if (!(middle >= 0 && middle < grid.size().along(across))) {
            if (!cut) {
                throw mismatch(String.format(Locale.ROOT, "%s: lies on slice %.4g (counted from 0), the image has %d", contour, middle,
                        grid.size().along(across)));
            }
            return OptionalInt.empty();
        }
        double off = Math.max(extent[1] - middle, middle - extent[0]);
        if (!(off <= ReferencedGrid.TOLERANCE)) {
            throw invalid(contour, String.format(Locale.ROOT, "lies %.3g slice distances from the nearest slice, at most %s is allowed: it "
                    + "was drawn on other slices", off, ReferencedGrid.TOLERANCE));
        }
        return OptionalInt.of((int) middle);
    }

    /** Refuses a contour that could hold a voxel centre beyond the border, were the image larger. */
    private void requireWithin(Contour contour, int axis) {
        double[] extent = contour.extent(axis);
        boolean far = !(extent[0] >= -EvenOddFill.FURTHEST && extent[1] <= EvenOddFill.FURTHEST);
        if (far || !cut && !(extent[0] >= -1 && extent[1] < grid.size().along(axis))) {
            throw mismatch(String.format(Locale.ROOT, "%s: reaches from %.6g to %.6g along index axis %d, the image's voxels from 0 to %d",
                    contour, extent[0], extent[1], axis, grid.size().along(axis) - 1));
        }
    }

    private InvalidInputException invalid(Contour contour, String what) {
        return new InvalidInputException(Problem.CONTOUR_INVALID, contour + ": " + what + "; use the image that the region was drawn on ("
                + "image: " + grid + ")");
    }

    private InvalidInputException mismatch(String what) {
        return new InvalidInputException(Problem.GEOMETRY_MISMATCH, what + "; use the image that the region was drawn on, or take the part "
                + "within (RegionRules.cutAtBorder). Image: " + grid);
    }
}
