package io.github.radiomics4j.core.io.metaimage;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * MetaImage with the voxels behind the header ({@code .mha}) or in one other file ({@code .mhd} and {@code .raw}, {@code .zraw}),
 * raw, zlib or text.
 *
 * <p><b>Values.</b> Whole numbers of 8 to 64 bits ({@code MET_LONG} has 32), float and double; rescaled where
 * {@code ElementToIntensityFunctionSlope} or {@code …Offset} says so. Least significant byte first unless the header says
 * otherwise. {@code CompressedDataSize} is not believed: the zlib stream says where it ends.
 *
 * <p><b>Geometry.</b> LPS as the format demands: {@code Offset} (or {@code Position}, {@code Origin}), {@code TransformMatrix} (or
 * {@code Rotation}, {@code Orientation}), {@code ElementSpacing} (or {@code ElementSize}); where they are missing the format's own
 * defaults hold: 0, axes along L, P, S, 1 mm. {@code AnatomicalOrientation} is a remark. An image of 2 axes is one slice of 1 mm; axes
 * beyond the third must have size 1. Other {@code DistanceUnits} than mm are refused, since most readers pass over them.
 *
 * <p><b>Safety.</b> The data file must lie in the header's folder or below it, symbolic links followed; lists and patterns of several
 * data files are not read; a header has at most 1 MiB.
 */
public final class MetaImageReader implements ImageReader {
    private static final Pattern START = Pattern.compile("\\s*(ObjectType\\s*=\\s*Image|NDims\\s*=\\s*\\d)\\b.*", Pattern.DOTALL);
    private static final Pattern SEVERAL_FILES = Pattern.compile("LIST(\\s.*)?|.*%.*\\s.*", Pattern.CASE_INSENSITIVE);

    private final ReadLimits limits;

    /** A reader with {@link ReadLimits#STANDARD}. */
    public MetaImageReader() {
        this(ReadLimits.STANDARD);
    }

    /**
     * A reader with another memory limit.
     *
     * @param limits what the voxels of one file may take
     */
    public MetaImageReader(ReadLimits limits) {
        this.limits = Objects.requireNonNull(limits);
    }

    @Override
    public String format() {
        return "MetaImage";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".mha", ".mhd");
    }

    @Override
    public boolean canRead(Path file, byte[] firstBytes) {
        return START.matcher(new String(firstBytes, StandardCharsets.ISO_8859_1)).matches();
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
            MetaImageHeader header = MetaImageHeader.read(bytes);
            ImageGeometry geometry = header.geometry();
            String dataFile = header.required(MetaImageHeader.DATA_FILE);
            if (dataFile.equalsIgnoreCase("LOCAL")) {
                if (header.wholeNumber("HeaderSize", 0) > 0) {
                    throw header.invalid("states a HeaderSize, which is for voxels in another file");
                }
                return readVoxels(header, bytes, geometry);
            }
            if (SEVERAL_FILES.matcher(dataFile).matches()) {
                throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, file + ": the voxels lie in several data files (\""
                        + HeaderLines.shown(dataFile) + "\"), one is read; write the image into a single file");
            }
            try (FileBytes data = FileBytes.open(DataFile.of(file, dataFile))) {
                return readVoxels(header, data, geometry);
            }
        }
    }

    private ScalarImage readVoxels(MetaImageHeader header, FileBytes bytes, ImageGeometry geometry) {
        boolean binary = header.flag(true, "BinaryData");
        boolean compressed = header.flag(false, "CompressedData");
        boolean bigEndian = binary && header.flag(false, "BinaryDataByteOrderMSB", "ElementByteOrderMSB");
        VoxelType type = header.type();
        StoredVoxels voxels = header.voxels(type, bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long skipped = header.wholeNumber("HeaderSize", 0);
        if (skipped < -1 || skipped < 0 && (compressed || !binary)) {
            throw header.invalid("needs a HeaderSize of at least 0, or -1 (data at the end of the file) for raw data, found " + skipped);
        }
        if (compressed && !binary) {
            throw header.invalid("says that text is compressed");
        }
        if (skipped < 0) {
            bytes.skipToLast(voxels.bytes());
        } else {
            bytes.skip(skipped);
        }
        try (FileBytes decoded = compressed ? bytes.fromZlib() : binary ? bytes : bytes.fromText(type)) {
            return voxels.read(decoded, geometry, limits);
        }
    }
}
