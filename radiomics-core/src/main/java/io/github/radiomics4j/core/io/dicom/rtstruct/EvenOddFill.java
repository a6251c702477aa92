package io.github.radiomics4j.core.io.dicom.rtstruct;

/**
 * Fills polygons by the even-odd rule at voxel centres. Vertices are whole multiples of 1/{@value #UNIT} of a voxel, so every
 * decision is exact: a centre on an edge belongs to the inside where the inside lies towards growing columns (for an edge along
 * columns: towards growing rows). Regions that share an edge thus share no voxel and leave none out, and an edge that is passed
 * twice, as that of a keyhole, cancels itself.
 */
final class EvenOddFill {
    /** Lattice steps per voxel. */
    static final int UNIT = 1 << 14;
    /** The largest distance of a vertex from voxel 0; differences and their products stay within 64 bits. */
    static final long FURTHEST = (1L << 16) * UNIT;

    private EvenOddFill() {
    }

    /**
     * Marks, in each row that an edge crosses, the first column at or behind it. Marks of all polygons of a slice add up modulo 2.
     *
     * @param marks of the volume, changed
     * @param start index of the slice's first voxel
     * @param columnStep index step from one column to the next
     * @param rowStep index step from one row to the next
     * @param columns of the slice
     * @param rows of the slice
     * @param u column of each vertex, in lattice steps
     * @param v row of each vertex
     */
    static void mark(byte[] marks, int start, int columnStep, int rowStep, int columns, int rows, long[] u, long[] v) {
        for (int i = 0, before = u.length - 1; i < u.length; before = i++) {
            boolean rising = v[before] < v[i];
            int low = rising ? before : i;
            int high = rising ? i : before;
            long height = v[high] - v[low];
            if (height == 0) {
                continue;
            }
            int end = (int) Math.min(rows, above(v[high], UNIT));
            for (int row = (int) Math.max(0, above(v[low], UNIT)); row < end; row++) {
                long across = u[low] * height + (u[high] - u[low]) * ((long) row * UNIT - v[low]);
                int column = (int) Math.max(0, above(across, height * UNIT));
                if (column < columns) {
                    marks[start + column * columnStep + row * rowStep] ^= 1;
                }
            }
        }
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

    /** The smallest whole number that is not below a quotient. */
    private static long above(long numerator, long denominator) {
        return -Math.floorDiv(-numerator, denominator);
    }
}
