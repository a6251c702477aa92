package io.github.radiomics4j.core.io.region;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.SharedFiles;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Every row of {@code bad/cases.csv} that is a structure set or segmentation: the stated voxels, or refused as stated. */
class HostileRegionsTest {
    private static final long MOST_ALLOCATED = 256L << 20;
    private static final long MOST_NANOSECONDS = 2_000_000_000L;

    /** Voxels that the table states for files that are accepted; where it leaves a choice, -1 for those that are refused here. */
    private static final Map<String, Integer> VOXELS = Map.of("rtstruct/ok.dcm", 108, "rtstruct/ok-hole.dcm", 104,
            "rtstruct/ok-orientation-mixed.dcm", 108, "rtstruct/ok-snap.dcm", 108, "rtstruct/gap.dcm", 72,
            // two triangles: rows of 1, 3, 5, 5, 3, 1 voxels, centres on the diagonals are in where the region lies to their left
            "rtstruct/self-crossing.dcm", 18,
            // a region that is cut is another region, so that is done on request only
            "rtstruct/partly-outside.dcm", -1,
            "seg/ok.dcm", 322);

    /** The table of disagreements is the message of the one assertion. */
    @Test
    void everyRowIsReadAsDescribedOrRefusedAsStated() throws IOException {
        Path bad = SharedFiles.folder("images/bad");
        List<CSVRecord> rows = SharedFiles.rows(bad.resolve("cases.csv")).stream()
                .filter(row -> row.get("file").matches("dicom/(rtstruct|seg)/.*")).toList();
        assertTrue(rows.size() >= 26, "cases.csv has " + rows.size() + " rows of regions");
        List<String> disagreements = new ArrayList<>();
        for (CSVRecord row : rows) {
            String answer = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> answer(bad, row), row.get("file"));
            if (!answer.isEmpty()) {
                disagreements.add(row.get("file") + " (" + row.get("what_is_wrong") + "): expected " + row.get("expect") + " "
                        + row.get("kind") + " " + row.get("meaning") + ", " + answer);
            }
        }
        SharedFiles.writeConformance("io-hostile-regions.txt", "Broken, hostile and borderline structure sets and segmentations",
                rows.size() - disagreements.size(), rows.size());
        assertTrue(disagreements.isEmpty(), () -> "\n" + String.join("\n", disagreements));
    }

    /** What is answered other than expected; empty where all is well. */
    private static String answer(Path bad, CSVRecord row) {
        String name = row.get("file").replace("dicom/", "").replaceAll(" \\(.*", "");
        int expected = row.get("expect").equals("REFUSE") ? -1 : VOXELS.get(name);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long time = threads.getCurrentThreadCpuTime();
        String answer;
        try {
            int voxels = voxels(bad, row, name);
            answer = voxels == expected ? "" : "read with " + voxels + " voxels";
        } catch (InvalidInputException e) {
            boolean stated = e.problem() == Problem.valueOf(row.get("kind").isEmpty() ? "MISSING_FILE"
                    : row.get("kind").replace('-', '_').toUpperCase(Locale.ROOT));
            answer = expected < 0 && stated ? "" : "refused as " + e.problem() + ": " + e.getMessage();
        } catch (RuntimeException | Error e) {
            answer = "threw " + e;
        }
        allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
        time = threads.getCurrentThreadCpuTime() - time;
        return answer + (allocated > MOST_ALLOCATED ? " after allocating " + allocated + " bytes" : "")
                + (time > MOST_NANOSECONDS ? " after " + time / 1_000_000 + " ms" : "");
    }

    private static int voxels(Path bad, CSVRecord row, String name) {
        RegionReader reader = new RegionReader();
        Path file = bad.resolve("dicom").resolve(name);
        RegionChoice choice = name.endsWith("name-twice.dcm") ? RegionChoice.named(reader.regions(file).get(0).name())
                : RegionChoice.number(reader.regions(file).get(0).number());
        Mask mask = reader.readMask(file, new DicomReader().series(bad.resolve(row.get("use_with"))), choice);
        int voxels = 0;
        for (byte inside : mask.copy(IndexBox.whole(mask.size()))) {
            voxels += inside;
        }
        return voxels;
    }
}
