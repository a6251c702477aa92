package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every row of {@code bad/cases.csv}, from files to features: accepted as described or refused with the stated problem, within bounds of
 * time and memory. Where the row leaves a choice, or another answer is given, {@code hostile-files-decisions.csv} says why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {
    private static final long MOST_NANOSECONDS = 2_000_000_000L;
    private static final long MOST_BYTES = 256L << 20;

    /** What is decided here where the table leaves a choice or asks for something else, with the reason. */
    private record Decision(String answer, String problem, String reason) {
        private static final Decision NONE = new Decision("", "", "");
    }

    private final AtomicInteger matched = new AtomicInteger();
    private final AtomicInteger coreMatched = new AtomicInteger();
    private final List<String> answers = new ArrayList<>();
    private Map<String, Decision> decisions;
    private int total;
    private int coreTotal;
    private Path bad;
    private HostileImages images;
    private HostileDicom dicom;

    @BeforeAll
    void readTheSoundControls() throws IOException {
        bad = SharedFiles.folder("images/bad");
        images = new HostileImages(bad);
        dicom = new HostileDicom(bad);
        Path table = Path.of("src/test/resources/io/github/radiomics4j/core/io/hostile-files-decisions.csv");
        decisions = SharedFiles.rows(table).stream().collect(Collectors.toMap(row -> row.get("file"),
                row -> new Decision(row.get("answer"), row.get("problem"), row.get("reason"))));
    }

    @AfterAll
    void writeTheTotals() throws IOException {
        if (total > 0) {
            SharedFiles.writeConformance("io-hostile-files.txt", "Broken, hostile and borderline files", matched.get(), total);
            SharedFiles.writeConformance("io-hostile-core-files.txt", "Broken, hostile and borderline files marked core", coreMatched.get(),
                    coreTotal);
            Files.write(Path.of("target", "hostile-files.csv"), answers);
        }
    }

    /** Also the place where a missing folder shows as a skipped test: a factory that is skipped is not counted. */
    @Test
    void theDecisionsOfThisTestAreAboutRowsOfTheTable() throws IOException {
        Set<String> files = SharedFiles.rows(SharedFiles.folder("images/bad").resolve("cases.csv")).stream().map(row -> row.get("file"))
                .collect(Collectors.toSet());
        assertEquals(186, files.size());
        for (Set<String> decided : List.of(decisions.keySet(), HostileImages.SAME_AS_OK_IMAGE)) {
            assertTrue(files.containsAll(decided), () -> decided + " are not all in cases.csv");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsReadAsDescribedOrRefusedAsStated() throws IOException {
        List<CSVRecord> rows = SharedFiles.rows(bad.resolve("cases.csv"));
        total = rows.size();
        coreTotal = (int) rows.stream().filter(HostileFilesTest::isCore).count();
        answers.add("file,core,expected,answer,cpu_ms,allocated_MB,decision");
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.get("file") + ": " + row.get("what_is_wrong"), () -> {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> checkWithinBounds(row));
            matched.incrementAndGet();
            coreMatched.addAndGet(isCore(row) ? 1 : 0);
        }));
    }

    private static boolean isCore(CSVRecord row) {
        return row.get("core").equals("yes");
    }

    private void checkWithinBounds(CSVRecord row) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long time = thread.getCurrentThreadCpuTime();
        String answer = "DISAGREES";
        try {
            answer = check(row);
        } finally {
            time = thread.getCurrentThreadCpuTime() - time;
            allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
            answers.add(String.format(Locale.ROOT, "%s,%s,%s %s,%s,%d,%d,%s", row.get("file"), row.get("core"), row.get("expect"),
                    row.get("kind"), answer, time / 1_000_000, allocated >> 20, decision(row).reason()));
        }
        assertTrue(time <= MOST_NANOSECONDS, "took " + time + " ns of processor time");
        assertTrue(allocated <= MOST_BYTES, "allocated " + allocated + " bytes");
    }

    private String check(CSVRecord row) {
        Decision decision = decision(row);
        boolean refuse = switch (row.get("expect")) {
            case "ACCEPT" -> false;
            case "REFUSE" -> true;
            case "ACCEPT or REFUSE", "REFUSE or ACCEPT" -> decision.answer().equals("REFUSE");
            default -> fail("unknown expectation " + row.get("expect"));
        };
        if (refuse) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> use(row));
            Problem expected = Problem.valueOf(decision.problem().isEmpty() ? row.get("kind").replace('-', '_').toUpperCase(Locale.ROOT)
                    : decision.problem());
            assertEquals(expected, refusal.problem(), refusal.getMessage());
            return refusal.problem().toString();
        }
        use(row).run();
        return "ACCEPTED";
    }

    /** From files to features; what is returned checks what was read. */
    private Runnable use(CSVRecord row) {
        return row.get("file").startsWith("dicom/") ? dicom.use(row) : images.use(row, decision(row).answer().equals("READ ONLY"));
    }

    private Decision decision(CSVRecord row) {
        return decisions.getOrDefault(row.get("file"), Decision.NONE);
    }
}
