package io.github.radiomics4j.core.io.dicom.seg;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.io.dicom.series.SlicePlane;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import java.util.Arrays;
import java.util.List;

/**
 * Which voxel of a grid each pixel of a frame is: {@code first + column · columnStep + row · rowStep}, where the steps go by one voxel
 * along an index axis, either way. Frames may thus be a part of the grid, and turned or flipped against it.
 */
final class FramePlacement {
    private final int[] first;
    private final int[] columnStep;
    private final int[] rowStep;

    private FramePlacement(int[] first, int[] columnStep, int[] rowStep) {
        this.first = first;
        this.columnStep = columnStep;
        this.rowStep = rowStep;
    }

    /**
     * Finds the voxels of a frame.
     *
     * @param frame names it in messages
     * @throws InvalidInputException GEOMETRY_MISMATCH where a corner pixel is displaced from its voxel by more than
     *     {@link ReferencedGrid#TOLERANCE} along an index axis
     */
    static FramePlacement of(SlicePlane plane, GridSize size, ReferencedGrid grid, String frame) {
        int columns = size.x();
        int rows = size.y();
        double[] start = index(plane, 0, 0, grid);
        int[] first = rounded(start);
        int[] columnStep = rounded(difference(index(plane, 1, 0, grid), start));
        int[] rowStep = rounded(difference(index(plane, 0, 1, grid), start));
        boolean onGrid = isOneStep(columnStep) && isOneStep(rowStep);
        for (int corner = 0; corner < 4 && onGrid; corner++) {
            int column = (corner & 1) == 0 ? 0 : Math.max(1, columns - 1);
            int row = (corner & 2) == 0 ? 0 : Math.max(1, rows - 1);
            double[] there = index(plane, column, row, grid);
            for (int axis = 0; axis < 3; axis++) {
                onGrid &= Math.abs(there[axis] - first[axis] - column * columnStep[axis] - row * rowStep[axis]) <= ReferencedGrid.TOLERANCE;
            }
        }
        if (!onGrid) {
            throw new InvalidInputException(Problem.GEOMETRY_MISMATCH, frame + " does not lie on the voxels of the image: its first "
                    + "pixel is at voxel index " + Arrays.toString(start) + ", and no corner may be off by more than "
                    + ReferencedGrid.TOLERANCE + " voxel. Frame: " + columns + " × " + rows + ", " + plane + "; image: " + grid
                    + ". Use the image that it was made for");
        }
        return new FramePlacement(first, columnStep, rowStep);
    }

    private static double[] index(SlicePlane plane, int column, int row, ReferencedGrid grid) {
        double[] at = plane.position();
        double[] along = plane.orientation();
        for (int i = 0; i < 3; i++) {
            at[i] += column * plane.columnDistance() * along[i] + row * plane.rowDistance() * along[i + 3];
        }
        return grid.toIndex(at[0], at[1], at[2]);
    }

    private static double[] difference(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    /** Casting caps what is beyond 32 bits, which the corners then show. */
    private static int[] rounded(double[] at) {
        return new int[] {(int) Math.rint(at[0]), (int) Math.rint(at[1]), (int) Math.rint(at[2])};
    }

    private static boolean isOneStep(int[] step) {
        return (long) step[0] * step[0] + (long) step[1] * step[1] + (long) step[2] * step[2] == 1;
    }

    /** Index of a pixel's voxel along an axis; the frame may reach beyond the grid. */
    long along(int axis, int column, int row) {
        return first[axis] + (long) column * columnStep[axis] + (long) row * rowStep[axis];
    }

    /** The same for frames that share their first voxel, and thus lie on each other where they are of one size and orientation. */
    List<Integer> place() {
        return List.of(first[0], first[1], first[2]);
    }
}
