package io.github.radiomics4j.core.io.nifti;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.VoxelType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A header to be written in front of the voxels of a single file, little endian; fields that are not set are 0. */
final class HeaderBytes {
    private static final int SCANNER = 1;
    private static final int MILLIMETRES = 2;

    private final Path file;
    private final boolean version2;
    private final ByteBuffer bytes;

    private HeaderBytes(Path file, boolean version2) {
        this.file = file;
        this.version2 = version2;
        int size = version2 ? NiftiHeader.BYTES_2 : NiftiHeader.BYTES_1;
        this.bytes = ByteBuffer.allocate(size + NiftiHeader.EXTENDER).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, size);
    }

    /** Header and extender, after which the voxels come. */
    static byte[] of(ScalarImage image, VoxelType type, boolean version2, Path file) {
        HeaderBytes header = new HeaderBytes(file, version2);
        header.form(type);
        header.size(image.size());
        header.place(image.geometry());
        header.requirePlaceKept(image);
        return header.bytes.array();
    }

    private void form(VoxelType type) {
        byte[] magic = version2 ? new byte[] {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'} : new byte[] {'n', '+', '1', 0};
        bytes.put(version2 ? 4 : 344, magic);
        bytes.putShort(version2 ? 12 : 70, (short) NiftiType.code(type));
        bytes.putShort(version2 ? 14 : 72, (short) (8 * type.bytes()));
        if (version2) {
            bytes.putLong(168, bytes.capacity());
            bytes.putInt(500, MILLIMETRES);
        } else {
            bytes.put(38, (byte) 'r');
            bytes.putFloat(108, bytes.capacity());
            bytes.put(123, (byte) MILLIMETRES);
        }
        real(version2 ? 176 : 112, 1);
    }

    private void size(GridSize size) {
        int[] dim = {3, size.x(), size.y(), size.z(), 1, 1, 1, 1};
        for (int i = 0; i < dim.length; i++) {
            if (version2) {
                bytes.putLong(16 + 8 * i, dim[i]);
            } else if (dim[i] > Short.MAX_VALUE) {
                throw notHeld("at most 32767 voxels lie along an axis, the image is " + size);
            } else {
                bytes.putShort(40 + 2 * i, (short) dim[i]);
            }
        }
    }

    /** The same place three times: pixdim, qform and sform, LPS turned to RAS. */
    private void place(ImageGeometry geometry) {
        VoxelSpacing spacing = geometry.spacing();
        double[] origin = geometry.origin();
        double[] ras = {-1, -1, 1};
        double[][] rotation = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int axis = 0; axis < 3; axis++) {
                rotation[row][axis] = ras[row] * geometry.direction(row, axis);
                real((version2 ? 400 : 280) + width() * (4 * row + axis), rotation[row][axis] * spacing.along(axis));
            }
            real((version2 ? 400 : 280) + width() * (4 * row + 3), ras[row] * origin[row]);
            real((version2 ? 376 : 268) + width() * row, ras[row] * origin[row]);
            pixdim(row + 1, spacing.along(row));
        }
        Quaternion turned = Quaternion.of(rotation);
        pixdim(0, turned.handed());
        double[] imaginary = {turned.b(), turned.c(), turned.d()};
        for (int i = 0; i < 3; i++) {
            real((version2 ? 352 : 256) + width() * i, imaginary[i]);
        }
        if (version2) {
            bytes.putInt(344, SCANNER);
            bytes.putInt(348, SCANNER);
        } else {
            bytes.putShort(252, (short) SCANNER);
            bytes.putShort(254, (short) SCANNER);
        }
    }

    private void pixdim(int i, double value) {
        real((version2 ? 104 : 76) + width() * i, value);
    }

    private int width() {
        return version2 ? Double.BYTES : Float.BYTES;
    }

    private void real(int at, double value) {
        double positive = value + 0.0;   // −0 would stand in the file as another number
        if (version2) {
            bytes.putDouble(at, positive);
        } else {
            bytes.putFloat(at, (float) positive);
        }
    }

    /** Reads the header again: numbers of single precision must not move the grid. */
    private void requirePlaceKept(ScalarImage image) {
        VoxelSpacing s = image.geometry().spacing();
        double tolerance = Mask.GRID_TOLERANCE * Math.min(s.x(), Math.min(s.y(), s.z()));
        boolean kept;
        try {
            kept = NiftiHeader.parse(file, bytes.array()).geometry().coincidesWith(image.geometry(), image.size(), tolerance);
        } catch (InvalidInputException e) {
            kept = false;   // numbers beyond single precision became infinite or 0
        }
        if (!kept) {
            throw notHeld("numbers have " + (version2 ? "double" : "single") + " precision, which moves a corner voxel of " + image
                    + " by more than " + tolerance + " mm");
        }
    }

    private InvalidInputException notHeld(String why) {
        return new InvalidInputException(Problem.NOT_REPRESENTABLE, file + ": in " + (version2 ? "NIfTI-2 " : "NIfTI-1 ") + why
                + (version2 ? "" : "; write NRRD, or NIfTI-2 (NiftiWriter.version2)"));
    }
}
