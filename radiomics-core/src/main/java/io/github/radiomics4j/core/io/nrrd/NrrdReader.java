package io.github.radiomics4j.core.io.nrrd;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.DataFile;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.HeaderLines;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.StoredVoxels;
import io.github.radiomics4j.core.io.VoxelType;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * NRRD, versions 1 to 5, with the data behind the header ({@code .nrrd}) or in one other file ({@code .nhdr}); encodings
 * raw, gzip, ascii and hex.
 *
 * <p><b>Values</b> as stored: whole numbers of 8 to 64 bits, float and double. Raw, gzip and hex data of more than one byte per
 * voxel need the field {@code endian}. {@code line skip} counts in the file, {@code byte skip} in the decoded data; −1, the data
 * are the end of the file, is for raw data only.
 *
 * <p><b>Geometry.</b> {@code space directions} and {@code space origin} in one of the spaces LPS, RAS, LAS (turned to LPS by
 * signs; array order stays; no origin means 0), or else {@code spacings} at the origin along L, P, S. Lengths in m, cm, µm become
 * mm. Other spaces, {@code axis mins}, and headers without a voxel size are refused.
 *
 * <p><b>Axes.</b> Three; further ones where their size is 1. Colour, vector and time axes are refused.
 *
 * <p><b>Safety.</b> A data file must lie in the header's folder or below it, symbolic links followed; lists and patterns of several
 * data files are not read; a header has at most 1 MiB.
 */
public final class NrrdReader implements ImageReader {
    private static final Pattern FILE_PATTERN = Pattern.compile(".*%.*(\\s+-?\\d+){3,4}");

    private final ReadLimits limits;

    /** A reader with {@link ReadLimits#STANDARD}. */
    public NrrdReader() {
        this(ReadLimits.STANDARD);
    }

    /**
     * A reader with another memory limit.
     *
     * @param limits what the voxels of one file may take
     */
    public NrrdReader(ReadLimits limits) {
        this.limits = Objects.requireNonNull(limits);
    }

