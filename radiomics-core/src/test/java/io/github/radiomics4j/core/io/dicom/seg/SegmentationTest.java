package io.github.radiomics4j.core.io.dicom.seg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.DicomBytes;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionLabel;
import io.github.radiomics4j.core.io.region.RegionRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segmentations written by this test: frames of 5 × 3 pixels, which end within a byte where pixels are bits. */
class SegmentationTest {
    private static final ImageGeometry GEOMETRY = ImageGeometry.of(new VoxelSpacing(0.5, 2, 3), new double[] {-20, 7, 100},
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    private static final GridSize SIZE = new GridSize(5, 3, 4);
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String STRAIGHT = "1\\0\\0\\0\\1\\0";
    /** Two pictures of 15 pixels. */
    private static final int[] CROSS = {0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0};
    private static final int[] EDGE = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1};

    @TempDir
    Path folder;

    private String photometric = "MONOCHROME2";
    private boolean runLengths;

    /** A frame of a segment, 0 for one that does not name its segment. */
    private record Frame(int segment, String position, int... pixels) {
        /** RLE: a header that names one segment behind it, and the pixels as one literal run of 15. */
        private byte[] inOneRun() {
            byte[] encoded = new byte[64 + 16];
            encoded[0] = 1;
            encoded[4] = 64;
            encoded[64] = 14;
            for (int i = 0; i < 15; i++) {
                encoded[65 + i] = (byte) pixels[i];
            }
            return encoded;
        }

        private DicomBytes groups(String syntax) {
            DicomBytes groups = new DicomBytes(syntax).sequence(DicomTag.PLANE_POSITION_SEQUENCE,
                    new DicomBytes(syntax).text(DicomTag.IMAGE_POSITION_PATIENT, "DS", position));
            return segment == 0 ? groups : groups.sequence(DicomTag.SEGMENT_IDENTIFICATION_SEQUENCE,
                    new DicomBytes(syntax).shorts(DicomTag.REFERENCED_SEGMENT_NUMBER, "US", segment));
        }
    }

    private Segmentation written(String syntax, String type, int bits, String orientation, String spacing, Frame... frames)
            throws IOException {
        int rows = orientation.equals(STRAIGHT) ? 3 : 5;
        DicomBytes bytes = new DicomBytes(syntax).text(DicomTag.MODALITY, "CS", "SEG").text(DicomTag.FRAME_OF_REFERENCE_UID, "UI", "1.2")
                .shorts(DicomTag.SAMPLES_PER_PIXEL, "US", 1).text(DicomTag.PHOTOMETRIC_INTERPRETATION, "CS", photometric)
                .text(DicomTag.NUMBER_OF_FRAMES, "IS", "" + frames.length).shorts(DicomTag.ROWS, "US", rows)
                .shorts(DicomTag.COLUMNS, "US", 15 / rows).shorts(DicomTag.BITS_ALLOCATED, "US", bits)
                .shorts(DicomTag.BITS_STORED, "US", bits).shorts(DicomTag.HIGH_BIT, "US", bits - 1)
                .shorts(DicomTag.PIXEL_REPRESENTATION, "US", 0).text(DicomTag.SEGMENTATION_TYPE, "CS", type)
                .sequence(DicomTag.SEGMENT_SEQUENCE, segment(syntax, 1, "liver"), segment(syntax, 2, "tumour"))
                .shorts(DicomTag.MAXIMUM_FRACTIONAL_VALUE, "US", 100)
                .sequence(DicomTag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, new DicomBytes(syntax)
                        .sequence(DicomTag.PLANE_ORIENTATION_SEQUENCE,
                                new DicomBytes(syntax).text(DicomTag.IMAGE_ORIENTATION_PATIENT, "DS", orientation))
                        .sequence(DicomTag.PIXEL_MEASURES_SEQUENCE, new DicomBytes(syntax).text(DicomTag.PIXEL_SPACING, "DS", spacing)))
                .sequence(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        Arrays.stream(frames).map(frame -> frame.groups(syntax)).toArray(DicomBytes[]::new));
        Path file = folder.resolve("seg.dcm");
        if (runLengths) {
            Files.write(file, bytes.fragments(Arrays.stream(frames).map(Frame::inOneRun).toArray(byte[][]::new)).file(RLE));
            return Segmentation.of(DicomFile.read(file, ReadLimits.STANDARD), ReadLimits.STANDARD);
        }
        int[] pixels = Arrays.stream(frames).flatMapToInt(frame -> Arrays.stream(frame.pixels)).toArray();
        byte[] packed = new byte[(pixels.length * bits + 15) / 16 * 2];
        for (int i = 0; i < pixels.length; i++) {
            if (bits == 1) {
                packed[i / 8] |= (byte) (pixels[i] << i % 8);
            } else {
                packed[i] = (byte) pixels[i];
            }
        }
        Files.write(file, bytes.bytes(DicomTag.PIXEL_DATA.number(), "OB", packed).file());
        return Segmentation.of(DicomFile.read(file, ReadLimits.STANDARD), ReadLimits.STANDARD);
    }

