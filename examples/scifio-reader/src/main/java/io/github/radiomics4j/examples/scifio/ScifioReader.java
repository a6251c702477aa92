package io.github.radiomics4j.examples.scifio;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.scif.Format;
import io.scif.FormatException;
import io.scif.SCIFIO;
import io.scif.config.SCIFIOConfig;
import io.scif.config.SCIFIOConfig.ImgMode;
import io.scif.formats.DICOMFormat;
import io.scif.formats.NRRDFormat;
import io.scif.img.ImgOpener;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.io.location.FileLocation;

/**
 * Opens what SCIFIO opens, pixels only. NRRD and DICOM are refused: SCIFIO reads signed NRRD voxels as unsigned, leaves out rescaling and
 * spacing of DICOM, and keeps the place of neither; radiomics-core reads both formats itself or says what is wrong.
 *
 * <p>Holds a context of SciJava until it is closed. Not safe for use by several threads.
 */
public final class ScifioReader implements Closeable {
    private final SCIFIO scifio;

    /** Starts SCIFIO. */
    public ScifioReader() {
        scifio = new SCIFIO();
    }

    /**
     * Reads the first image of a file into memory.
     *
     * @param file a file of any format that SCIFIO knows, but NRRD and DICOM
     * @return the pixels, without a place
     * @throws InvalidInputException MISSING_FILE; NOT_THIS_FORMAT for NRRD, DICOM and what SCIFIO does not recognise; HEADER_INVALID where
     *     SCIFIO fails on the content; UNSUPPORTED_DIMENSION and UNSUPPORTED_DATATYPE as {@link ScifioImage#of}
     */
    public ScifioImage open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(Problem.MISSING_FILE, file + ": there is no such file");
        }
        FileLocation location = new FileLocation(file.toFile());
        SCIFIOConfig config = new SCIFIOConfig(scifio.context()).imgOpenerSetImgModes(ImgMode.ARRAY, ImgMode.PLANAR)
                .imgOpenerSetComputeMinMax(false);
        refuseOurOwn(file, formatOf(location, config));
        try {
            return ScifioImage.of(new ImgOpener(scifio.context()).openImgs(location, config).get(0));
        } catch (InvalidInputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": SCIFIO recognises the format but cannot read the file (" + e
                    + "); convert it with the program that wrote it", e);
        }
    }

    private Format formatOf(FileLocation location, SCIFIOConfig config) {
        try {
            // SCIFIO says "none" by null or by an exception
            return Optional.ofNullable(scifio.format().getFormat(location, config))
                    .orElseThrow(() -> new FormatException("no format fits"));
        } catch (FormatException e) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, location.getFile() + ": SCIFIO does not recognise the format", e);
        }
    }

    private static void refuseOurOwn(Path file, Format format) {
        if (format instanceof NRRDFormat || format instanceof DICOMFormat) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + ": is " + format.getFormatName()
                    + ", of which SCIFIO loses the place in the patient and some values; read it with ImageFiles of radiomics-core");
        }
    }

    @Override
    public void close() {
        scifio.context().dispose();
    }
}