    @Override
    public String format() {
        return "NRRD";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".nrrd", ".nhdr");
    }

    @Override
    public boolean canRead(Path file, byte[] firstBytes) {
        return NrrdHeader.isNrrd(firstBytes);
    }

    /**
     * Reads the image.
     *
     * @param file the header, with or without the data
     * @return the image in array order
     * @throws InvalidInputException NOT_THIS_FORMAT, MISSING_FILE (also a missing data file), UNSAFE_PATH, HEADER_INVALID,
     *     TRUNCATED, UNSUPPORTED_DATATYPE, UNSUPPORTED_DIMENSION, UNSUPPORTED_ENCODING, GEOMETRY_INVALID or RESOURCE_LIMIT
     * @throws java.io.UncheckedIOException where the disk fails
     */
    @Override
    public ScalarImage read(Path file) {
        try (FileBytes bytes = FileBytes.open(file)) {
            NrrdHeader header = NrrdHeader.read(bytes);
            VoxelType type = type(header);
            Encoding encoding = Encoding.of(header);
            NrrdGrid grid = new NrrdGrid(header);
            ByteOrder order = order(header, encoding, type);
            StoredVoxels voxels = StoredVoxels.of(type, order, grid.size());
            ImageGeometry geometry = grid.geometry();
            Optional<Path> dataFile = dataFile(header);
            if (dataFile.isEmpty()) {
                return readVoxels(header, bytes, encoding, type, voxels, geometry);
            }
            try (FileBytes data = FileBytes.open(dataFile.get())) {
                return readVoxels(header, data, encoding, type, voxels, geometry);
            }
        }
    }

    private ScalarImage readVoxels(NrrdHeader header, FileBytes bytes, Encoding encoding, VoxelType type, StoredVoxels voxels,
            ImageGeometry geometry) {
        long lines = header.wholeNumber("lineskip", 0);
        long skipped = header.wholeNumber("byteskip", 0);
        if (lines < 0 || skipped < -1) {
            throw header.invalid("needs a line skip of at least 0 and a byte skip of at least -1, found " + lines + " and " + skipped);
        }
        if (skipped < 0 && encoding != Encoding.RAW) {
            throw header.invalid("has byte skip -1 (data at the end of the file), which is for raw data only");
        }
        if (skipped > 0 && (encoding == Encoding.HEX || encoding == Encoding.TEXT)) {
            throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, header.file()
                    + ": a byte skip is read before raw and gzip data only, not before hex and ascii");
        }
        bytes.skipLines(lines);
        try (FileBytes decoded = encoding.decoding(bytes, type)) {
            if (skipped < 0) {
                decoded.skipToLast(voxels.bytes());
            } else {
                if (encoding != Encoding.RAW && skipped > limits.bytes()) {
                    throw new InvalidInputException(Problem.RESOURCE_LIMIT, bytes.file() + ": byte skip is " + skipped + ", the limit is "
                            + limits.bytes());
                }
                decoded.skip(skipped);
            }
            return voxels.read(decoded, geometry, limits);
        }
    }

    /** How the data are written. */
    private enum Encoding {
        RAW, GZIP, HEX, TEXT;

        private static Encoding of(NrrdHeader header) {
            String name = header.required("encoding");
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "raw" -> RAW;
                case "gzip", "gz" -> GZIP;
                case "hex" -> HEX;
                case "ascii", "text", "txt" -> TEXT;
                default -> throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, header.file()
                        + ": encodings raw, gzip, hex and ascii are read, the header says \"" + HeaderLines.shown(name)
                        + "\"; write the file again with one of these");
            };
        }

        private FileBytes decoding(FileBytes bytes, VoxelType type) {
            return switch (this) {
                case RAW -> bytes;
                case GZIP -> bytes.gunzipped();
                case HEX -> bytes.fromHex();
                case TEXT -> bytes.fromText(type);
            };
        }
    }

    private static ByteOrder order(NrrdHeader header, Encoding encoding, VoxelType type) {
        if (encoding == Encoding.TEXT || type.bytes() == 1) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        String endian = header.required("endian").toLowerCase(Locale.ROOT);
        return switch (endian) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw header.invalid("needs \"little\" or \"big\" as endian, found \"" + HeaderLines.shown(endian) + "\"");
        };
    }

    private static VoxelType type(NrrdHeader header) {
        String name = header.required("type");
        return switch (name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
            case "signed char", "int8", "int8_t" -> VoxelType.INT8;
            case "uchar", "unsigned char", "uint8", "uint8_t" -> VoxelType.UINT8;
            case "short", "short int", "signed short", "signed short int", "int16", "int16_t" -> VoxelType.INT16;
            case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" -> VoxelType.UINT16;
            case "int", "signed int", "int32", "int32_t" -> VoxelType.INT32;
            case "uint", "unsigned int", "uint32", "uint32_t" -> VoxelType.UINT32;
            case "longlong", "long long", "long long int", "signed long long", "signed long long int", "int64", "int64_t" ->
                    VoxelType.INT64;
            case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" -> VoxelType.UINT64;
            case "float" -> VoxelType.FLOAT32;
            case "double" -> VoxelType.FLOAT64;
            default -> throw new InvalidInputException(Problem.UNSUPPORTED_DATATYPE, header.file() + ": type \"" + HeaderLines.shown(name)
                    + "\" is not read; whole numbers of 8 to 64 bits, float and double are");
        };
    }

    /** The one other file that holds the data, empty where they follow the header. */
    private static Optional<Path> dataFile(NrrdHeader header) {
        if (header.field("datafile").isEmpty()) {
            return Optional.empty();
        }
        String name = header.required("datafile");
        if (name.matches("(?i)list(\\s.*)?") || FILE_PATTERN.matcher(name).matches()) {
            throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, header.file() + ": the voxels lie in several data files (\""
                    + HeaderLines.shown(name) + "\"), one is read; write the image into a single file");
        }
        return Optional.of(DataFile.of(header.file(), name));
    }
}
