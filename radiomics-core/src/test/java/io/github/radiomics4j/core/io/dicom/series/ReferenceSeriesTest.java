package io.github.radiomics4j.core.io.dicom.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.plugin.DICOM;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.SharedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Real series against what other readers found in them. */
class ReferenceSeriesTest {

    @Test
    void everySeriesIsReadAsOthersDoOrRefusedAsIrregular() throws IOException {
        Path images = SharedFiles.folder("images");
        List<CSVRecord> rows = SharedFiles.rows(images.resolve("dicom/expected-series.csv"));
        for (CSVRecord row : rows) {
            Path folder = images.resolve(row.get("series"));
            if (row.get("regular").equals("yes")) {
                matches(row, ImageFiles.read(folder));
            } else {
                InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> ImageFiles.read(folder), row::toString);
                assertEquals(Problem.SERIES_IRREGULAR, refusal.problem(), refusal.getMessage());
            }
        }
        SharedFiles.writeConformance("io-dicom-series.txt", "DICOM series read with the stated size, place and values, or refused",
                rows.size(), rows.size());
    }

    private static void matches(CSVRecord row, ScalarImage image) {
        assertEquals(row.get("columns") + "×" + row.get("rows") + "×" + row.get("slices"), image.size().toString(), row.get("series"));
        ImageGeometry geometry = image.geometry();
        assertEquals(number(row, "spacing_x"), geometry.spacing().x(), 1e-9);
        assertEquals(number(row, "spacing_y"), geometry.spacing().y(), 1e-9);
        assertEquals(number(row, "slice_step_max"), geometry.spacing().z(), 1e-5);
        assertArrayEquals(numbers(row, "first_position_lps"), geometry.origin(), 1e-5);
        assertArrayEquals(numbers(row, "last_position_lps"), geometry.toWorld(0, 0, image.size().z() - 1), 1e-4);
        double[] orientation = numbers(row, "iop");
        double[] stack = numbers(row, "stack_direction");
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(orientation[axis], geometry.direction(axis, 0), 1e-6);
            assertEquals(orientation[axis + 3], geometry.direction(axis, 1), 1e-6);
            assertEquals(stack[axis], geometry.direction(axis, 2), 1e-6);
        }
        double[] values = SharedFiles.values(image);
        assertEquals(number(row, "min"), Arrays.stream(values).min().orElseThrow(), 1e-8);
        assertEquals(number(row, "max"), Arrays.stream(values).max().orElseThrow(), 1e-7);
        assertEquals(number(row, "mean"), Arrays.stream(values).average().orElseThrow(), 5e-7);
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double[] numbers(CSVRecord row, String column) {
        return Arrays.stream(row.get(column).split("/")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void rotatingPlanesAreNoVolume() {
        Path folder = SharedFiles.folder("images/dicom/tiny-series/mr-rotating-planes");
        assertEquals(Problem.SERIES_INCONSISTENT,
                assertThrows(InvalidInputException.class, () -> ImageFiles.read(folder)).problem());
    }

    @Test
    void theIbsiCtPhantomEqualsItsNiftiTwinVoxelForVoxel() throws IOException {
        Path phantom = SharedFiles.folder("ibsi/ibsi1/ct_phantom");
        equalsItsTwin(ImageFiles.read(phantom.resolve("dicom/image")), ImageFiles.read(phantom.resolve("image.nii.gz")), 0, 5e-3);
        SharedFiles.writeConformance("io-ibsi-phantom-dicom.txt", "IBSI-1 CT phantom read from its DICOM series", 1, 1);
    }

    @Test
    void ctMrAndPetOfOneSarcomaEqualTheirNiftiTwins() throws IOException {
        Path patient = SharedFiles.folder("images/dicom/sts002");
        for (String modality : List.of("ct", "mr")) {
            equalsItsTwin(ImageFiles.read(patient.resolve(modality + "/series")),
                    ImageFiles.read(patient.resolve(modality + "/image.nii.gz")),
                    0, 1e-3);
        }
        // the twin holds single precision
        equalsItsTwin(new DicomReader().suvBodyWeight().read(patient.resolve("pet/series")),
                ImageFiles.read(patient.resolve("pet/image.nii.gz")), 1e-6, 1e-3);
        SharedFiles.writeConformance("io-dicom-nifti-twins.txt", "CT, MR and PET (SUV) series equal to their NIfTI twins", 3, 3);
    }

    private static void equalsItsTwin(ScalarImage dicom, ScalarImage nifti, double relative, double millimetres) {
        assertEquals(nifti.size(), dicom.size());
        assertTrue(dicom.geometry().coincidesWith(nifti.geometry(), dicom.size(), millimetres), dicom.geometry() + " is not "
                + nifti.geometry());
        double[] expected = SharedFiles.values(nifti);
        double[] found = SharedFiles.values(dicom);
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected[i], found[i], relative * Math.abs(expected[i]), "voxel " + i);
        }
    }

    @Test
    void theMultiFrameObjectHoldsTheSameVolumeAsItsSingleFrames() {
        Path folder = SharedFiles.folder("images/dicom/ct-23x38x3-seg");
        ScalarImage single = ImageFiles.read(folder.resolve("series"));
        ScalarImage multi = ImageFiles.read(folder.resolve("multiframe.dcm"));
        assertArrayEquals(SharedFiles.values(single), SharedFiles.values(multi));
        assertTrue(single.geometry().coincidesWith(multi.geometry(), single.size(), 1e-6),
                multi.geometry() + " is not " + single.geometry());
    }

    /** Objects without places, dose grids, lookup tables and colours: their pixels may be known, an image they are not. */
    @Test
    void whatIsNoVolumeOfIntensitiesIsRefusedByName() throws IOException {
        Path single = SharedFiles.folder("images/dicom/single");
        List<CSVRecord> rows = SharedFiles.rows(single.resolveSibling("expected-files.csv")).stream()
                .filter(row -> row.get("expect").matches("refuse.*|.*no volume|.*SEG.*|.*dose.*")).toList();
        assertTrue(rows.size() > 20, rows.size() + " rows");
        for (CSVRecord row : rows) {
            Path file = single.getParent().getParent().resolve(row.get("file"));
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> ImageFiles.read(file), row::toString);
            assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
        }
    }

    @Test
    void singleSlicesLieWhereTheirHeadersSay() throws IOException {
        Path images = SharedFiles.folder("images");
        List<CSVRecord> rows = SharedFiles.rows(images.resolve("dicom/expected-files.csv")).stream()
                .filter(row -> row.get("expect").equals("accept") && row.get("frames").equals("1") && !row.get("iop").isEmpty()
                        && !row.get("slice_thickness").isEmpty()).toList();
        assertTrue(rows.size() > 15, rows.size() + " rows");
        for (CSVRecord row : rows) {
            ScalarImage image = ImageFiles.read(images.resolve(row.get("file")));
            double[] spacing = numbers(row, "pixel_spacing");
            assertEquals(spacing[0], image.geometry().spacing().y(), 1e-9, row::toString);
            assertEquals(spacing[1], image.geometry().spacing().x(), 1e-9);
            assertArrayEquals(numbers(row, "position_lps"), image.geometry().origin(), 1e-6);
            double[] values = SharedFiles.values(image);
            assertEquals(number(row, "min"), Arrays.stream(values).min().orElseThrow());
            assertEquals(number(row, "max"), Arrays.stream(values).max().orElseThrow());
            assertEquals(number(row, "mean"), Arrays.stream(values).average().orElseThrow(), 1e-6);
        }
    }

    private static ImagePlus readByImageJ(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DICOM reader = new DICOM(in);
            reader.run("slice");
            return reader;
        }
    }

    /**
     * ImageJ's reader, a program of other authors, file by file: its calibrated values are ours. Without a screen it does not read
     * slices whose slope is not 1, such as those of PET.
     */
    @Test
    void imageJReadsTheSameValuesFromUncompressedSlices() throws IOException {
        Path images = SharedFiles.folder("images/dicom");
        int compared = 0;
        for (Path series : List.of(images.resolve("sts002/ct/series"), images.resolve("sts002/mr/series"),
                images.resolve("ct-liver-spine-seg/series"), images.resolve("tiny-series/ct"),
                images.resolve("breast-mr-sagittal-seg/series"),
                SharedFiles.folder("ibsi/ibsi1/ct_phantom/dicom/image"))) {
            List<Path> files;
            try (Stream<Path> all = Files.list(series)) {
                files = all.sorted().toList();
            }
            for (Path file : files) {
                ImagePlus theirs = readByImageJ(file);
                Calibration calibration = theirs.getCalibration();
                ScalarImage ours = ImageFiles.read(file);
                double[] values = SharedFiles.values(ours);
                assertEquals(theirs.getWidth(), ours.size().x());
                for (int i = 0; i < values.length; i++) {
                    double expected = calibration.getCValue(theirs.getProcessor().getf(i));
                    assertEquals(expected, values[i], 1e-6 * Math.max(1, Math.abs(expected)), file + " pixel " + i);
                }
                compared++;
            }
        }
        assertTrue(compared > 150, compared + " slices");
        SharedFiles.writeConformance("io-dicom-imagej.txt", "Uncompressed DICOM slices equal to what ImageJ reads", compared, compared);
    }
}
