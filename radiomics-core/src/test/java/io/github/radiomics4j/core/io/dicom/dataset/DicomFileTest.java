package io.github.radiomics4j.core.io.dicom.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.DicomBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomFileTest {
    private static final int PRIVATE = 0x00091001;

    @TempDir
    private Path folder;

    private DicomFile read(byte[] bytes) throws IOException {
        return DicomFile.read(Files.write(folder.resolve("object.dcm"), bytes), ReadLimits.STANDARD);
    }

    private InvalidInputException refused(Problem problem, byte[] bytes) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> read(bytes));
        assertEquals(problem, refusal.problem(), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("object.dcm"), refusal.getMessage());
        return refusal;
    }

    private static DicomBytes sample(String syntax) {
        DicomBytes bytes = new DicomBytes(syntax);
        DicomBytes item = bytes.inner().text(DicomTag.RESCALE_SLOPE, "DS", "0.5");
        return bytes.text(DicomTag.MODALITY, "CS", "CT").bytes(PRIVATE, "LO", "secret".getBytes(StandardCharsets.US_ASCII))
                .bytes(0x00100020, "LO", "PAT1".getBytes(StandardCharsets.US_ASCII)).text(DicomTag.PIXEL_SPACING, "DS", "0.5\\ 0.25 ")
                .shorts(DicomTag.ROWS, "US", 40000).sequence(DicomTag.PIXEL_MEASURES_SEQUENCE, item, bytes.inner())
                .sequence(0x00291010, "SQ", false, bytes.inner().sequence(0x00291011, "SQ", false, item))
                .shorts(DicomTag.PIXEL_DATA, "OW", 1, 2, 3);
    }

    private static void isTheSample(DicomFile file) {
        DicomDataset dataset = file.dataset();
        assertEquals("CT", dataset.requiredText(DicomTag.MODALITY));
        assertArrayEquals(new double[] {0.5, 0.25}, dataset.numbers(DicomTag.PIXEL_SPACING));
        assertEquals(40000, dataset.requiredInteger(DicomTag.ROWS));
        List<DicomDataset> items = dataset.items(DicomTag.PIXEL_MEASURES_SEQUENCE);
        assertEquals(2, items.size());
        assertEquals(Optional.of(0.5), items.get(0).number(DicomTag.RESCALE_SLOPE));
        assertFalse(items.get(1).has(DicomTag.RESCALE_SLOPE));
        assertEquals(Optional.empty(), dataset.text(DicomTag.SERIES_DESCRIPTION));
        assertEquals(6, file.pixels().orElseThrow().length());
        try (FileBytes pixels = file.openPixels()) {
            byte[] values = pixels.readUpTo(6);
            int low = file.syntax() == TransferSyntax.EXPLICIT_BIG_ENDIAN ? 1 : 0;
            assertArrayEquals(new int[] {1, 2, 3}, new int[] {values[low], values[low + 2], values[low + 4]});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DicomBytes.IMPLICIT, DicomBytes.EXPLICIT, DicomBytes.BIG_ENDIAN, DicomBytes.DEFLATED})
    void everyUncompressedEncodingGivesTheSameElements(String syntax) throws IOException {
        isTheSample(read(sample(syntax).file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {DicomBytes.IMPLICIT, DicomBytes.EXPLICIT, DicomBytes.BIG_ENDIAN})
    void filesWithoutPreambleAndMetaInformationAreReadByTheirFirstElement(String syntax) throws IOException {
        DicomFile file = read(sample(syntax).elements());
        isTheSample(file);
        assertTrue(DicomFile.isDicom(sample(syntax).elements()));
    }

    @Test
    void metaInformationWithoutPreambleIsEnough() throws IOException {
        byte[] whole = sample(DicomBytes.IMPLICIT).file();
        isTheSample(read(Arrays.copyOfRange(whole, 132, whole.length)));
    }

    @Test
    void otherFilesAreNotDicom() {
        assertFalse(DicomFile.isDicom("NRRD0004\ntype: short\n".getBytes(StandardCharsets.US_ASCII)));
        assertFalse(DicomFile.isDicom(new byte[0]));
        assertFalse(DicomFile.isDicom(new byte[400]));
        refused(Problem.NOT_THIS_FORMAT, "a text file that is longer than a preamble".repeat(10).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void elementsOfRepresentationUnAreReadByTheDictionary() throws IOException {
        DicomBytes item = new DicomBytes(DicomBytes.IMPLICIT).text(DicomTag.RESCALE_SLOPE, "DS", "2");
        DicomBytes sequence = new DicomBytes(DicomBytes.IMPLICIT).header(0xFFFEE000, "", item.elements().length).raw(item.elements());
        DicomFile file = read(new DicomBytes(DicomBytes.EXPLICIT).bytes(DicomTag.ROWS.number(), "UN", new byte[] {3, 1})
                .bytes(DicomTag.PIXEL_MEASURES_SEQUENCE.number(), "UN", sequence.elements()).file());
        assertEquals(259, file.dataset().requiredInteger(DicomTag.ROWS));
        assertEquals(Optional.of(2.0),
                file.dataset().item(DicomTag.PIXEL_MEASURES_SEQUENCE).orElseThrow().number(DicomTag.RESCALE_SLOPE));
    }

    @Test
    void namesAreReadInTheStatedCharacterSet() throws IOException {
        DicomBytes bytes = new DicomBytes(DicomBytes.EXPLICIT).text(DicomTag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 192");
        bytes.sequence(DicomTag.SEGMENT_SEQUENCE, bytes.inner().text(DicomTag.SEGMENT_LABEL, "LO", "Würze", StandardCharsets.UTF_8));
        assertEquals("Würze",
                read(bytes.file()).dataset().item(DicomTag.SEGMENT_SEQUENCE).orElseThrow().requiredText(DicomTag.SEGMENT_LABEL));
    }

    @Test
    void everyCutIsRefusedOrShortOfElementsButNeverAnotherException() throws IOException {
        for (String syntax : List.of(DicomBytes.IMPLICIT, DicomBytes.EXPLICIT, DicomBytes.BIG_ENDIAN, DicomBytes.DEFLATED)) {
            byte[] whole = sample(syntax).file();
            for (int length = 0; length < whole.length; length++) {
                try {
                    // a deflate stream may give all its bytes before its last one
                    assertTrue(read(Arrays.copyOf(whole, length)).pixels().isEmpty() || syntax.equals(DicomBytes.DEFLATED),
                            syntax + " cut to " + length);
                } catch (InvalidInputException e) {
                    assertTrue(e.problem() == Problem.TRUNCATED || e.problem() == Problem.NOT_THIS_FORMAT
                            || e.problem() == Problem.HEADER_INVALID, e.getMessage());
                }
            }
        }
    }

    @Test
    void lengthsBeyondTheFileAreRefusedBeforeMemoryIsGiven() {
        refused(Problem.TRUNCATED, sample(DicomBytes.EXPLICIT).inner().header(0x7FE00010, "OW", 0xFFFFFFF0L).raw(new byte[512]).file());
        InvalidInputException refusal = refused(Problem.TRUNCATED,
                new DicomBytes(DicomBytes.IMPLICIT).header(DicomTag.CONTOUR_DATA.number(), "DS", 0x7FFFFFF0L).raw(new byte[16]).file());
        assertTrue(refusal.getMessage().contains("(3006,0050) ContourData"), refusal.getMessage());
    }

    @Test
    void deepSequencesAreRefusedKnownOrNot() {
        for (int tag : new int[] {DicomTag.SEGMENT_SEQUENCE.number(), PRIVATE}) {
            DicomBytes deep = new DicomBytes(DicomBytes.EXPLICIT);
            for (int i = 0; i < 100_000; i++) {
                deep.header(tag, "SQ", 0xFFFFFFFFL).header(0xFFFEE000, "", 0xFFFFFFFFL);
            }
            refused(Problem.RESOURCE_LIMIT, deep.file());
        }
    }

    @Test
    void whatIsKeptStaysWithinTheLimit() throws IOException {
        DicomBytes bytes = new DicomBytes(DicomBytes.DEFLATED).bytes(DicomTag.CONTOUR_DATA.number(), "UN", new byte[1 << 20]);
        Path file = Files.write(folder.resolve("large.dcm"), bytes.file());
        assertEquals(Problem.RESOURCE_LIMIT,
                assertThrows(InvalidInputException.class, () -> DicomFile.read(file, new ReadLimits(1 << 19))).problem());
    }

    @Test
    void brokenStructureIsRefusedWithThePlace() {
        DicomBytes explicit = new DicomBytes(DicomBytes.EXPLICIT);
        DicomBytes item = explicit.inner().header(DicomTag.RESCALE_SLOPE.number(), "DS", 40).raw(new byte[4]);
        String message = refused(Problem.HEADER_INVALID,
                explicit.inner().sequence(DicomTag.PIXEL_MEASURES_SEQUENCE, item).raw(new byte[64]).file()).getMessage();
        assertTrue(message.contains("item 1 of PixelMeasuresSequence"), message);
        refused(Problem.HEADER_INVALID, explicit.inner().bytes(DicomTag.ROWS.number(), "!!", new byte[2]).file());
        refused(Problem.HEADER_INVALID, explicit.inner().shorts(DicomTag.ROWS, "US", 1).shorts(DicomTag.ROWS, "US", 2).file());
        refused(Problem.HEADER_INVALID, explicit.inner().header(0xFFFEE00D, "", 0).file());
        refused(Problem.UNSUPPORTED_ENCODING, explicit.inner().file("1.2.3.4"));
    }

    @Test
    void valuesThatSaySomethingElseAreRefusedWithTagAndKeyword() throws IOException {
        DicomDataset dataset = read(new DicomBytes(DicomBytes.EXPLICIT).text(DicomTag.NUMBER_OF_FRAMES, "IS", "1A")
                .shorts(DicomTag.ROWS, "US", 1, 2).bytes(DicomTag.COLUMNS.number(), "US", new byte[3])
                .text(DicomTag.RESCALE_SLOPE, "DS", "1e999").text(DicomTag.RESCALE_INTERCEPT, "DS", "0.5").file()).dataset();
        for (DicomTag tag : List.of(DicomTag.NUMBER_OF_FRAMES, DicomTag.ROWS, DicomTag.COLUMNS, DicomTag.RESCALE_SLOPE,
                DicomTag.RESCALE_INTERCEPT, DicomTag.BITS_STORED)) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> dataset.requiredInteger(tag));
            assertEquals(Problem.HEADER_INVALID, refusal.problem());
            assertTrue(refusal.getMessage().contains("object.dcm: " + tag), refusal.getMessage());
        }
        assertThrows(InvalidInputException.class, () -> dataset.items(DicomTag.ROWS));
    }

    @Test
    void anObjectWithoutPixelsSaysSo() throws IOException {
        DicomFile file = read(new DicomBytes(DicomBytes.EXPLICIT).text(DicomTag.MODALITY, "CS", "SR").file());
        assertEquals(Problem.NO_PIXEL_DATA, assertThrows(InvalidInputException.class, file::openPixels).problem());
    }
}
