package io.github.radiomics4j.core.image;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.SortedSet;

/** Loops over the rows of masks. Each is a method of its own, which is called often and so compiled soon. */
final class MaskRows {

    private MaskRows() {
    }

    /** Adds the labels of row y of slice z. */
    static void addLabels(double[] slice, int nx, int y, int z, SortedSet<Long> present) {
        double last = 0;
        for (int x = 0; x < nx; x++) {
            double value = slice[y * nx + x];
            if (value == last) {
                continue;
            }
            if (value != Math.rint(value) || Math.abs(value) > Long.MAX_VALUE / 2) {
                throw new InvalidInputException(Problem.MASK_NOT_LABEL, "mask values must be whole numbers (labels), found " + value
                        + " at voxel (" + x + ", " + y + ", " + z + "); threshold the mask before it is used");
            }
            if (value != 0) {
                present.add((long) value);
            }
            last = value;
        }
    }

    /** As {@link Mask#copy}, of the voxels that carry a label. */
    static void copyLabel(ScalarImage labels, int label, IndexBox box, byte[] into) {
        GridSize size = box.size();
        int at = 0;
        for (int z = box.minZ(); z <= box.maxZ(); z++) {
            double[] slice = labels.copy(new IndexBox(box.minX(), box.minY(), z, box.maxX(), box.maxY(), z));
            for (int y = 0; y < size.y(); y++) {
                copyLabel(slice, y * size.x(), label, into, at, size.x());
                at += size.x();
            }
        }
    }

    private static void copyLabel(double[] slice, int from, int label, byte[] into, int at, int length) {
        for (int i = 0; i < length; i++) {
            into[at + i] = (byte) (slice[from + i] == label ? 1 : 0);
        }
    }

    /** As {@link Mask#copy}, of the voxels that are not 0. */
    static void copy(byte[] inside, GridSize size, IndexBox box, byte[] into) {
        VoxelArray.requireInside(box, size);
        int at = 0;
        for (int z = box.minZ(); z <= box.maxZ(); z++) {
            for (int y = box.minY(); y <= box.maxY(); y++) {
                int from = box.minX() + size.x() * (y + size.y() * z);
                copyRow(inside, from, into, at, box.size().x());
                at += box.size().x();
            }
        }
    }

    private static void copyRow(byte[] inside, int from, byte[] into, int at, int length) {
        for (int i = 0; i < length; i++) {
            into[at + i] = (byte) (inside[from + i] != 0 ? 1 : 0);
        }
    }

    /** The first x of a row that belongs to the region, or nx. */
    static int firstInside(byte[] slice, int row, int nx) {
        int x = 0;
        while (x < nx && slice[row + x] == 0) {
            x++;
        }
        return x;
    }

    /** The last x of a row that belongs to the region, or -1. */
    static int lastInside(byte[] slice, int row, int nx) {
        int x = nx - 1;
        while (x >= 0 && slice[row + x] == 0) {
            x--;
        }
        return x;
    }
}
