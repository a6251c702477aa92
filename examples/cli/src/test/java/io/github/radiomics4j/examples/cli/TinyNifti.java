package io.github.radiomics4j.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a NIfTI-1 file of 16-bit numbers, for tests that must not depend on files from elsewhere. */
final class TinyNifti {
    private static final int HEADER = 352;
    private static final short INT16 = 4;

    private TinyNifti() { }

    /**
     * Writes a 3D image along the scanner's axes.
     *
     * @param file ends in {@code .nii} or {@code .nii.gz}
     * @param nx voxels along x
     * @param ny voxels along y
     * @param nz voxels along z
     * @param mm edge of the cubic voxel
     * @param originX x of the first voxel, in mm
     * @param values one per voxel, x fastest
     * @return the file
     * @throws IOException where it cannot be written
     */
    static Path write(Path file, int nx, int ny, int nz, float mm, float originX, int... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + 2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 348);
        short[] dim = {3, (short) nx, (short) ny, (short) nz, 1, 1, 1, 1};
        for (int i = 0; i < dim.length; i++) {
            bytes.putShort(40 + 2 * i, dim[i]);
            bytes.putFloat(76 + 4 * i, i == 0 ? 1 : mm);
        }
        bytes.putShort(70, INT16).putShort(72, (short) 16).putFloat(108, HEADER).putFloat(112, 1);
        bytes.put(123, (byte) 2);
        bytes.putShort(254, (short) 1);
        for (int row = 0; row < 3; row++) {
            bytes.putFloat(280 + 16 * row + 4 * row, mm);
        }
        bytes.putFloat(280 + 12, originX);
        bytes.position(344);
        bytes.put("n+1\0".getBytes(StandardCharsets.US_ASCII));
        bytes.position(HEADER);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        if (file.toString().endsWith(".gz")) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(bytes.array());
            }
            return file;
        }
        return Files.write(file, bytes.array());
    }
}
