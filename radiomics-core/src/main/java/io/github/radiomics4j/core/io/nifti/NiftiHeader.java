package io.github.radiomics4j.core.io.nifti;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.io.FileGeometry;
import io.github.radiomics4j.core.io.StoredVoxels;
import io.github.radiomics4j.core.io.VoxelType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The fields of a NIfTI header that reading needs, in the widths of NIfTI-2; what they mean is decided here. */
final class NiftiHeader {
    static final int BYTES_1 = 348;
    static final int BYTES_2 = 540;
    /** After the header of a single file come 4 bytes that say whether extensions follow. */
    static final int EXTENDER = 4;
    private static final int MOST_AXES = 7;
    /** What rounding to single precision may add to the squared length of a unit quaternion, and some more. */
    private static final double QUATERNION_TOLERANCE = 1e-5;

    private final Path file;
    private final ByteOrder order;
    private final boolean version2;
    private final boolean pair;
    private final long[] dim = new long[8];
    private final double[] pixdim = new double[8];
    private final int datatype;
    private final double voxOffset;
    private final double slope;
    private final double intercept;
    private final int units;
    private final int qformCode;
    private final int sformCode;
    private final double[] quaternion = new double[3];
    private final double[] qoffset = new double[3];
    private final double[][] srow = new double[3][4];

    private NiftiHeader(Path file, ByteBuffer bytes, boolean version2, boolean pair) {
        this.file = file;
        this.order = bytes.order();
        this.version2 = version2;
        this.pair = pair;
        if (version2) {
            datatype = bytes.getShort(12);
            for (int i = 0; i < 8; i++) {
                dim[i] = bytes.getLong(16 + 8 * i);
                pixdim[i] = bytes.getDouble(104 + 8 * i);
            }
            voxOffset = bytes.getLong(168);
            slope = bytes.getDouble(176);
            intercept = bytes.getDouble(184);
            qformCode = bytes.getInt(344);
            sformCode = bytes.getInt(348);
            units = bytes.getInt(500);
            for (int i = 0; i < 3; i++) {
                quaternion[i] = bytes.getDouble(352 + 8 * i);
                qoffset[i] = bytes.getDouble(376 + 8 * i);
                for (int j = 0; j < 4; j++) {
                    srow[i][j] = bytes.getDouble(400 + 32 * i + 8 * j);
                }
            }
        } else {
            datatype = bytes.getShort(70);
            for (int i = 0; i < 8; i++) {
                dim[i] = bytes.getShort(40 + 2 * i);
                pixdim[i] = bytes.getFloat(76 + 4 * i);
            }
            voxOffset = bytes.getFloat(108);
            slope = bytes.getFloat(112);
            intercept = bytes.getFloat(116);
            units = bytes.get(123);
            qformCode = bytes.getShort(252);
            sformCode = bytes.getShort(254);
            for (int i = 0; i < 3; i++) {
                quaternion[i] = bytes.getFloat(256 + 4 * i);
                qoffset[i] = bytes.getFloat(268 + 4 * i);
                for (int j = 0; j < 4; j++) {
                    srow[i][j] = bytes.getFloat(280 + 16 * i + 4 * j);
                }
            }
        }
    }

    /** Whether the bytes begin with a NIfTI header: its size in either byte order, and the magic text in its place. */
    static boolean isNifti(byte[] start) {
        int size = headerSize(start);
        int magicAt = size == BYTES_2 ? 4 : 344;
        return size > 0 && start.length >= magicAt + 4 && isMagic(magic(start, magicAt), size == BYTES_2);
    }

    private static boolean isMagic(String magic, boolean version2) {
        return version2 ? magic.equals("n+2") || magic.equals("ni2") : magic.equals("n+1") || magic.equals("ni1");
    }

    /** 348, 540, or 0 where it is neither. */
    private static int headerSize(byte[] start) {
        if (start.length < 4) {
            return 0;
        }
        int size = ByteBuffer.wrap(start).getInt(0);
        int swapped = Integer.reverseBytes(size);
        if (size == BYTES_1 || swapped == BYTES_1) {
            return BYTES_1;
        }
        return size == BYTES_2 || swapped == BYTES_2 ? BYTES_2 : 0;
    }

