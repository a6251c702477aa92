package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The loop that writes voxels: x fastest, then y, then z, least significant byte first; nothing is rounded or clipped. */
public final class VoxelOutput {

    private VoxelOutput() {
    }

    /**
     * Writes the voxels of an image.
     *
     * @param image the image; not modified
     * @param type of each voxel
     * @param out where to; not closed
     * @throws InvalidInputException NOT_REPRESENTABLE where {@link VoxelType#holds} says no; the message names voxel and value. The
     *     voxels before it have been written then
     * @throws IOException where it cannot be written
     */
    public static void write(ScalarImage image, VoxelType type, OutputStream out) throws IOException {
        GridSize size = image.size();
        byte[] row = new byte[Math.multiplyExact(size.x(), type.bytes())];
        ByteBuffer bytes = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        for (int z = 0; z < size.z(); z++) {
            double[] values = image.copy(new IndexBox(0, 0, z, size.x() - 1, size.y() - 1, z));
            requireHeld(values, type, size, z);
            for (int first = 0; first < values.length; first += size.x()) {
                bytes.clear();
                encode(values, first, size.x(), type, bytes);
                out.write(row);
            }
        }
    }

    private static void requireHeld(double[] values, VoxelType type, GridSize size, int z) {
        for (int i = 0; i < values.length; i++) {
            if (!type.holds(values[i])) {
                throw new InvalidInputException(Problem.NOT_REPRESENTABLE, "voxel (" + i % size.x() + ", " + i / size.x() + ", " + z
                        + ") is " + values[i] + ", which type " + type + " does not hold; nothing is rounded or clipped here: choose "
                        + "another type (FLOAT64 holds every value) or change the values first");
            }
        }
    }

    private static void encode(double[] values, int first, int count, VoxelType type, ByteBuffer out) {
        int end = first + count;
        switch (type) {
            case INT8, UINT8 -> {
                for (int i = first; i < end; i++) {
                    out.put((byte) (int) values[i]);
                }
            }
            case INT16, UINT16 -> {
                for (int i = first; i < end; i++) {
                    out.putShort((short) (int) values[i]);
                }
            }
            case INT32, UINT32 -> {
                for (int i = first; i < end; i++) {
                    out.putInt((int) (long) values[i]);
                }
            }
            case INT64, UINT64 -> {
                for (int i = first; i < end; i++) {
                    out.putLong((long) values[i]);
                }
            }
            case FLOAT32 -> {
                for (int i = first; i < end; i++) {
                    out.putFloat((float) values[i]);
                }
            }
            case FLOAT64 -> {
                for (int i = first; i < end; i++) {
                    out.putDouble(values[i]);
                }
            }
        }
    }
}
