package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageReader;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * DICOM images: a folder with the files of one series, a single slice, or an enhanced multi-frame object.
 *
 * <p><b>Values</b> are rescaled by each slice's own slope and intercept (HU for CT); PET values come in the unit that the file states
 * unless {@link #suvBodyWeight} is asked for. MONOCHROME1 is not inverted: it is about display only. Colour, palette, floating
 * point pixels and modality lookup tables are refused. Padding values are kept as they are.
 *
 * <p><b>Geometry</b> comes from position, orientation and pixel spacing of every slice, never from instance numbers, slice location
 * or thickness; a single slice alone has the stated distance or thickness of slices as its third edge. What is not one rectangular
 * volume is refused by name: {@link DicomSeries#of}.
 */
public final class DicomReader implements ImageReader {
    private final ReadLimits limits;
    private final Optional<String> seriesUid;
    private final boolean suv;

    /** A reader with {@link ReadLimits#STANDARD}. */
    public DicomReader() {
        this(ReadLimits.STANDARD);
    }

    /**
     * A reader with another memory limit.
     *
     * @param limits what the voxels of one series may take
     */
    public DicomReader(ReadLimits limits) {
        this(limits, Optional.empty(), false);
    }

    private DicomReader(ReadLimits limits, Optional<String> seriesUid, boolean suv) {
        this.limits = Objects.requireNonNull(limits);
        this.seriesUid = seriesUid;
        this.suv = suv;
    }

    /**
     * The same reader for folders that hold several series.
     *
     * @param uid the Series Instance UID of the one to read
     * @return the reader
     */
    public DicomReader series(String uid) {
        return new DicomReader(limits, Optional.of(uid), suv);
    }

    /**
     * The same reader for PET, with activities turned into standardised uptake values by body weight, in g/ml.
     *
     * @return a reader that refuses what cannot be converted, naming the element that is missing
     */
    public DicomReader suvBodyWeight() {
        return new DicomReader(limits, seriesUid, true);
    }

    @Override
    public String format() {
        return "DICOM";
    }

    @Override
    public List<String> suffixes() {
        return List.of(".dcm", ".dicom");
    }

    @Override
    public boolean canRead(Path file, byte[] firstBytes) {
        return Files.isDirectory(file) ? DicomFolder.hasDicom(file) : DicomFile.isDicom(firstBytes);
    }

    /**
     * Reads the image.
     *
     * @param file a file, or a folder with the files of a series; sub-folders are not entered
     * @return the image; x along rows, y along columns, z along their normal
     * @throws InvalidInputException MISSING_FILE, NOT_THIS_FORMAT, SERIES_INCONSISTENT where a folder holds several series (listed in
     *     the message) or not the one asked for, or as {@link DicomFile#read}, {@link DicomSeries#of} and {@link DicomSeries#image}
     * @throws java.io.UncheckedIOException where the disk fails
     */
    @Override
    public ScalarImage read(Path file) {
        return series(file).image(limits);
    }

    /**
     * Reads the headers of a series and puts its slices in order; for objects that refer to slices, such as structure sets.
     *
     * @param file a file, or a folder with the files of a series
     * @return the series, its pixels still unread
     * @throws InvalidInputException as {@link #read}
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public DicomSeries series(Path file) {
        List<DicomFile> files = Files.isDirectory(file) ? DicomFolder.series(file, seriesUid, limits)
                : List.of(DicomFile.read(file, limits));
        if (seriesUid.isPresent() && !DicomSeries.uid(files.get(0)).equals(seriesUid.get())) {
            throw new InvalidInputException(Problem.SERIES_INCONSISTENT, file + ": is of series " + DicomSeries.uid(files.get(0)) + ", not "
                    + seriesUid.get());
        }
        DicomSeries series = DicomSeries.of(file, files);
        return suv ? series.suvBodyWeight() : series;
    }
}
