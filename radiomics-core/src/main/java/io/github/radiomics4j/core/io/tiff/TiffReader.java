package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.FileGeometry;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.StoredVoxels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * TIFF and BigTIFF with one grey value per pixel; all pages together are one stack, in their order. Pages that the file marks as
 * smaller versions of others are left out.
 *
 * <p><b>Values</b> as stored, also where a page says that 0 is white: whole numbers of 8, 16 and 32 bits, floating point numbers of 32
 * and 64. In strips or tiles, uncompressed or with LZW, Deflate or PackBits, with predictor 2 or 3. Colour, palettes, JPEG, channels
 * and times, and pages of different size are refused. What ImageJ calibrated by a straight line (it keeps signed 16-bit images so) is
 * rescaled, other calibrations are refused.
 *
 * <p><b>Geometry.</b> A TIFF knows no position: the stack lies at the origin along L, P, S. The voxel size is the one that the caller
 * states ({@link #withSpacing}), else that of OME-XML, of ImageJ, or of resolution tags in centimetres (dots per inch are meant for
 * printers). A file that states none is refused, since 1 mm would be made up; the thickness of a single slice is 1 mm where nothing
 * says otherwise.
 */
public final class TiffReader implements ImageReader {
    private static final byte[] DICOM = {'D', 'I', 'C', 'M'};

    private final ReadLimits limits;
    private final Optional<VoxelSpacing> stated;

    /** A reader with {@link ReadLimits#STANDARD}. */
    public TiffReader() {
        this(ReadLimits.STANDARD);
    }

    /**
     * A reader with another memory limit.
     *
     * @param limits what the voxels of one file, and one strip or row of tiles, may take
     */
    public TiffReader(ReadLimits limits) {
        this(limits, Optional.empty());
    }

    private TiffReader(ReadLimits limits, Optional<VoxelSpacing> stated) {
        this.limits = Objects.requireNonNull(limits);
        this.stated = stated;
    }

    /**
     * This reader with a voxel size that holds for every file, whatever it says itself.
     *
     * @param spacing distance of voxel centres
     * @return the reader
     */
    public TiffReader withSpacing(VoxelSpacing spacing) {
        return new TiffReader(limits, Optional.of(spacing));
    }

    @Override
    public String format() {
        return "TIFF";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".tif", ".tiff");
    }

    /**
     * {@inheritDoc}
     *
     * <p>A DICOM file may begin like a TIFF, so that viewers of either show it (DICOM PS3.10, 7.1); it knows its place as DICOM only,
     * so here it is none.
     */
    @Override
    public boolean canRead(Path file, byte[] firstBytes) {
        boolean dicom = firstBytes.length >= 132 && Arrays.equals(firstBytes, 128, 132, DICOM, 0, 4);
        return TiffFile.isTiff(firstBytes) && !dicom;
    }

    /**
     * Reads the stack.
     *
     * @param file the file
     * @return the image in array order
     * @throws InvalidInputException NOT_THIS_FORMAT, MISSING_FILE, HEADER_INVALID, TRUNCATED, UNSUPPORTED_DATATYPE,
     *     UNSUPPORTED_DIMENSION, UNSUPPORTED_ENCODING, GEOMETRY_INVALID (also where no voxel size is known) or RESOURCE_LIMIT
     * @throws java.io.UncheckedIOException where the disk fails
     */
    @Override
    public ScalarImage read(Path file) {
        try (FileBytes bytes = FileBytes.open(file)) {
            List<TiffDirectory> directories = TiffFile.directories(bytes).stream()
                    .filter(directory -> (directory.number(TiffDirectory.SUBFILE_TYPE, 0) & 1) == 0).toList();
            if (directories.isEmpty()) {
                throw new InvalidInputException(Problem.HEADER_INVALID, file + ": all pages are smaller versions of one that is not there");
            }
            List<TiffPage> pages = new ArrayList<>();
            for (TiffDirectory directory : directories) {
                TiffPage page = TiffPage.of(directory);
                if (!pages.isEmpty() && !pages.get(0).stacksWith(page)) {
                    throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": the pages of a stack must be alike, page 0 "
                            + "has " + shape(pages.get(0)) + ", page " + pages.size() + " has " + shape(page) + "; save one stack first");
                }
                pages.add(page);
            }
            TiffPage first = pages.get(0);
            GridSize size = StoredVoxels.sizeOf(file, first.width(), first.height(), pages.size());
            TiffDescription description = TiffDescription.of(directories.get(0), pages.size());
            ImageGeometry geometry = geometry(file, pages.size() == 1 && Double.isNaN(description.z()) ? description.withThickness(1)
                    : description);
            StoredVoxels voxels = StoredVoxels.of(first.type(), first.order(), size)
                    .scaled(description.slope(), description.intercept());
            TiffPixels pixels = new TiffPixels(bytes, pages, limits);
            try (FileBytes decoded = FileBytes.decoded(file, pixels, voxels.bytes())) {
                return voxels.read(decoded, geometry, limits);
            }
        }
    }

    private static String shape(TiffPage page) {
        return page.width() + " × " + page.height() + " pixels of type " + page.type();
    }

    private ImageGeometry geometry(Path file, TiffDescription description) {
        if (stated.isPresent()) {
            return ImageGeometry.of(stated.get());
        }
        double[] spacing = {description.x(), description.y(), description.z()};
        if (!description.statesSize()) {
            throw new InvalidInputException(Problem.GEOMETRY_INVALID, file + ": no voxel size: neither OME-XML, ImageJ nor resolution tags "
                    + "in centimetres state one for each axis (found " + Arrays.toString(spacing) + " mm); state it: "
                    + "new TiffReader().withSpacing(VoxelSpacing.mm(x, y, z)), for image and mask alike");
        }
        return FileGeometry.of(file, spacing, new double[3], new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }
}
