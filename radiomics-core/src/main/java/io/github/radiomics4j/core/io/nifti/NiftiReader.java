package io.github.radiomics4j.core.io.nifti;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.StoredVoxels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * NIfTI-1 and NIfTI-2: single files ({@code .nii}) and pairs ({@code .hdr} with {@code .img} beside it, opened by the
 * {@code .hdr}), plain or gzip (found by content), both byte orders.
 *
 * <p><b>Values.</b> {@code scl_slope · stored + scl_inter}; no rescaling where {@code scl_slope} is 0 or not finite. Whole
 * numbers of 8 to 64 bits and floats of 32 and 64 bits; {@code datatype} decides, {@code bitpix} is not looked at. Colour and
 * complex voxels are refused.
 *
 * <p><b>Geometry.</b> The sform where {@code sform_code > 0}, else the qform where {@code qform_code > 0}, else
 * {@code pixdim} at the origin with axes R, A, S; never a mixture, and a qform that contradicts the sform is not looked at. RAS is
 * turned to LPS by the signs of the first two rows; array order stays. Spacing is the length of the columns (sform) or
 * {@code pixdim} (qform). Units of m and µm become mm; an unknown unit is taken to be mm.
 *
 * <p><b>Axes.</b> Three, or two (one slice; the third step of the affine must still be positive), or more where all further ones
 * have size 1. Header extensions are skipped by {@code vox_offset}.
 */
public final class NiftiReader implements ImageReader {
    private final ReadLimits limits;

    /** A reader with {@link ReadLimits#STANDARD}. */
    public NiftiReader() {
        this(ReadLimits.STANDARD);
    }

    /**
     * A reader with another memory limit.
     *
     * @param limits what the voxels of one file may take
     */
    public NiftiReader(ReadLimits limits) {
        this.limits = Objects.requireNonNull(limits);
    }

    @Override
    public String format() {
        return "NIfTI";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".nii", ".nii.gz", ".hdr", ".hdr.gz", ".img", ".img.gz");
    }

    @Override
    public boolean canRead(Path file, byte[] firstBytes) {
        try (FileBytes bytes = FileBytes.inflated(file, firstBytes)) {
            return NiftiHeader.isNifti(bytes.readUpTo(NiftiHeader.BYTES_1));
        } catch (InvalidInputException e) {
            return false;   // damaged gzip: the name may still promise NIfTI, and reading then says what is wrong
        }
    }

    /**
     * Reads the image.
     *
     * @param file a single file, or the {@code .hdr} of a pair
     * @return the image in array order
     * @throws InvalidInputException NOT_THIS_FORMAT, MISSING_FILE (also a missing {@code .img}), HEADER_INVALID, TRUNCATED,
     *     UNSUPPORTED_DATATYPE, UNSUPPORTED_DIMENSION, GEOMETRY_INVALID or RESOURCE_LIMIT
     * @throws java.io.UncheckedIOException where the disk fails
     */
    @Override
    public ScalarImage read(Path file) {
        try (FileBytes bytes = FileBytes.openInflated(file)) {
            byte[] start = headerOf(bytes);
            if (!NiftiHeader.isNifti(start) && lowerCaseName(file).matches(".*\\.img(\\.gz)?")) {
                throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file
                        + ": holds the voxels of a pair of files; open the .hdr file beside it");
            }
            NiftiHeader header = NiftiHeader.parse(file, start);
            StoredVoxels voxels = header.voxels();
            ImageGeometry geometry = header.geometry();
            if (header.isPair()) {
                try (FileBytes data = FileBytes.openInflated(voxelFileOf(file))) {
                    return readVoxels(data, header.voxelsAt(), voxels, geometry);
                }
            }
            return readVoxels(bytes, header.voxelsAt() - start.length, voxels, geometry);
        }
    }

    private static byte[] headerOf(FileBytes bytes) {
        byte[] size = bytes.readUpTo(4);
        byte[] rest = bytes.readUpTo(NiftiHeader.bytesOf(size) - size.length);
        byte[] header = Arrays.copyOf(size, size.length + rest.length);
        System.arraycopy(rest, 0, header, size.length, rest.length);
        return header;
    }

    private ScalarImage readVoxels(FileBytes bytes, long skipped, StoredVoxels voxels, ImageGeometry geometry) {
        if (skipped > limits.bytes()) {
            bytes.require(skipped);
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, bytes.file() + ": " + skipped
                    + " bytes lie between header and voxels, the limit is " + limits.bytes());
        }
        bytes.skip(skipped);
        return voxels.read(bytes, geometry, limits);
    }

    /** {@code x.hdr} or {@code x.hdr.gz} has its voxels in {@code x.img} or {@code x.img.gz}. */
    private static Path voxelFileOf(Path header) {
        String name = header.getFileName().toString();
        String stem = name.replaceFirst("(?i)\\.hdr(\\.gz)?$", "");
        if (stem.equals(name)) {
            throw new InvalidInputException(Problem.HEADER_INVALID, header + ": the header says that the voxels lie in an .img file "
                    + "beside it; the name of the header must then end in .hdr");
        }
        String ending = Character.isUpperCase(name.charAt(stem.length() + 1)) ? ".IMG" : ".img";
        Path plain = header.resolveSibling(stem + ending);
        Path compressed = header.resolveSibling(stem + ending + ".gz");
        return !Files.exists(plain) && Files.exists(compressed) ? compressed : plain;
    }

    private static String lowerCaseName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
