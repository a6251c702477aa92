package io.github.radiomics4j.core.io.dicom.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.dicom.DicomBytes;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomPixelsTest {
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    private static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";

    @TempDir
    private Path folder;

    private static DicomBytes header(String syntax, int columns, int rows, int frames, int allocated, int stored, int high, int signed) {
        return new DicomBytes(syntax).shorts(DicomTag.SAMPLES_PER_PIXEL, "US", 1)
                .text(DicomTag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2").text(DicomTag.NUMBER_OF_FRAMES, "IS", "" + frames)
                .shorts(DicomTag.ROWS, "US", rows).shorts(DicomTag.COLUMNS, "US", columns).shorts(DicomTag.BITS_ALLOCATED, "US", allocated)
                .shorts(DicomTag.BITS_STORED, "US", stored).shorts(DicomTag.HIGH_BIT, "US", high)
                .shorts(DicomTag.PIXEL_REPRESENTATION, "US", signed);
    }

    private List<int[]> frames(DicomBytes bytes, String syntax, ReadLimits limits) throws IOException {
        Path file = Files.write(folder.resolve("pixels.dcm"), bytes.file(syntax));
        List<int[]> frames = new ArrayList<>();
        DicomPixels.of(DicomFile.read(file, limits), limits).read((index, first, stored, count) -> {
            assertEquals(frames.size() - (first == 0 ? 0 : 1), index);
            int[] before = first == 0 ? new int[0] : frames.remove(index);
            assertEquals(first, before.length);
            int[] joined = Arrays.copyOf(before, first + count);
            System.arraycopy(stored, 0, joined, first, count);
            frames.add(joined);
        });
        return frames;
    }

    private void refused(Problem problem, DicomBytes bytes, String syntax) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> frames(bytes, syntax, ReadLimits.STANDARD));
        assertEquals(problem, refusal.problem(), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("pixels.dcm"), refusal.getMessage());
    }

    private int[] one(DicomBytes bytes) throws IOException {
        return frames(bytes, DicomBytes.EXPLICIT, ReadLimits.STANDARD).get(0);
    }

    @Test
    void onlyTheStoredBitsCountAndTheHighestIsTheSign() throws IOException {
        int[] cells = {0x0FFF, 0xF800, 0xF7FF, 0x1000};
        DicomBytes unsigned = header(DicomBytes.EXPLICIT, 2, 2, 1, 16, 12, 11, 0).shorts(DicomTag.PIXEL_DATA, "OW", cells);
        assertArrayEquals(new int[] {4095, 2048, 2047, 0}, one(unsigned));
        DicomBytes signed = header(DicomBytes.EXPLICIT, 2, 2, 1, 16, 12, 11, 1).shorts(DicomTag.PIXEL_DATA, "OW", cells);
        assertArrayEquals(new int[] {-1, -2048, 2047, 0}, one(signed));
        DicomBytes high = header(DicomBytes.EXPLICIT, 2, 2, 1, 16, 12, 15, 0).shorts(DicomTag.PIXEL_DATA, "OW", cells);
        assertArrayEquals(new int[] {0x0FF, 0xF80, 0xF7F, 0x100}, one(high));
        DicomBytes whole = header(DicomBytes.EXPLICIT, 1, 1, 1, 32, 32, 31, 1).bytes(DicomTag.PIXEL_DATA.number(), "OW",
                new byte[] {(byte) 0xFE, -1, -1, -1});
        assertArrayEquals(new int[] {-2}, one(whole));
    }

    @Test
    void singleBitsRunOnAcrossFrames() throws IOException {
        DicomBytes bits = header(DicomBytes.EXPLICIT, 3, 1, 4, 1, 1, 0, 0).bytes(DicomTag.PIXEL_DATA.number(), "OB",
                new byte[] {(byte) 0b10_011_101, 0b0000_110_0});
        List<int[]> frames = frames(bits, DicomBytes.EXPLICIT, ReadLimits.STANDARD);
        assertArrayEquals(new int[] {1, 0, 1}, frames.get(0));
        assertArrayEquals(new int[] {1, 1, 0}, frames.get(1));
        assertArrayEquals(new int[] {0, 1, 0}, frames.get(2));
        assertArrayEquals(new int[] {0, 1, 1}, frames.get(3));
    }

    private static byte[] rle(int segments, int... body) {
        byte[] frame = new byte[64 + body.length];
        frame[0] = (byte) segments;
        for (int i = 0; i < segments && i < 15; i++) {
            frame[4 + 4 * i] = (byte) (64 + i * body.length / segments);
        }
        for (int i = 0; i < body.length; i++) {
            frame[64 + i] = (byte) body[i];
        }
        return frame;
    }

    @Test
    void runsAndLiteralsOfBothBytesAreUnpacked() throws IOException {
        // the upper bytes are a run of four ones, the lower ones 7, 8, 9, 9
        DicomBytes even = header(DicomBytes.EXPLICIT, 2, 2, 1, 16, 16, 15, 0).fragments(rle(2, -3, 1, -128, -128, -128, 1, 7, 8, -1, 9));
        assertArrayEquals(new int[] {263, 264, 265, 265}, frames(even, RLE, ReadLimits.STANDARD).get(0));
    }

    @Test
    void brokenRunsAreRefused() {
        refused(Problem.HEADER_INVALID, header(DicomBytes.EXPLICIT, 2, 2, 1, 16, 16, 15, 0).fragments(rle(99, 0, 0)), RLE);
        refused(Problem.TRUNCATED, header(DicomBytes.EXPLICIT, 2, 2, 1, 8, 8, 7, 0).fragments(rle(1, 3, 1, 2)), RLE);
        refused(Problem.TRUNCATED, header(DicomBytes.EXPLICIT, 2, 2, 1, 8, 8, 7, 0).fragments(rle(1, -1, 1)), RLE);
        refused(Problem.TRUNCATED, header(DicomBytes.EXPLICIT, 30000, 30000, 1, 8, 8, 7, 0).fragments(rle(1, -1, 1)), RLE);
        refused(Problem.TRUNCATED, header(DicomBytes.EXPLICIT, 2, 2, 2, 8, 8, 7, 0).fragments(rle(1, -3, 1)), RLE);
    }

    @Test
    void baselineJpegIsDecodedByTheJdk() throws IOException {
        BufferedImage grey = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 16; x++) {
                grey.getRaster().setSample(x, y, 0, 100);
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(grey, "jpeg", jpeg));
        int[] stored = frames(header(DicomBytes.EXPLICIT, 16, 8, 1, 8, 8, 7, 0).fragments(jpeg.toByteArray()), JPEG_BASELINE,
                ReadLimits.STANDARD).get(0);
        for (int value : stored) {
            assertEquals(100, value, 1);
        }
        refused(Problem.HEADER_INVALID, header(DicomBytes.EXPLICIT, 8, 8, 1, 8, 8, 7, 0).fragments(jpeg.toByteArray()), JPEG_BASELINE);
        refused(Problem.HEADER_INVALID, header(DicomBytes.EXPLICIT, 16, 8, 1, 8, 8, 7, 0).fragments(jpeg.toByteArray()), JPEG_LOSSLESS);
    }

    /** The worked example of ITU-T T.87, annex H.3. */
    @Test
    void theExampleOfTheJpegLsStandardIsDecoded() throws IOException {
        byte[] stream = HexFormat.of().parseHex(DicomBytes.JPEG_LS_EXAMPLE);
        assertArrayEquals(new int[] {0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145},
                frames(header(DicomBytes.EXPLICIT, 4, 4, 1, 8, 8, 7, 0).fragments(stream), JPEG_LS, ReadLimits.STANDARD).get(0));
        refused(Problem.TRUNCATED, header(DicomBytes.EXPLICIT, 4, 4, 1, 8, 8, 7, 0).fragments(Arrays.copyOf(stream, 40)), JPEG_LS);
    }

    @Test
    void everyCutOrFlippedByteOfACodeStreamIsAnAnswerNotACrash() throws IOException {
        // 4 × 2 pixels of 8 bits, predictor 1, codes of two bits, 00 and 01, for differences of 0 and 1 bit
        byte[] stream = HexFormat.of().parseHex("ffd8" + "ffc40015" + "00" + "00020000000000000000000000000000" + "0001"
                + "ffc3000b" + "0800020004" + "01" + "011100" + "ffda0008" + "01" + "0100" + "010000" + "00a0a0" + "ffd9");
        assertArrayEquals(new int[] {128, 128, 128, 128, 128, 127, 127, 126}, frames(
                header(DicomBytes.EXPLICIT, 4, 2, 1, 8, 8, 7, 0).fragments(HexFormat.of().parseHex(HexFormat.of().formatHex(stream)
                        .replace("00a0a0", "001080"))), JPEG_LOSSLESS, ReadLimits.STANDARD).get(0));
        int answers = 0;
        for (int at = 0; at < stream.length; at++) {
            for (int flip : new int[] {0x01, 0x80, 0xFF, 0}) {
                byte[] broken = flip == 0 ? Arrays.copyOf(stream, at) : stream.clone();
                if (flip != 0) {
                    broken[at] ^= (byte) flip;
                }
                try {
                    frames(header(DicomBytes.EXPLICIT, 4, 2, 1, 8, 8, 7, 0).fragments(broken), JPEG_LOSSLESS, ReadLimits.STANDARD);
                } catch (InvalidInputException e) {
                    answers++;
                }
            }
        }
        assertTrue(answers > stream.length, answers + " refusals");
    }

    @Test
    void whatTheHeaderContradictsIsRefused() {
        DicomBytes image = header(DicomBytes.EXPLICIT, 2, 2, 1, 16, 17, 16, 0).shorts(DicomTag.PIXEL_DATA, "OW", 1, 2, 3, 4);
        refused(Problem.HEADER_INVALID, image, DicomBytes.EXPLICIT);
        refused(Problem.TRUNCATED, header(DicomBytes.EXPLICIT, 2, 2, 2, 16, 16, 15, 0).shorts(DicomTag.PIXEL_DATA, "OW", 1, 2, 3, 4),
                DicomBytes.EXPLICIT);
        refused(Problem.RESOURCE_LIMIT, header(DicomBytes.EXPLICIT, 65535, 65535, 1, 16, 16, 15, 0).shorts(DicomTag.PIXEL_DATA, "OW", 1),
                DicomBytes.EXPLICIT);
        refused(Problem.UNSUPPORTED_DATATYPE, header(DicomBytes.EXPLICIT, 2, 1, 1, 64, 64, 63, 0).shorts(DicomTag.PIXEL_DATA, "OW", 1),
                DicomBytes.EXPLICIT);
        refused(Problem.HEADER_INVALID, header(DicomBytes.EXPLICIT, 2, 2, 1, 8, 8, 7, 0).fragments(new byte[4]), DicomBytes.EXPLICIT);
        refused(Problem.HEADER_INVALID, header(DicomBytes.EXPLICIT, 2, 1, 1, 16, 16, 15, 0).shorts(DicomTag.PIXEL_DATA, "OW", 1, 2), RLE);
        refused(Problem.NO_PIXEL_DATA, header(DicomBytes.EXPLICIT, 2, 1, 1, 16, 16, 15, 0), DicomBytes.EXPLICIT);
    }

    @Test
    void syntaxesThatAreNotDecodedAreNamedWithAWayOut() {
        DicomBytes image = header(DicomBytes.EXPLICIT, 2, 1, 1, 8, 8, 7, 0).fragments(new byte[4]);
        for (String uid : List.of("1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.203")) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> frames(image, uid, ReadLimits.STANDARD));
            assertEquals(Problem.UNSUPPORTED_ENCODING, refusal.problem());
            assertTrue(refusal.getMessage().contains(uid) && refusal.getMessage().contains("convert"), refusal.getMessage());
        }
    }

    @Test
    void oneFrameStaysWithinTheLimit() {
        DicomBytes image = header(DicomBytes.EXPLICIT, 100, 100, 1, 8, 8, 7, 0).bytes(DicomTag.PIXEL_DATA.number(), "OB", new byte[10000]);
        assertEquals(Problem.RESOURCE_LIMIT, assertThrows(InvalidInputException.class,
                () -> frames(image, DicomBytes.EXPLICIT, new ReadLimits(20000))).problem());
    }
}
