package io.github.radiomics4j.core.io.dicom.rtstruct;

/**
 * Fills polygons by the even-odd rule at voxel centres. A centre is tested at a point a hair before it, {@link #BEFORE_COLUMN} and
 * {@link #BEFORE_ROW} of a voxel, so that a centre on an edge goes to one side whatever coordinates were rounded to: it is inside where
 * the inside lies towards smaller columns (for an edge along columns: towards smaller rows). The two parts of a divided polygon thus
 * share no voxel and leave none out, and an edge that is passed twice, as that of a keyhole, cancels itself.
 */
final class EvenOddFill {
    /** More than decimal numbers are off; contours of real objects come as near to centres as 2e-5 voxel and mean it. */
    static final double BEFORE_COLUMN = 0x1p-16;
    /**
     * By the golden ratio, which fractions approximate worst of all numbers, so that centres on a slanting edge between vertices of few
     * decimals are decided as well.
     */
    static final double BEFORE_ROW = (Math.sqrt(5) - 1) / 2 * BEFORE_COLUMN;
    /** The largest coordinate of a vertex, in voxels: rounding errors stay far below the distance of the test point. */
    static final double FURTHEST = 1 << 20;

    private EvenOddFill() {
    }

    /**
     * Marks, in each row that an edge crosses, the first column behind it. Marks of all polygons of a slice add up modulo 2.
     *
     * @param marks of the volume, changed
     * @param start index of the slice's first voxel
     * @param columnStep index step from one column to the next
     * @param rowStep index step from one row to the next
     * @param columns of the slice
     * @param rows of the slice
     * @param u column of each vertex, at most {@link #FURTHEST} from 0
     * @param v row of each vertex, at most {@link #FURTHEST} from 0
     */
    static void mark(byte[] marks, int start, int columnStep, int rowStep, int columns, int rows, double[] u, double[] v) {
        for (int i = 0, before = u.length - 1; i < u.length; before = i++) {
            int low = v[before] < v[i] ? before : i;
            int high = low == i ? before : i;
            int end = Math.min(rows, firstBehind(v[high], BEFORE_ROW));
            for (int row = Math.max(0, firstBehind(v[low], BEFORE_ROW)); row < end; row++) {
                double part = (row - BEFORE_ROW - v[low]) / (v[high] - v[low]);
                int column = Math.max(0, firstBehind(u[low] + (u[high] - u[low]) * part, BEFORE_COLUMN));
                if (column < columns) {
                    marks[start + column * columnStep + row * rowStep] ^= 1;
                }
            }
        }
    }

    /** The first index whose test point is not before a coordinate. */
    private static int firstBehind(double coordinate, double before) {
        return (int) Math.ceil(coordinate + before);
    }

    /**
     * Turns marks into membership: a voxel is inside where an odd number of marks lies at or before it in its row.
     *
     * @param marks of the volume; afterwards 1 inside and 0 outside
     * @param start index of the slice's first voxel
     * @param columnStep index step from one column to the next
     * @param rowStep index step from one row to the next
     * @param columns of the slice
     * @param rows of the slice
     * @return the number of voxels inside
     */
    static int fill(byte[] marks, int start, int columnStep, int rowStep, int columns, int rows) {
        int inside = 0;
        for (int row = 0; row < rows; row++) {
            int at = start + row * rowStep;
            byte parity = 0;
            for (int column = 0; column < columns; column++, at += columnStep) {
                parity ^= marks[at];
                marks[at] = parity;
                inside += parity;
            }
        }
        return inside;
    }
}
