package io.github.radiomics4j.core.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.SharedFiles;
import io.github.radiomics4j.core.io.dicom.dataset.DicomFile;
import io.github.radiomics4j.core.io.dicom.pixels.DicomPixels;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Every row of {@code bad/cases.csv} that is a DICOM image or series: read as described or refused with the stated problem. */
class HostileDicomTest {
    private static final long MOST_ALLOCATED = 256L << 20;

    /** Rows with a free choice, or a sort of trouble that the table calls otherwise, and what is answered here. */
    private static final Map<String, Problem> CHOSEN = Map.of(
            "dicom/file-twice/", Problem.SERIES_INCONSISTENT,
            // a scintigram without a place; that its pixels are parsed by length is tested apart
            "dicom/files/published-j2k-embedded-delimiter.dcm", Problem.NO_GEOMETRY,
            // a stated length beyond the end of the file is not taken for less
            "dicom/files/length-huge.dcm", Problem.TRUNCATED);

    /** The table of disagreements is the message of the one assertion. */
    @Test
    void everyRowIsReadAsDescribedOrRefusedAsStated() throws IOException {
        Path bad = SharedFiles.folder("images/bad");
        List<CSVRecord> rows = SharedFiles.rows(bad.resolve("cases.csv")).stream()
                .filter(row -> row.get("file").startsWith("dicom/") && !row.get("file").matches("dicom/(rtstruct|seg)/.*")).toList();
        assertTrue(rows.size() > 35, "cases.csv has " + rows.size() + " rows of DICOM images");
        List<String> disagreements = new ArrayList<>();
        for (CSVRecord row : rows) {
            String answer = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> answer(bad, row), row.get("file"));
            if (!answer.isEmpty()) {
                disagreements.add(row.get("file") + " (" + row.get("what_is_wrong") + "): expected " + row.get("expect") + " "
                        + row.get("kind") + ", " + answer);
            }
        }
        SharedFiles.writeConformance("io-hostile-dicom.txt", "Broken, hostile and borderline DICOM images",
                rows.size() - disagreements.size(), rows.size());
        assertTrue(disagreements.isEmpty(), () -> "\n" + String.join("\n", disagreements));
    }

    /** What is answered other than expected; empty where all is well. */
    private static String answer(Path bad, CSVRecord row) {
        String name = row.get("file");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        String result;
        try {
            ScalarImage image = ImageFiles.read(bad.resolve(name));
            result = row.get("expect").equals("REFUSE") || CHOSEN.containsKey(name) ? "read as " + image : content(bad, name, image);
        } catch (InvalidInputException e) {
            Problem expected = CHOSEN.containsKey(name) || row.get("kind").isEmpty() ? CHOSEN.get(name)
                    : Problem.valueOf(row.get("kind").replace('-', '_').toUpperCase(Locale.ROOT));
            boolean free = row.get("expect").contains("REFUSE");
            result = free && e.problem() == expected ? "" : "refused as " + e.problem() + ": " + e.getMessage();
        } catch (RuntimeException | Error e) {
            result = "threw " + e;
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        return allocated > MOST_ALLOCATED ? result + " after allocating " + allocated + " bytes" : result;
    }

    private static String content(Path bad, String name, ScalarImage image) {
        double[] values = SharedFiles.values(image);
        double[] sound = SharedFiles.values(ImageFiles.read(bad.resolve("dicom/ok-series")));
        switch (name) {
            case "dicom/ok-series/", "dicom/ok-shuffled/", "dicom/stray-files/" -> {
                assertEquals(new GridSize(16, 16, 5), image.size());
                assertEquals(0.488281, image.geometry().spacing().x());
                assertEquals(0.488281, image.geometry().spacing().y());
                assertEquals(2.5, image.geometry().spacing().z(), 1e-9);
                assertArrayEquals(sound, values);
            }
            case "dicom/rescale-differs/" -> {
                for (int i = 0; i < values.length; i++) {
                    assertEquals(sound[i] + (i / 256 == 2 ? 1024 : 0), values[i]);
                }
            }
            case "dicom/one-slice/", "dicom/files/ok.dcm", "dicom/files/no-preamble.dcm", "dicom/files/monochrome1.dcm" ->
                assertEquals(new GridSize(16, 16, 1), image.size());
            default -> {
                return "read as " + image + ", of which this test knows nothing";
            }
        }
        return "";
    }

    @Test
    void fragmentsAreToldApartByTheirLengthsAlone() {
        DicomFile file = DicomFile.read(SharedFiles.folder("images/bad/dicom/files").resolve("published-j2k-embedded-delimiter.dcm"),
                ReadLimits.STANDARD);
        InvalidInputException refusal = assertThrows(InvalidInputException.class,
                () -> DicomPixels.of(file, ReadLimits.STANDARD).read((frame, stored) -> { }));
        // the one fragment is found whole; what it holds was spoilt where the delimiter's bytes were put into it
        assertEquals(Problem.TRUNCATED, refusal.problem());
        assertTrue(refusal.getMessage().contains("frame 1 in transfer syntax"), refusal.getMessage());
    }

    @Test
    void monochrome1IsNotInverted() {
        Path files = SharedFiles.folder("images/bad/dicom/files");
        assertTrue(Files.exists(files.resolve("monochrome1.dcm")));
        assertArrayEquals(SharedFiles.values(ImageFiles.read(files.resolve("ok.dcm"))),
                SharedFiles.values(ImageFiles.read(files.resolve("monochrome1.dcm"))));
    }

    @Test
    void severalSeriesInAFolderAreListedAndOneIsChosen() throws IOException {
        Path folder = SharedFiles.folder("images/bad/dicom/two-series");
        InvalidInputException refusal = assertThrows(InvalidInputException.class,
                () -> ImageFiles.read(folder));
        Matcher uids = Pattern.compile("(\\d+(\\.\\d+)+) \\(CT, 5 files\\)").matcher(refusal.getMessage());
        int found = 0;
        while (uids.find()) {
            assertEquals(new GridSize(16, 16, 5),
                    new DicomReader().series(uids.group(1)).read(folder).size());
            found++;
        }
        assertEquals(2, found, refusal.getMessage());
    }
}
