package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.nio.file.Path;
import java.util.Arrays;

/** Turns what file headers say about place into an {@link ImageGeometry}, or says why that is impossible. */
public final class FileGeometry {

    private FileGeometry() {
    }

    /**
     * The geometry of an affine matrix: spacing {@code a} is the length of column {@code a}, direction {@code a} the column
     * divided by it.
     *
     * @param file named in messages
     * @param step 3 × 3, {@code step[row][axis]}: LPS millimetres along {@code row} from one voxel to the next along
     *     {@code axis}; not modified
     * @param origin LPS position in mm of the centre of voxel (0, 0, 0); length 3, not modified
     * @return the geometry
     * @throws InvalidInputException GEOMETRY_INVALID where a number is not finite, a column has no length, or columns are not
     *     perpendicular
     */
    public static ImageGeometry ofSteps(Path file, double[][] step, double[] origin) {
        double[] length = new double[3];
        double[][] direction = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            length[axis] = Math.sqrt(step[0][axis] * step[0][axis] + step[1][axis] * step[1][axis] + step[2][axis] * step[2][axis]);
            if (!(length[axis] > 0) || !Double.isFinite(length[axis])) {
                throw new InvalidInputException(Problem.GEOMETRY_INVALID, file + ": each axis needs a finite step of positive length, "
                        + "columns of the affine matrix (LPS) are " + Arrays.deepToString(step));
            }
            for (int row = 0; row < 3; row++) {
                direction[row][axis] = step[row][axis] / length[axis];
            }
        }
        return of(file, length, origin, direction);
    }

    /**
     * The geometry of spacing, origin and direction that a header states apart.
     *
     * @param file named in messages
     * @param spacing mm along each index axis; length 3, not modified
     * @param origin LPS position in mm of the centre of voxel (0, 0, 0); length 3, not modified
     * @param direction 3 × 3 as in {@link ImageGeometry#of(VoxelSpacing, double[], double[][])}; not modified
     * @return the geometry
     * @throws InvalidInputException GEOMETRY_INVALID where the geometry refuses the numbers
     */
    public static ImageGeometry of(Path file, double[] spacing, double[] origin, double[][] direction) {
        try {
            double[][] axes = Arrays.stream(direction).map(FileGeometry::withoutNegativeZeros).toArray(double[][]::new);
            return ImageGeometry.of(new VoxelSpacing(spacing[0], spacing[1], spacing[2]), withoutNegativeZeros(origin), axes);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Problem.GEOMETRY_INVALID, file + ": " + e.getMessage(), e);
        }
    }

    /** A sign turned on zero gives −0, which is another number to {@code equals}. */
    private static double[] withoutNegativeZeros(double[] values) {
        return Arrays.stream(values).map(value -> value + 0.0).toArray();
    }
}