    private static DicomBytes segment(String syntax, int number, String label) {
        return new DicomBytes(syntax).shorts(DicomTag.SEGMENT_NUMBER, "US", number).text(DicomTag.SEGMENT_LABEL, "LO", label);
    }

    private Segmentation binary(Frame... frames) throws IOException {
        return written(DicomBytes.EXPLICIT, "BINARY", 1, STRAIGHT, "2\\0.5", frames);
    }

    private static Mask mask(Segmentation segmentation, RegionChoice choice) {
        return segmentation.mask(choice, ReferencedGrid.of(SIZE, GEOMETRY), RegionRules.STANDARD);
    }

    /** The pictures that a mask must show, slice by slice; an empty array for an empty slice. */
    private static void shows(Mask mask, int[]... slices) {
        for (int z = 0; z < slices.length; z++) {
            byte[] slice = mask.copy(new IndexBox(0, 0, z, 4, 2, z));
            int[] found = new int[15];
            for (int i = 0; i < 15; i++) {
                found[i] = slice[i];
            }
            assertArrayEquals(slices[z].length == 0 ? new int[15] : slices[z], found, "slice " + z);
        }
    }

    @Test
    void overlappingSegmentsComeApartAndFramesGoWhereTheirPositionSays() throws IOException {
        for (String syntax : List.of(DicomBytes.IMPLICIT, DicomBytes.EXPLICIT, DicomBytes.DEFLATED)) {
            Segmentation segmentation = written(syntax, "BINARY", 1, STRAIGHT, "2\\0.5", new Frame(1, "-20\\7\\109", CROSS),
                    new Frame(2, "-20\\7\\100", CROSS), new Frame(2, "-20\\7\\109.2", EDGE));
            assertEquals(SegmentationType.BINARY, segmentation.type());
            assertEquals(List.of(new RegionLabel(1, "liver"), new RegionLabel(2, "tumour")), segmentation.segments());
            shows(mask(segmentation, RegionChoice.named("liver")), new int[0], new int[0], new int[0], CROSS);
            shows(mask(segmentation, RegionChoice.number(2)), CROSS, new int[0], new int[0], EDGE);
            assertEquals(GEOMETRY, mask(segmentation, RegionChoice.number(2)).geometry().orElseThrow());
        }
    }

