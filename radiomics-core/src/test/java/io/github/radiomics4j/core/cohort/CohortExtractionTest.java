package io.github.radiomics4j.core.cohort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.LibraryVersion;
import io.github.radiomics4j.core.Sha256;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.WholeFile;
import io.github.radiomics4j.core.perturbation.Dilation;
import io.github.radiomics4j.core.perturbation.Erosion;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortExtractionTest {
    private static final int CASES = 7;

    @TempDir
    private Path folder;

    private Path csv;
    private Path state;

    @BeforeEach
    void writeTheCohort() throws IOException {
        csv = SmallCohort.write(Files.createDirectory(folder.resolve("data")), CASES);
        state = folder.resolve("state");
    }

    private CohortResult run(int workers) {
        return SmallCohort.extraction().run(Cohort.read(csv), state, workers);
    }

    private void row(int index, String line) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(csv));
        lines.set(index + 1, line);
        Files.write(csv, lines);
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files.filter(file -> file.toString().endsWith(".values")).sorted().toList();
        }
    }

    @Test
    void valuesAreThoseOfTheSourceBitForBit() {
        CohortResult result = run(1);
        FeatureTable disc = result.tables().get("disc");
        assertEquals(CASES, disc.caseCount());
        assertEquals(List.of("disc", "muscle"), List.copyOf(result.tables().keySet()));
        Path data = csv.getParent();
        FeatureVector vector = SmallCohort.extractor(8).extract(ImageFiles.read(data.resolve("i3.nii.gz")),
                ImageFiles.readMask(data.resolve("m3.nii.gz"), 1));
        double[] row = new double[disc.columnCount()];
        for (int c = 0; c < row.length; c++) {
            row[c] = disc.value(3, c);
        }
        assertEquals(vector.keys(), disc.columns().stream().map(column -> column.key().orElseThrow()).toList());
        assertArrayEquals(vector.values(), row);
        assertEquals(vector.provenance(), disc.provenance());
    }

    @Test
    void tablesHaveTheSameBytesForAnyNumberOfWorkersAndAfterAResume() throws IOException {
        row(2, "c2,p,,missing.nii.gz,m2.nii.gz,1,m2.nii.gz,2,1,x");
        run(1).writeTo(folder.resolve("one"));
        state = folder.resolve("other state");
        run(3).writeTo(folder.resolve("three"));
        CohortResult resumed = run(2);
        resumed.writeTo(folder.resolve("resumed"));
        assertEquals(0, resumed.measured());
        assertEquals(2 * (CASES - 1), resumed.taken());
        assertEquals(SmallCohort.contents(folder.resolve("one")), SmallCohort.contents(folder.resolve("three")));
        assertEquals(SmallCohort.contents(folder.resolve("one")), SmallCohort.contents(folder.resolve("resumed")));
        FeatureTable read = FeatureTableCsv.read(folder.resolve("one").resolve("features-muscle.csv"));
        assertEquals(resumed.tables().get("muscle").cases(), read.cases());
        assertEquals(resumed.tables().get("muscle").provenance(), read.provenance());
    }

    @Test
    void clinicalColumnsStandInAFileOfTheirOwn() throws IOException {
        run(1).writeTo(folder.resolve("out"));
        List<String> lines = Files.readAllLines(folder.resolve("out").resolve("clinical.csv"));
        assertEquals("case,patient,outcome,age,scanner", lines.get(0));
        assertEquals("c1,p0,1,41,\"A, 3T\"", lines.get(2));
        assertEquals(CASES + 1, lines.size());
    }

    @Test
    void failuresAreNamedAndStopNothing() throws IOException {
        Files.write(csv.resolveSibling("i1.nii.gz"), new byte[] {1, 2, 3});
        row(0, "c0,p,,i0.nii.gz,m0.nii.gz,9,m0.nii.gz,2,1,x");
        row(2, "c2,p,,missing.nii.gz,m2.nii.gz,1,m2.nii.gz,2,1,x");
        row(3, "c3,p,,i3.nii.gz,,1,m3.nii.gz,2,1,x");
        row(4, "c4,p,,,m4.nii.gz,1,m4.nii.gz,2,1,x");
        CohortResult result = run(2);
        List<CaseFailure> failures = result.failures();
        assertEquals(List.of("c0 disc LABEL_ABSENT", "c1 disc TRUNCATED", "c1 muscle TRUNCATED", "c2 disc MISSING_FILE",
                "c2 muscle MISSING_FILE"), failures.stream().map(f -> f.caseId() + " " + f.structure() + " " + f.problem().orElseThrow())
                .toList());
        assertTrue(failures.get(0).reason().contains("m0.nii.gz"), failures.get(0).reason());
        assertTrue(failures.get(3).reason().contains("missing.nii.gz"), failures.get(3).reason());
        assertEquals(List.of(new MissingStructure("c3", "disc"), new MissingStructure("c4", "disc"), new MissingStructure("c4", "muscle")),
                result.missing());
        assertEquals(List.of("c5", "c6"), result.tables().get("disc").cases());
        assertEquals(List.of("c0", "c3", "c5", "c6"), result.tables().get("muscle").cases());
        result.writeTo(folder.resolve("out"));
        assertEquals(1 + 5 + 3, Files.readAllLines(folder.resolve("out").resolve("not-measured.csv")).size());
    }

    @Test
    void whatFailedIsTriedAgainOnceItIsPutRight() throws IOException {
        byte[] sound = Files.readAllBytes(csv.resolveSibling("i1.nii.gz"));
        Files.write(csv.resolveSibling("i1.nii.gz"), new byte[] {1, 2, 3});
        assertEquals(2, run(1).failures().size());
        Files.write(csv.resolveSibling("i1.nii.gz"), sound);
        CohortResult second = run(1);
        assertEquals(List.of(), second.failures());
        assertEquals(2, second.measured());
    }

    @Test
    void changedSettingsOfOneStructureMeasureOnlyThatStructure() {
        run(2);
        CohortResult changed = CohortExtraction.of(Map.of("disc", SmallCohort.extractor(8), "muscle", SmallCohort.extractor(12)))
                .run(Cohort.read(csv), state, 2);
        assertEquals(CASES, changed.measured());
        assertEquals(CASES, changed.taken());
    }

    @Test
    void changedMasksAreKeptApartFromThoseAsTheyAre() {
        Cohort cohort = Cohort.read(csv);
        CohortResult plain = run(2);
        CohortResult grown = SmallCohort.extraction().perturbedBy(new Dilation(1)).run(cohort, state, 2);
        assertEquals(2 * CASES, grown.measured());
        FeatureTable disc = grown.tables().get("disc");
        Path data = csv.getParent();
        ScalarImage image = ImageFiles.read(data.resolve("i3.nii.gz"));
        Mask mask = ImageFiles.readMask(data.resolve("m3.nii.gz"), 1);
        double[] expected = SmallCohort.extractor(8).extract(image, new Dilation(1).apply(mask.at(image.geometry()))).values();
        for (int c = 0; c < expected.length; c++) {
            assertEquals(expected[c], disc.value(3, c));
        }
        assertEquals(plain.tables().get("disc").provenance(), disc.provenance(), "tables of repeated measurements may be compared");
        assertEquals(2 * CASES, run(1).taken());
        assertEquals(2 * CASES, SmallCohort.extraction().perturbedBy(new Dilation(1)).run(cohort, state, 1).taken());
        List<CaseFailure> failures = SmallCohort.extraction().perturbedBy(new Erosion(9)).run(cohort, state, 2).failures();
        assertEquals(2 * CASES, failures.size());
        assertEquals(Optional.of(Problem.EMPTY_MASK), failures.get(0).problem());
        assertTrue(failures.get(0).reason().contains("erosion_9mm"), failures.get(0).reason());
    }

    @Test
    void aChangedImageIsMeasuredAgainEvenIfItKeepsItsDate() throws IOException {
        run(1);
        Path image = csv.resolveSibling("i4.nii.gz");
        var date = Files.getLastModifiedTime(image);
        SmallCohort.image(image, 1000);
        Files.setLastModifiedTime(image, date);
        assertEquals(2, run(1).measured());
    }

    @Test
    void anotherLabelOrOtherRulesForFilesAreMeasured() throws IOException {
        run(1);
        row(0, "c0,p,,i0.nii.gz,m0.nii.gz,2,m0.nii.gz,2,1,x");
        assertEquals(1, run(1).measured());
        CaseReading resampling = new CaseReading(CaseReading.STANDARD.rules(), true, false, Optional.empty());
        assertEquals(0, SmallCohort.extraction().readBy(resampling).run(Cohort.read(csv), state, 1).taken());
    }

    @Test
    void renamedCasesAndACopiedCohortAreTakenFromTheState() throws IOException {
        run(1);
        row(0, "other,p,,i0.nii.gz,m0.nii.gz,1,m0.nii.gz,2,1,x");
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Stream<Path> files = Files.list(csv.getParent())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        CohortResult result = SmallCohort.extraction().run(Cohort.read(copy.resolve("cases.csv")), state, 1);
        assertEquals(0, result.measured());
        assertEquals("other", result.tables().get("disc").cases().get(0));
    }

    @Test
    void aStateFileCutAnywhereOrWithAnyByteChangedIsMeasuredAgain() throws IOException {
        run(1).writeTo(folder.resolve("whole"));
        Path file = stored().get(5);
        byte[] sound = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 31, 32, 33, sound.length / 2, sound.length - 1}) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertEquals(1, run(1).measured(), "cut to " + length);
        }
        for (int at = 0; at < sound.length; at += sound.length / 7) {
            byte[] altered = sound.clone();
            altered[at] ^= 4;
            Files.write(file, altered);
            assertEquals(1, run(1).measured(), "altered at " + at);
        }
        Files.write(file, Files.readAllBytes(stored().get(4)));
        assertEquals(1, run(1).measured(), "another case's file");
        assertArrayEquals(sound, Files.readAllBytes(file));
        run(1).writeTo(folder.resolve("again"));
        assertEquals(SmallCohort.contents(folder.resolve("whole")), SmallCohort.contents(folder.resolve("again")));
    }

    @Test
    void aCutListOfKeysIsWrittenAgainByTheFirstCaseOfIt() throws IOException {
        run(1);
        try (Stream<Path> files = Files.list(state)) {
            for (Path keys : files.filter(file -> file.toString().endsWith(".keys")).toList()) {
                Files.write(keys, new byte[] {1});
            }
        }
        assertEquals(2, run(1).measured());
        assertEquals(0, run(1).measured());
    }

    @Test
    void aFullDiskNamesTheFileAndLosesNothing() throws IOException {
        AtomicInteger left = new AtomicInteger(9);
        UncheckedIOException failure = assertThrows(UncheckedIOException.class,
                () -> SmallCohort.extraction().writingBy((file, content) -> {
                    if (left.getAndDecrement() > 0) {
                        WholeFile.writeDurably(file, content);
                    } else {
                        WholeFile.writeDurably(file, out -> {
                            out.write(0);
                            throw new IOException("No space left on device");
                        });
                    }
                }).run(Cohort.read(csv), state, 2));
        assertTrue(failure.getMessage().contains(state.toString()), failure.getMessage());
        assertEquals("No space left on device", failure.getCause().getMessage());
        int kept = stored().size();
        assertTrue(kept >= 5, kept + " kept");
        try (Stream<Path> files = Files.list(state)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(WholeFile.UNFINISHED)));
        }
        assertEquals(kept, run(1).taken());
    }

    @Test
    void anewMeasuresWhatIsFinishedToo() {
        run(1);
        assertEquals(2 * CASES, SmallCohort.extraction().anew().run(Cohort.read(csv), state, 1).measured());
        assertEquals(2 * CASES, run(1).taken());
    }

    @Test
    void whatAKilledProcessHadBegunToWriteIsClearedAway() throws IOException {
        Files.createDirectories(state);
        Path begun = Files.writeString(state.resolve(".123" + WholeFile.UNFINISHED), "half");
        run(1);
        assertFalse(Files.exists(begun));
    }

    @Test
    void twoRunsDoNotShareAStateFolder() {
        List<Problem> problems = new ArrayList<>();
        SmallCohort.extraction().reportingTo(progress -> problems.add(assertThrows(InvalidInputException.class, () -> run(1)).problem()))
                .run(Cohort.read(csv), state, 1);
        assertEquals(Problem.RESOURCE_LIMIT, problems.get(0));
    }

    @Test
    void progressRisesCaseByCase() throws IOException {
        row(2, "c2,p,,missing.nii.gz,m2.nii.gz,1,m2.nii.gz,2,1,x");
        List<CohortProgress> reports = new ArrayList<>();
        SmallCohort.extraction().reportingTo(reports::add).run(Cohort.read(csv), state, 3);
        for (int i = 0; i < CASES; i++) {
            assertEquals(i + 1, reports.get(i).done());
        }
        assertEquals(new CohortProgress(CASES, 0, 1, CASES), reports.get(CASES - 1));
        reports.clear();
        SmallCohort.extraction().reportingTo(reports::add).run(Cohort.read(csv), state, 1);
        assertEquals(new CohortProgress(CASES, CASES - 1, 1, CASES), reports.get(CASES - 1));
    }

    @Test
    void whatASourceThrowsBecomesAFailureOfItsCase() {
        CohortResult result = runWith(image -> {
            throw new IllegalStateException("defect");
        });
        assertEquals(CASES, result.failures().size());
        assertTrue(result.failures().get(0).reason().contains("defect"));
        assertFalse(result.tables().containsKey("disc"));
        assertEquals(CASES, result.tables().get("muscle").caseCount());
    }

    @Test
    void aCaseBeyondTheMemoryFailsAlone() {
        AtomicInteger calls = new AtomicInteger();
        CohortResult result = runWith(image -> {
            if (calls.getAndIncrement() == 2) {
                throw new OutOfMemoryError("Java heap space");
            }
        });
        assertEquals(List.of(Optional.of(Problem.RESOURCE_LIMIT)), result.failures().stream().map(CaseFailure::problem).toList());
        assertEquals(CASES - 1, result.tables().get("disc").caseCount());
    }

    private CohortResult runWith(Consumer<ScalarImage> before) {
        FeatureExtractor extractor = SmallCohort.extractor(8);
        FeatureSource disc = new FeatureSource() {
            @Override
            public FeatureVector extract(ScalarImage image, Mask mask) {
                before.accept(image);
                return extractor.extract(image, mask);
            }

            @Override
            public Provenance provenance() {
                return extractor.provenance();
            }
        };
        Map<String, FeatureSource> sources = new LinkedHashMap<>();
        sources.put("disc", disc);
        sources.put("muscle", extractor);
        return CohortExtraction.of(sources).run(Cohort.read(csv), state, 1);
    }

    @Test
    void aStructureWithoutMeasuredCasesLeavesNoTableOfAnEarlierRun() throws IOException {
        Path out = folder.resolve("out");
        run(1).writeTo(out);
        runWith(image -> { }).writeTo(out);
        assertTrue(Files.exists(out.resolve("features-disc.csv")));
        for (int i = 0; i < CASES; i++) {
            row(i, "c" + i + ",p,,i" + i + ".nii.gz,,1,m" + i + ".nii.gz,2,1,x");
        }
        run(1).writeTo(out);
        assertFalse(Files.exists(out.resolve("features-disc.csv")));
        assertFalse(Files.exists(out.resolve("features-disc.dictionary.csv")));
        assertTrue(Files.exists(out.resolve("features-muscle.csv")));
    }

    @Test
    void anInterruptEndsTheRunAndKeepsWhatIsFinished() throws IOException {
        for (int workers : new int[] {1, 2}) {
            Thread caller = Thread.currentThread();
            assertThrows(CancellationException.class, () -> SmallCohort.extraction().reportingTo(progress -> caller.interrupt())
                    .run(Cohort.read(csv), state, workers));
            assertTrue(Thread.interrupted(), "the interrupt stays set");
        }
        int kept = stored().size();
        assertTrue(kept >= 2, kept + " kept");
        assertEquals(kept, run(1).taken());
    }

    @Test
    void aStructureWithoutASourceIsTheCallersMistake() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> CohortExtraction.of(Map.of("disc", SmallCohort.extractor(8))).run(Cohort.read(csv), state, 1));
        assertTrue(refused.getMessage().contains("\"muscle\""), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> run(0));
    }

    @Test
    void theProvenanceNamesSettingsAndInputs() throws IOException {
        run(1).writeTo(folder.resolve("out"));
        String json = Files.readString(folder.resolve("out").resolve("provenance.json"));
        assertTrue(json.contains("\"fingerprint\": \"" + SmallCohort.extractor(8).provenance().fingerprint() + "\""), json);
        assertTrue(json.contains("\"image_sha256\": \"" + Sha256.of(csv.resolveSibling("i6.nii.gz")) + "\""), json);
        assertTrue(json.contains("\"library_version\": \"" + LibraryVersion.get() + "\""), json);
        assertFalse(LibraryVersion.get().contains("$"), LibraryVersion.get());
    }
}
