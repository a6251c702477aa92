package io.github.radiomics4j.core.io.dicom.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.SharedFiles;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of {@code dicom/expected-files.csv}: decoded to the stated bits, or refused with the stated reason. */
class ReferencePixelsTest {

    @TestFactory
    Stream<DynamicTest> everyFileIsDecodedAsOthersDoOrRefused() throws IOException {
        Path images = SharedFiles.folder("images");
        List<CSVRecord> rows = SharedFiles.rows(images.resolve("dicom/expected-files.csv"));
        AtomicInteger matched = new AtomicInteger();
        Stream<DynamicTest> tests = rows.stream().map(row -> DynamicTest.dynamicTest(row.get("file"), () -> {
            check(images.resolve(row.get("file")), row);
            matched.incrementAndGet();
        }));
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("totals", () -> {
            SharedFiles.writeConformance("io-dicom-files.txt", "DICOM files decoded to the stated SHA-256, or refused as documented",
                    matched.get(), rows.size());
            assertEquals(rows.size(), matched.get());
        })));
    }

    /** Each trial spoils one to four bytes anywhere in a real file; the seed is fixed, so a failure can be repeated. */
    @ParameterizedTest
    @ValueSource(strings = {"MR_small_jpeg_ls_lossless.dcm", "JPEGLSNearLossless_16.dcm", "MR_small_RLE.dcm", "MR_small_jp2klossless.dcm",
        "emri_small_big_endian.dcm", "image_dfl.dcm", "liver_expb_1frame.dcm", "JPEG2000.dcm", "JPEG-LL.dcm"})
    void spoiltFilesAreDecodedOrRefusedButNeverCrash(String name, @TempDir Path folder) throws IOException {
        byte[] sound = Files.readAllBytes(SharedFiles.folder("images/dicom/single").resolve(name));
        Random random = new Random(20);
        Path file = folder.resolve(name);
        for (int trial = 0; trial < 150; trial++) {
            byte[] spoilt = sound.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                // every second one in the headers, where structure is
                spoilt[random.nextInt(trial % 2 == 0 ? spoilt.length : Math.min(spoilt.length, 2000))] = (byte) random.nextInt(256);
            }
            Files.write(file, spoilt);
            try {
                Decoded.of(file, 0);
            } catch (InvalidInputException e) {
                assertTrue(e.getMessage().contains(name), e.getMessage());
            }
        }
    }

    /** What the one fragment holds was spoilt where the bytes of a delimiter were put into it. */
    @Test
    void fragmentsAreToldApartByTheirLengthsAlone() {
        Path file = SharedFiles.folder("images/bad/dicom/files").resolve("published-j2k-embedded-delimiter.dcm");
        DicomPixels pixels = DicomPixels.of(DicomFile.read(file, ReadLimits.STANDARD), ReadLimits.STANDARD);
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> pixels.read((frame, first, stored, count) -> { }));
        assertEquals(Problem.TRUNCATED, refusal.problem());
        assertTrue(refusal.getMessage().contains("frame 1 in transfer syntax"), refusal.getMessage());
    }

    private static void check(Path file, CSVRecord row) {
        String note = row.get("expect");
        if (note.startsWith("accept") && !note.contains("or refuse") && !isNotDecodedHere(row)) {
            matches(row, Decoded.of(file, note.contains("lossy") ? 1 : 0));
        } else if (note.startsWith("refuse or") || note.contains("or refuse") || note.startsWith("refuse") || isNotDecodedHere(row)) {
            try {
                matches(row, Decoded.of(file, 0));
                // a modality lookup table is refused where values get their meaning, not here
                assertTrue(note.contains("accept") || note.equals("refuse or apply"), "decoded, but must be refused: " + note);
            } catch (InvalidInputException e) {
                assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
                if (e.problem() == Problem.UNSUPPORTED_ENCODING) {
                    assertTrue(e.getMessage().contains(row.get("transfer_syntax")), e.getMessage());
                }
            }
        } else {
            fail("unknown expectation " + note);
        }
    }

    private static boolean isNotDecodedHere(CSVRecord row) {
        return row.get("transfer_syntax").matches("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.51");
    }

    private static void matches(CSVRecord row, Decoded decoded) {
        assertEquals(row.get("columns") + "×" + row.get("rows") + "×" + row.get("frames"), decoded.format.size().toString());
        assertEquals(Double.parseDouble(row.get("stored_min")), decoded.min, decoded.tolerance, "smallest value");
        assertEquals(Double.parseDouble(row.get("stored_max")), decoded.max, decoded.tolerance, "largest value");
        assertEquals(Double.parseDouble(row.get("stored_mean")), decoded.mean(),
                decoded.tolerance + 1e-9 * Math.abs(decoded.mean()), "mean");
        if (decoded.tolerance == 0) {
            assertEquals(row.get("sha256_int32le"), decoded.fingerprint());
        }
    }

    /** What the rows state about a file's stored values. */
    private static final class Decoded {
        private final PixelFormat format;
        private final double tolerance;
        private final MessageDigest digest;
        private int min = Integer.MAX_VALUE;
        private int max = Integer.MIN_VALUE;
        private double sum;

        private Decoded(PixelFormat format, double tolerance) {
            this.format = format;
            this.tolerance = tolerance;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Decoded of(Path file, double tolerance) {
            DicomPixels pixels = DicomPixels.of(DicomFile.read(file, ReadLimits.STANDARD), ReadLimits.STANDARD);
            Decoded decoded = new Decoded(pixels.format(), tolerance);
            pixels.read((index, first, stored, count) -> decoded.add(stored, count));
            return decoded;
        }

        private void add(int[] stored, int count) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                int value = stored[i];
                bytes.putInt(value);
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
            }
            digest.update(bytes.array());
        }

        private double mean() {
            return sum / format.size().voxels();
        }

        private String fingerprint() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