    @Test
    void framesInRunLengthEncodingAreReadAlike() throws IOException {
        runLengths = true;
        int[] percent = {0, 1, 49, 50, 51, 54, 55, 56, 99, 100, 0, 0, 0, 0, 0};
        shows(mask(written(DicomBytes.EXPLICIT, "FRACTIONAL", 8, STRAIGHT, "2\\0.5", new Frame(1, "-20\\7\\103", percent)),
                RegionChoice.number(1)), new int[0], new int[] {0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
        int[] labels = {0, 1, 2, 1, 1, 0, 2, 2, 2, 0, 0, 0, 1, 0, 2};
        shows(mask(written(DicomBytes.EXPLICIT, "LABELMAP", 8, STRAIGHT, "2\\0.5", new Frame(0, "-20\\7\\103", labels)),
                RegionChoice.number(2)), new int[0], new int[] {0, 0, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1});
    }

    @Test
    void aFractionIsComparedWithTheThreshold() throws IOException {
        int[] percent = {0, 1, 49, 50, 51, 54, 55, 56, 99, 100, 0, 0, 0, 0, 0};
        Segmentation segmentation = written(DicomBytes.EXPLICIT, "FRACTIONAL", 8, STRAIGHT, "2\\0.5", new Frame(1, "-20\\7\\103", percent));
        ReferencedGrid grid = ReferencedGrid.of(SIZE, GEOMETRY);
        shows(mask(segmentation, RegionChoice.number(1)), new int[0], new int[] {0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
        // 0.55 · 100 is more than 55 in double precision
        shows(segmentation.mask(RegionChoice.number(1), grid, RegionRules.STANDARD.fractionAtLeast(0.55)), new int[0],
                new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0});
        shows(segmentation.mask(RegionChoice.number(1), grid, RegionRules.STANDARD.fractionAtLeast(1)), new int[0],
                new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0});
        shows(segmentation.mask(RegionChoice.number(1), grid, RegionRules.STANDARD.fractionAtLeast(1e-9)), new int[0],
                new int[] {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
    }

    @Test
    void theFramesOfALabelMapHoldAllSegments() throws IOException {
        int[] labels = new int[15];
        for (int i = 0; i < 15; i++) {
            labels[i] = EDGE[i] == 1 ? 2 : CROSS[i];
        }
        Segmentation segmentation = written(DicomBytes.EXPLICIT, "LABELMAP", 8, STRAIGHT, "2\\0.5", new Frame(0, "-20\\7\\103", labels));
        shows(mask(segmentation, RegionChoice.named("tumour")), new int[0], EDGE);
        shows(mask(segmentation, RegionChoice.named("liver")), new int[0], new int[] {0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0});
    }

    @Test
    void coloursOfALabelMapAreForDisplay() throws IOException {
        photometric = "PALETTE COLOR";
        Segmentation segmentation = written(DicomBytes.EXPLICIT, "LABELMAP", 8, STRAIGHT, "2\\0.5", new Frame(0, "-20\\7\\103", EDGE));
        shows(mask(segmentation, RegionChoice.number(1)), new int[0], EDGE);
        assertEquals(Problem.UNSUPPORTED_DATATYPE, assertThrows(InvalidInputException.class,
                () -> written(DicomBytes.EXPLICIT, "FRACTIONAL", 8, STRAIGHT, "2\\0.5", new Frame(1, "-20\\7\\103", EDGE))).problem());
    }

    @Test
    void framesThatRunAgainstTheImageOrAcrossItAreTurned() throws IOException {
        // rows run up the columns of the image, columns back along its rows: the first pixel is the last voxel
        int[] turned = new int[15];
        for (int i = 0; i < 15; i++) {
            turned[2 - i / 5 + 3 * (4 - i % 5)] = EDGE[i];
        }
        Segmentation segmentation = written(DicomBytes.EXPLICIT, "BINARY", 1, "0\\-1\\0\\-1\\0\\0", "0.5\\2",
                new Frame(1, "-18\\11\\106", turned));
        shows(mask(segmentation, RegionChoice.number(1)), new int[0], new int[0], EDGE, new int[0]);
    }

    @Test
    void aSmallFrameCoversItsPartOfTheImage() throws IOException {
        ReferencedGrid larger = ReferencedGrid.of(new GridSize(8, 6, 4), GEOMETRY);
        Mask mask = binary(new Frame(1, "-18.5\\11\\103", CROSS)).mask(RegionChoice.number(1), larger, RegionRules.STANDARD);
        assertEquals(new IndexBox(3, 2, 1, 7, 4, 1), mask.boundingBox());
        byte[] part = mask.copy(new IndexBox(3, 2, 1, 7, 4, 1));
        for (int i = 0; i < 15; i++) {
            assertEquals(CROSS[i], part[i]);
        }
    }

    private static String refusal(Problem problem, Segmentation segmentation) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> mask(segmentation, RegionChoice.number(1)));
        assertEquals(problem, refusal.problem(), refusal.getMessage());
        return refusal.getMessage();
    }

    @Test
    void framesOfOtherGridsAreRefusedWithBoth() throws IOException {
        for (String position : List.of("-20\\7\\101.5", "-19.9\\7\\100", "1e300\\7\\100")) {
            String message = refusal(Problem.GEOMETRY_MISMATCH, binary(new Frame(1, position, CROSS)));
            assertTrue(message.contains("frame 1") && message.contains("pixel spacing") && message.contains("5×3×4"), message);
        }
        refusal(Problem.GEOMETRY_MISMATCH, written(DicomBytes.EXPLICIT, "BINARY", 1, STRAIGHT, "2\\0.55",
                new Frame(1, "-20\\7\\100", CROSS)));
        refusal(Problem.GEOMETRY_MISMATCH, written(DicomBytes.EXPLICIT, "BINARY", 1, "0.8\\0.6\\0\\-0.6\\0.8\\0", "2\\0.5",
                new Frame(1, "-20\\7\\100", CROSS)));
    }

    @Test
    void aSegmentBeyondTheBorderIsRefusedOrCutOnRequest() throws IOException {
        Segmentation segmentation = binary(new Frame(1, "-20\\7\\97", CROSS), new Frame(1, "-19\\7\\100", CROSS));
        assertTrue(refusal(Problem.GEOMETRY_MISMATCH, segmentation).contains("9 of its pixels"));
        Mask cut = segmentation.mask(RegionChoice.number(1), ReferencedGrid.of(SIZE, GEOMETRY), RegionRules.STANDARD.cutAtBorder());
        shows(cut, new int[] {0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1}, new int[0]);
    }

    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        refusal(Problem.HEADER_INVALID, binary(new Frame(1, "-20\\7\\100", CROSS), new Frame(1, "-20\\7\\100", EDGE)));
        refusal(Problem.EMPTY_MASK, binary(new Frame(1, "-20\\7\\100", new int[15])));
        refusal(Problem.EMPTY_MASK, binary(new Frame(2, "-20\\7\\100", CROSS)));
        assertEquals(Problem.HEADER_INVALID, assertThrows(InvalidInputException.class,
                () -> binary(new Frame(3, "-20\\7\\100", CROSS))).problem());
        assertEquals(Problem.HEADER_INVALID, assertThrows(InvalidInputException.class,
                () -> binary(new Frame(0, "-20\\7\\100", CROSS))).problem());
        InvalidInputException type = assertThrows(InvalidInputException.class,
                () -> written(DicomBytes.EXPLICIT, "SURFACE", 1, STRAIGHT, "2\\0.5", new Frame(1, "-20\\7\\100", CROSS)));
        assertEquals(Problem.UNSUPPORTED_DATATYPE, type.problem());
    }

    @Test
    void segmentsThatAreNotThereAreListed() throws IOException {
        InvalidInputException refusal = assertThrows(InvalidInputException.class,
                () -> mask(binary(new Frame(1, "-20\\7\\100", CROSS)), RegionChoice.named("Liver")));
        assertEquals(Problem.LABEL_ABSENT, refusal.problem());
        assertTrue(refusal.getMessage().contains("1 (liver), 2 (tumour)"), refusal.getMessage());
    }

    @Test
    void aMaskThatNeedsMoreMemoryThanAllowedIsRefused() throws IOException {
        binary(new Frame(1, "-20\\7\\100", CROSS));
        ReadLimits limits = new ReadLimits(SIZE.voxels() - 1);
        DicomFile file = DicomFile.read(folder.resolve("seg.dcm"), ReadLimits.STANDARD);
        assertEquals(Problem.RESOURCE_LIMIT, assertThrows(InvalidInputException.class,
                () -> mask(Segmentation.of(file, limits), RegionChoice.number(1))).problem());
    }
}
