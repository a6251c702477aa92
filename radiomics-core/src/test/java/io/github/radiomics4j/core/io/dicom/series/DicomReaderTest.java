package io.github.radiomics4j.core.io.dicom.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.SharedFiles;
import io.github.radiomics4j.core.io.dicom.DicomBytes;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomReaderTest {
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    @TempDir
    private Path folder;

    /** What a slice of 2 × 1 pixels says of itself; text that is empty leaves the element empty. */
    private record SliceText(String series, String position, String orientation, String slope, int first) {

        DicomBytes header() {
            return new DicomBytes(DicomBytes.EXPLICIT).text(DicomTag.MODALITY, "CS", "PT").text(DicomTag.SERIES_INSTANCE_UID, "UI", series)
                    .text(DicomTag.IMAGE_POSITION_PATIENT, "DS", position).text(DicomTag.IMAGE_ORIENTATION_PATIENT, "DS", orientation)
                    .text(DicomTag.PIXEL_SPACING, "DS", "2\\3").text(DicomTag.RESCALE_SLOPE, "DS", slope);
        }

        byte[] file() {
            return withPixels(header());
        }

        byte[] withPixels(DicomBytes header) {
            return header.shorts(DicomTag.SAMPLES_PER_PIXEL, "US", 1).text(DicomTag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                    .shorts(DicomTag.ROWS, "US", 1).shorts(DicomTag.COLUMNS, "US", 2).shorts(DicomTag.BITS_ALLOCATED, "US", 16)
                    .shorts(DicomTag.BITS_STORED, "US", 16).shorts(DicomTag.HIGH_BIT, "US", 15)
                    .shorts(DicomTag.PIXEL_REPRESENTATION, "US", 0).shorts(DicomTag.PIXEL_DATA, "OW", first, first + 1).file();
        }
    }

    private static SliceText at(double z, int first) {
        return new SliceText("1.2.3", "10\\20\\" + z, AXIAL, "1", first);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private InvalidInputException refused(Problem problem) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> ImageFiles.read(folder));
        assertEquals(problem, refusal.problem(), refusal.getMessage());
        return refusal;
    }

    @Test
    void slicesAreSortedByPositionAndStrangersArePassedOver() throws IOException {
        write("a", at(5, 30).file());
        write("b", at(-1, 10).file());
        write("c", at(2, 20).file());
        write("notes.txt", "no DICOM".getBytes(StandardCharsets.US_ASCII));
        write("d", new DicomBytes(DicomBytes.EXPLICIT).text(DicomTag.MODALITY, "CS", "SR").file());
        ScalarImage image = ImageFiles.read(folder);
        assertEquals(new GridSize(2, 1, 3), image.size());
        assertArrayEquals(new double[] {10, 11, 20, 21, 30, 31}, SharedFiles.values(image));
        assertArrayEquals(new double[] {10, 20, -1}, image.geometry().origin());
        assertEquals("3.0 × 2.0 × 3.0 mm", image.geometry().spacing().toString());
    }

    @Test
    void everySliceIsRescaledByItsOwnSlope() throws IOException {
        write("a", new SliceText("1.2.3", "0\\0\\0", AXIAL, "0.5", 10).file());
        write("b", new SliceText("1.2.3", "0\\0\\1", AXIAL, "2", 60000).file());
        assertArrayEquals(new double[] {5, 5.5, 120000, 120002}, SharedFiles.values(ImageFiles.read(folder)));
        write("b", new SliceText("1.2.3", "0\\0\\1", AXIAL, "0", 60000).file());
        assertTrue(refused(Problem.HEADER_INVALID).getMessage().contains("(0028,1053) RescaleSlope"));
    }

    @Test
    void whatIsNoRegularStackIsRefused() throws IOException {
        write("a", at(0, 1).file());
        write("b", at(1, 2).file());
        write("c", at(1, 3).file());
        refused(Problem.SERIES_INCONSISTENT);
        write("c", at(3, 3).file());
        refused(Problem.SERIES_IRREGULAR);
        write("c", new SliceText("1.2.3", "10.5\\20\\2", AXIAL, "1", 3).file());
        refused(Problem.SERIES_IRREGULAR);
        write("c", new SliceText("1.2.3", "10\\20\\2", "0\\1\\0\\0\\0\\1", "1", 3).file());
        refused(Problem.SERIES_INCONSISTENT);
        write("c", new SliceText("1.2.3", "", AXIAL, "1", 3).file());
        assertTrue(refused(Problem.NO_GEOMETRY).getMessage().contains("(0020,0032) ImagePositionPatient"));
        write("c", new SliceText("1.2.3", "10\\20\\2", "1\\0\\0\\1\\0\\0", "1", 3).file());
        refused(Problem.GEOMETRY_INVALID);
    }

    @Test
    void aSeriesIsChosenByItsUid() throws IOException {
        write("a", at(0, 1).file());
        write("b", at(1, 2).file());
        write("c", new SliceText("1.2.4", "0\\0\\0", AXIAL, "1", 7).file());
        write("d", new SliceText("1.2.4", "0\\0\\4", AXIAL, "1", 8).file());
        String message = refused(Problem.SERIES_INCONSISTENT).getMessage();
        assertTrue(message.contains("1.2.3") && message.contains("1.2.4"), message);
        assertArrayEquals(new double[] {7, 8, 8, 9}, SharedFiles.values(new DicomReader().series("1.2.4").read(folder)));
        assertThrows(InvalidInputException.class, () -> new DicomReader().series("1.2.5").read(folder));
        assertThrows(InvalidInputException.class, () -> new DicomReader().series("1.2.5").read(folder.resolve("a")));
    }

    @Test
    void theMemoryOfTheWholeVolumeIsLimited() throws IOException {
        write("a", new SliceText("1.2.3", "0\\0\\0", AXIAL, "0.5", 1).file());
        write("b", new SliceText("1.2.3", "0\\0\\1", AXIAL, "0.5", 1).file());
        DicomSeries series = new DicomReader().series(folder);
        assertEquals(Problem.RESOURCE_LIMIT,
                assertThrows(InvalidInputException.class, () -> series.image(new ReadLimits(31))).problem());
        assertEquals(4, series.image(new ReadLimits(32)).size().voxels());
    }

    @Test
    void aFolderWithoutDicomIsOfNoKnownFormat() throws IOException {
        write("notes.txt", new byte[200]);
        refused(Problem.NOT_THIS_FORMAT);
    }

    private static DicomBytes pet(String units, String correction, String dose, String dateTime) {
        DicomBytes header = at(0, 100).header().text(DicomTag.SLICE_THICKNESS, "DS", "3").text(DicomTag.UNITS, "CS", units)
                .text(DicomTag.CORRECTED_IMAGE, "CS", "DECY\\ATTN").text(DicomTag.DECAY_CORRECTION, "CS", correction)
                .text(DicomTag.PATIENT_WEIGHT, "DS", "80").text(DicomTag.SERIES_DATE, "DA", "20200102")
                .text(DicomTag.SERIES_TIME, "TM", "003000").text(DicomTag.ACQUISITION_DATE, "DA", "20200102")
                .text(DicomTag.ACQUISITION_TIME, "TM", "003100.5");
        return header.sequence(DicomTag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, header.inner()
                .text(DicomTag.RADIOPHARMACEUTICAL_START_TIME, "TM", "233000").text(DicomTag.RADIONUCLIDE_TOTAL_DOSE, "DS", dose)
                .text(DicomTag.RADIONUCLIDE_HALF_LIFE, "DS", "3600").text(DicomTag.RADIOPHARMACEUTICAL_START_DATE_TIME, "DT", dateTime));
    }

    private double suv(DicomBytes header) throws IOException {
        write("pet.dcm", at(0, 100).withPixels(header));
        return SharedFiles.values(new DicomReader().suvBodyWeight().read(folder.resolve("pet.dcm")))[0];
    }

    @Test
    void activitiesBecomeUptakeValuesByWeightDoseAndDecay() throws IOException {
        // one half-life from 23:30 of the day before: 100 Bq/ml · 80 000 g / (1e6 Bq / 2)
        assertEquals(16, suv(pet("BQML", "START", "1000000", "")), 1e-12);
        assertEquals(16, suv(pet("BQML", "START", "1000000", "20200101233000.0")), 1e-12);
        assertEquals(32, suv(pet("BQML", "START", "1000000", "20200101223000.00+0100")), 1e-12);
        assertEquals(8, suv(pet("BQML", "ADMIN", "1000000", "")), 1e-12);
        assertEquals(100, suv(pet("GML", "ADMIN", "", "")));
        assertEquals(100, SharedFiles.values(ImageFiles.read(folder.resolve("pet.dcm")))[0]);
    }

    @Test
    void uptakeValuesThatCannotBeComputedAreRefusedByTheMissingElement() {
        for (DicomBytes header : new DicomBytes[] {pet("BQML", "START", "", ""), pet("BQML", "", "1", ""), pet("", "START", "1", ""),
            pet("CNTS", "START", "1", ""), pet("BQML", "NONE", "1", ""), pet("BQML", "START", "1", "20200103120000"),
            pet("BQML", "START", "1", "20201301120000")}) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> suv(header));
            assertEquals(Problem.HEADER_INVALID, refusal.problem());
            assertTrue(refusal.getMessage().matches(".*\\([0-9A-F]{4},[0-9A-F]{4}\\) (RadionuclideTotalDose|DecayCorrection|Units"
                    + "|RadiopharmaceuticalStartDateTime) .*"), refusal.getMessage());
        }
    }

    @Test
    void framesOfAnEnhancedObjectAreSlices() throws IOException {
        DicomBytes header = new DicomBytes(DicomBytes.EXPLICIT).text(DicomTag.SERIES_INSTANCE_UID, "UI", "1.2.3");
        DicomBytes measures = header.inner().text(DicomTag.PIXEL_SPACING, "DS", "1\\1");
        DicomBytes plane = header.inner().text(DicomTag.IMAGE_ORIENTATION_PATIENT, "DS", AXIAL);
        DicomBytes shared = header.inner().sequence(DicomTag.PLANE_ORIENTATION_SEQUENCE, plane)
                .sequence(DicomTag.PIXEL_MEASURES_SEQUENCE, measures);
        DicomBytes[] frames = new DicomBytes[2];
        for (int i = 0; i < 2; i++) {
            frames[i] = header.inner()
                    .sequence(DicomTag.PLANE_POSITION_SEQUENCE,
                            header.inner().text(DicomTag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + (4 - 2 * i)))
                    .sequence(DicomTag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, header.inner().text(DicomTag.RESCALE_INTERCEPT, "DS", "-" + i)
                            .text(DicomTag.RESCALE_SLOPE, "DS", "2"));
        }
        header.text(DicomTag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2").text(DicomTag.NUMBER_OF_FRAMES, "IS", "2")
                .shorts(DicomTag.ROWS, "US", 1).shorts(DicomTag.COLUMNS, "US", 1).shorts(DicomTag.BITS_ALLOCATED, "US", 8)
                .shorts(DicomTag.PIXEL_REPRESENTATION, "US", 0).sequence(DicomTag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .sequence(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .bytes(DicomTag.PIXEL_DATA.number(), "OB", new byte[] {5, 7});
        write("multi.dcm", header.file());
        ScalarImage image = ImageFiles.read(folder.resolve("multi.dcm"));
        assertArrayEquals(new double[] {13, 10}, SharedFiles.values(image));
        assertArrayEquals(new double[] {0, 0, 2}, image.geometry().origin());
    }
}
