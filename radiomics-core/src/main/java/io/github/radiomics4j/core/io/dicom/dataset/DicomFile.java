package io.github.radiomics4j.core.io.dicom.dataset;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.ReadLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A DICOM file whose data elements have been read and whose pixels have not. Immutable; the file is opened again for the pixels.
 */
public final class DicomFile {
    /** The preamble and the letters behind it. */
    private static final int FIRST_BYTES = 132;

    private final DicomStart start;
    private final DicomDataset dataset;
    private final Optional<PixelElement> pixels;

    private DicomFile(DicomStart start, DicomDataset dataset, Optional<PixelElement> pixels) {
        this.start = start;
        this.dataset = dataset;
        this.pixels = pixels;
    }

    /**
     * Whether a file begins like DICOM: a preamble and {@code DICM}, or, as older files do, data elements of group 0002 or 0008
     * at once.
     *
     * @param firstBytes the first bytes of the file, at least 132 where it has as many; not modified
     * @return true where {@link #read} should be tried
     */
    public static boolean isDicom(byte[] firstBytes) {
        return DicomStart.isDicom(firstBytes);
    }

    /**
     * The same for a file.
     *
     * @param file to look into; a folder is none
     * @return true where {@link #read} should be tried
     * @throws InvalidInputException MISSING_FILE where it cannot be opened
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public static boolean isDicom(Path file) {
        if (Files.isDirectory(file)) {
            return false;
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            return isDicom(bytes.readUpTo(FIRST_BYTES));
        }
    }

    /**
     * Reads the data elements of {@link DicomTag}, up to the pixels.
     *
     * @param file the file
     * @param limits what the values may take in memory, pixels not counted
     * @return the file's content
     * @throws InvalidInputException MISSING_FILE, NOT_THIS_FORMAT, TRUNCATED where an element reaches beyond the end of the file,
     *     HEADER_INVALID where elements are not encoded as they must be, UNSUPPORTED_ENCODING for an unknown transfer syntax,
     *     RESOURCE_LIMIT where sequences are nested too deep or values need too much memory
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public static DicomFile read(Path file, ReadLimits limits) {
        return readIfDicom(file, limits).orElseThrow(() -> new InvalidInputException(Problem.NOT_THIS_FORMAT, file
                + ": is not DICOM: neither \"DICM\" after a preamble of " + DicomStart.PREAMBLE
                + " bytes nor a data element of group 0002 or 0008 at the start"));
    }

    /**
     * Reads a file that may be of another format; for folders of which not all files are DICOM.
     *
     * @param file the file
     * @param limits as in {@link #read}
     * @return empty where the file does not begin like DICOM
     * @throws InvalidInputException as {@link #read}, NOT_THIS_FORMAT excepted
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public static Optional<DicomFile> readIfDicom(Path file, ReadLimits limits) {
        try (FileBytes bytes = FileBytes.open(file)) {
            return DicomStart.of(bytes).map(start -> {
                try (FileBytes elements = atDataset(bytes, start)) {
                    DicomParser parser = new DicomParser(new DicomInput(elements, start.syntax().order()), limits.bytes());
                    DicomDataset dataset = parser.parse(file, start.syntax().isExplicit());
                    return new DicomFile(start, dataset, parser.pixels());
                }
            });
        }
    }

    /** Goes to the first byte of the dataset, inflated where it is deflated; closing it closes the file. */
    private static FileBytes atDataset(FileBytes bytes, DicomStart start) {
        bytes.moveTo(start.dataset());
        return start.syntax() == TransferSyntax.DEFLATED ? bytes.fromDeflate() : bytes;
    }

    /**
     * The file.
     *
     * @return its path as it was given
     */
    public Path file() {
        return dataset.file();
    }

    /**
     * How the file is encoded; told from the first element where the file does not say.
     *
     * @return the transfer syntax
     */
    public TransferSyntax syntax() {
        return start.syntax();
    }

    /**
     * The data elements.
     *
     * @return the file's own dataset
     */
    public DicomDataset dataset() {
        return dataset;
    }

    /**
     * Where the pixels stand.
     *
     * @return empty for objects that are no images
     */
    public Optional<PixelElement> pixels() {
        return pixels;
    }

    /**
     * Opens the file at the first byte of the pixels' value.
     *
     * @return the bytes from there on, for the caller to close
     * @throws InvalidInputException NO_PIXEL_DATA where the file has none
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public FileBytes openPixels() {
        PixelElement element = pixels.orElseThrow(() -> dataset.missing(DicomTag.PIXEL_DATA, Problem.NO_PIXEL_DATA));
        FileBytes bytes = FileBytes.open(file());
        try {
            bytes = atDataset(bytes, start);
            bytes.skip(element.offset());
            return bytes;
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    @Override
    public String toString() {
        return file() + ", " + syntax();
    }
}