    private static String magic(byte[] bytes, int at) {
        return bytes[at + 3] == 0 ? new String(bytes, at, 3, StandardCharsets.ISO_8859_1) : "";
    }

    /** How long the header is whose first bytes these are; that of NIfTI-1 where they are none. */
    static int bytesOf(byte[] start) {
        return headerSize(start) == BYTES_2 ? BYTES_2 : BYTES_1;
    }

    /**
     * Reads the fields; meanings are checked when they are asked for.
     *
     * @param start the first bytes of the header, up to 540
     */
    static NiftiHeader parse(Path file, byte[] start) {
        int size = headerSize(start);
        if (size == 0) {
            if (start.length < 4) {
                throw new InvalidInputException(Problem.TRUNCATED, file + ": a NIfTI header has 348 or 540 bytes, the file holds "
                        + start.length);
            }
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + ": not NIfTI: the first 4 bytes must be the header's size, "
                    + "348 or 540 in either byte order, found " + Integer.toHexString(ByteBuffer.wrap(start).getInt(0)));
        }
        if (start.length < size) {
            throw new InvalidInputException(Problem.TRUNCATED, file + ": the NIfTI header has " + size + " bytes, the file holds "
                    + start.length);
        }
        boolean version2 = size == BYTES_2;
        int magicAt = version2 ? 4 : 344;
        String magic = magic(start, magicAt);
        if (!isMagic(magic, version2)) {
            String found = new String(start, magicAt, 4, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + ": not NIfTI: the magic text must be "
                    + (version2 ? "n+2 or ni2" : "n+1 or ni1") + ", found \"" + found + "\""
                    + (found.equals("....") ? " (an ANALYZE 7.5 header, perhaps, which states no orientation: convert it)" : ""));
        }
        if (version2 && !Arrays.equals(start, 8, 12, new byte[] {'\r', '\n', 0x1a, '\n'}, 0, 4)) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": the NIfTI-2 signature is damaged, "
                    + "as by a transfer that changed line ends; copy the file in binary mode");
        }
        ByteBuffer bytes = ByteBuffer.wrap(start);
        bytes.order(bytes.getInt(0) == size ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return new NiftiHeader(file, bytes, version2, magic.startsWith("ni"));
    }

    boolean isPair() {
        return pair;
    }

    /** Where the voxels begin, in bytes from the start of the (uncompressed) file that holds them. */
    long voxelsAt() {
        long least = pair ? 0 : (version2 ? BYTES_2 : BYTES_1) + EXTENDER;
        if (!(voxOffset >= least) || voxOffset != Math.rint(voxOffset) || voxOffset > Long.MAX_VALUE / 2) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": vox_offset must be a whole number from " + least
                    + " on, was " + voxOffset);
        }
        return (long) voxOffset;
    }

    GridSize size() {
        if (dim[0] < 1 || dim[0] > MOST_AXES) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": dim[0], the number of axes, must be 1 to 7, was " + dim[0]);
        }
        int axes = (int) dim[0];
        long[] sizes = Arrays.copyOfRange(dim, 1, axes + 1);
        if (Arrays.stream(sizes).anyMatch(n -> n < 1)) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": each axis needs at least one voxel, sizes are "
                    + Arrays.toString(sizes));
        }
        if (axes == 1) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": has one axis, an image has 2 or 3");
        }
        for (int axis = 3; axis < axes; axis++) {
            if (sizes[axis] > 1) {
                throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": holds several volumes, sizes are "
                        + Arrays.toString(sizes) + "; write the one to be measured into a file of its own");
            }
        }
        return StoredVoxels.sizeOf(file, sizes[0], sizes[1], axes > 2 ? sizes[2] : 1);
    }

    StoredVoxels voxels() {
        StoredVoxels stored = StoredVoxels.of(type(), order, size());
        if (slope == 0 || !Double.isFinite(slope)) {
            return stored;
        }
        if (!Double.isFinite(intercept)) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": scl_inter must be finite where scl_slope is set (" + slope
                    + "), was " + intercept);
        }
        return stored.scaled(slope, intercept);
    }

    private VoxelType type() {
        return NiftiType.of(datatype).orElseThrow(() -> new InvalidInputException(Problem.UNSUPPORTED_DATATYPE, file + ": datatype "
                + datatype + " (" + unsupported(datatype) + ") has no single real value per voxel that is read here; "
                + "whole numbers of 8 to 64 bits and floats of 32 and 64 bits are"));
    }

    private static String unsupported(int code) {
        return switch (code) {
            case 1 -> "single bits";
            case 32 -> "complex, 64 bits";
            case 128 -> "RGB colour";
            case 1536 -> "float, 128 bits";
            case 1792 -> "complex, 128 bits";
            case 2048 -> "complex, 256 bits";
            case 2304 -> "RGBA colour";
            default -> "unknown";
        };
    }

    /** sform where its code is positive, else qform where its code is, else the bare voxel sizes; RAS turned to LPS. */
    ImageGeometry geometry() {
        double mm = millimetres();
        double[] lps = {-mm, -mm, mm};
        if (sformCode > 0) {
            double[][] step = new double[3][3];
            double[] origin = new double[3];
            for (int row = 0; row < 3; row++) {
                for (int axis = 0; axis < 3; axis++) {
                    step[row][axis] = lps[row] * srow[row][axis];
                }
                origin[row] = lps[row] * srow[row][3];
            }
            return FileGeometry.ofSteps(file, step, origin);
        }
        double[] spacing = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = mm * pixdim[axis + 1];
            if (!(spacing[axis] > 0)) {
                throw new InvalidInputException(Problem.GEOMETRY_INVALID, file + ": without an sform the voxel sizes in pixdim "
                        + "must be positive, were " + Arrays.toString(Arrays.copyOfRange(pixdim, 1, 4)));
            }
        }
        double[] origin = new double[3];
        double[][] rotation = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        if (qformCode > 0) {
            rotation = rotation();
            for (int row = 0; row < 3; row++) {
                origin[row] = lps[row] * qoffset[row];
            }
        }
        for (int row = 0; row < 2; row++) {
            for (int axis = 0; axis < 3; axis++) {
                rotation[row][axis] = 0.0 - rotation[row][axis];
            }
        }
        return FileGeometry.of(file, spacing, origin, rotation);
    }

    /** The rotation (RAS) of the unit quaternion (a, b, c, d), its third column turned where pixdim[0] is negative. */
    private double[][] rotation() {
        double b = quaternion[0];
        double c = quaternion[1];
        double d = quaternion[2];
        double squares = b * b + c * c + d * d;
        if (!(squares <= 1 + QUATERNION_TOLERANCE)) {
            throw new InvalidInputException(Problem.GEOMETRY_INVALID, file + ": the qform quaternion must be of unit length, b, c, d are "
                    + b + ", " + c + ", " + d);
        }
        double a = 0;
        if (1 - squares < 1e-7) {
            double length = Math.sqrt(squares);
            b /= length;
            c /= length;
            d /= length;
        } else {
            a = Math.sqrt(1 - squares);
        }
        double handed = pixdim[0] < 0 ? -1 : 1;
        return new double[][] {
            {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c) * handed},
            {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b) * handed},
            {2 * (b * d - a * c), 2 * (c * d + a * b), (a * a + d * d - b * b - c * c) * handed}
        };
    }

    /** The length unit: bits 0 to 2 of xyzt_units; 0, unknown, is taken to be mm as everywhere. */
    private double millimetres() {
        return switch (units & 7) {
            case 0, 2 -> 1;
            case 1 -> 1000;
            case 3 -> 1e-3;
            default -> throw new InvalidInputException(Problem.HEADER_INVALID, file + ": the length unit in xyzt_units must be "
                    + "0 (unknown), 1 (m), 2 (mm) or 3 (µm), was " + (units & 7));
        };
    }
}
