package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.validation.KeptRefits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyCommandTest {
    private static final int CASES = 60;
    private static final String SETTINGS = "settings: {discretisation: {fixedBinNumber: 8}, families: [intensity_statistics, glcm]}\n";
    private static final String OTHERS = "discretisation: {fixedBinNumber: 16}\nfamilies: [intensity_statistics, glcm]\n";
    private static final String PLANS = "validation: [leaveOneOut, kFold: {folds: 5, repeats: 2}, bootstrap: {samples: 20}]\n";

    @TempDir
    private Path folder;

    private Path cases;
    private Path out;

    @BeforeEach
    void writeACohort() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("case,patient,outcome,image,disc.mask,disc.label,muscle.mask,muscle.label,grade,scanner"));
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(i);
            int range = 60 + i % 3 * 40;
            TinyNifti.write(folder.resolve("i" + i + ".nii"), 6, 6, 3, 1, 0, random.ints(108, 0, range).toArray());
            TinyNifti.write(folder.resolve("m" + i + ".nii"), 6, 6, 3, 1, 0, random.ints(108, 0, 3).toArray());
            int outcome = random.nextInt(3) + i % 3 > 2 ? 1 : 0;
            lines.add("c" + i + ",p" + i + "," + outcome + ",i" + i + ".nii,m" + i + ".nii,1,m" + i + ".nii,2," + random.nextInt(5) + ","
                    + (i % 2 == 0 ? "A" : "B"));
        }
        cases = Files.write(folder.resolve("cases.csv"), lines);
        out = folder.resolve("out");
    }

    private CommandRun study(String yaml, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), yaml);
        List<Object> arguments = new ArrayList<>(List.of("study", cases, "--study", file, "--out", out));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void aCohortBecomesTablesAScoreAndAReport() throws IOException {
        CommandRun run = study("title: A & B\n" + SETTINGS + PLANS + "compare: [grade]\n");
        assertEquals(0, run.exitCode(), run.err());
        String report = Files.readString(out.resolve("report.html"));
        assertTrue(report.contains("A &amp; B") && report.contains("data:image/png") && report.contains("METRICS"), "parts of the report");
        assertFalse(report.contains("://"), "a report names no other place");
        assertFalse(report.contains("training.rows"), "fingerprints of rows are no reading");
        for (String file : List.of("features-disc.csv", "features-muscle.csv", "clinical.csv", "provenance.json", "study.json",
                "radscore-disc.json", "radscore-combined.json")) {
            assertTrue(Files.exists(out.resolve(file)), file);
        }
        assertTrue(run.err().contains("honest (leave-one-out)"), run.err());
    }

    @Test
    void anotherNumberOfThreadsAndARerunWriteTheSameBytes() throws IOException {
        study(SETTINGS + PLANS, "--threads", 1);
        byte[] report = Files.readAllBytes(out.resolve("report.html"));
        byte[] json = Files.readAllBytes(out.resolve("study.json"));
        CommandRun again = study(SETTINGS + PLANS, "--threads", 3);
        assertTrue(again.err().contains(": 0 measured, 120 of an earlier run"), again.err());
        assertFits("0 fitted, 9 of an earlier run", again);
        assertArrayEquals(report, Files.readAllBytes(out.resolve("report.html")));
        assertArrayEquals(json, Files.readAllBytes(out.resolve("study.json")));
    }

    @Test
    void aRerunFitsWhatAChangeTouches() throws IOException {
        Object[] more = {"--no-pictures", "--state", folder.resolve("kept")};
        assertFits("9 fitted, 0 of an earlier run", study(SETTINGS + PLANS, more));
        assertFits("0 fitted, 9 of an earlier run", study("title: other\n" + SETTINGS + PLANS
                + "level: 0.9\ninteraction: [muscle, disc]\n", more));
        assertFits("6 fitted, 3 of an earlier run", study(SETTINGS + PLANS + "recipes: {muscle: {trainer: {ridge: {lambda: 9}}}}\n", more));
        assertFits("3 fitted, 9 of an earlier run", study(SETTINGS + PLANS.replace("]", ", kFold: {folds: 3}]"), more));
        assertFits("9 fitted, 0 of an earlier run", study(SETTINGS + PLANS, "--no-pictures", "--state", folder.resolve("kept"),
                "--no-resume"));
        assertTrue(Files.isDirectory(folder.resolve("kept/analysis")));
    }

    private static void assertFits(String expected, CommandRun run) {
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("validations of a score: " + expected), run.err());
    }

    @Test
    void anotherRunOnTheSameStateIsRefusedBeforeItMeasures() throws IOException {
        try (KeptRefits kept = KeptRefits.in(out.resolve("state/analysis"))) {
            CommandRun run = study(SETTINGS + PLANS);
            assertEquals(2, run.exitCode(), run.err());
            assertTrue(run.err().contains("another run is using these finished fits"), run.err());
            assertFalse(Files.exists(out.resolve("features-disc.csv")));
            assertEquals(0, kept.taken());
        }
    }

    @Test
    void casesThatFailAreNamedInTheReportAndTheOthersAnalysed() throws IOException {
        Files.writeString(folder.resolve("i3.nii"), "no image");
        CommandRun run = study(SETTINGS + PLANS, "--no-pictures");
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.err().contains("failed: case \"c3\", disc: NOT_THIS_FORMAT"), run.err());
        String report = Files.readString(out.resolve("report.html"));
        assertTrue(report.contains("Not measured") && !report.contains("data:image/png"), "failures are told, pictures are not");
        assertTrue(run.err().contains("59 cases"), run.err());
    }

    @Test
    void scannersAreHarmonisedInsideTheResampling() throws IOException {
        CommandRun run = study(SETTINGS + PLANS + "batch: scanner\ncombined: none\nrecipe:\n  harmonisation: {combat: {batch: scanner}}\n"
                + "  selection: [mutualInformation: {estimator: equal-width, bins: 4, keep: 3}]\n  trainer: {ridge: {lambda: 0.05}}\n");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.readString(out.resolve("radscore-disc.json")).contains("harmonisation"), "the score keeps what was learned");
        assertTrue(Files.readString(out.resolve("report.html")).contains("Batches"), "the report counts batches");
    }

    @Test
    void oneRecipeOfAllFeaturesHarmonisesByTheBatchOfTheCase() throws IOException {
        CommandRun run = study(SETTINGS + "validation: [kFold: {folds: 5, repeats: 1}]\nbatch: scanner\ncombined: features\nrecipe:\n"
                + "  harmonisation: {combat: {batch: scanner}}\n"
                + "  selection: [mutualInformation: {estimator: equal-width, bins: 4, keep: 3}]\n  trainer: {ridge: {lambda: 0.05}}\n");
        assertEquals(0, run.exitCode(), run.err());
        String combined = Files.readString(out.resolve("radscore-combined.json"));
        assertTrue(combined.contains("harmonisation") && combined.contains("\"disc:"), combined);
    }

    @Test
    void deepFeaturesAreCandidatesBesideTheOthers() throws IOException {
        CommandRun run = study("settings: {discretisation: {fixedBinNumber: 8}, families: [glcm], deep: {network: scattering, size: 16}}\n"
                + "validation: [kFold: {folds: 5, repeats: 1}]\ncombined: {features: {selection: [mutualInformation: "
                + "{estimator: equal-width, bins: 4, keep: 3}], trainer: {ridge: {lambda: 0.05}}}}\n",
                "--no-pictures", "--format", "parquet");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.readString(out.resolve("report.html")).contains("deep_scattering2d"), "settings of the network in the report");
        assertTrue(Files.readString(out.resolve("study.json")).contains("deep_scattering2d"), "features of the network in the result");
        assertTrue(Files.exists(out.resolve("features-disc.parquet")) && !Files.exists(out.resolve("features-disc.csv")), "the form");
    }

    @Test
    void aNetworkThatHasLearnedFromTheCasesIsRefused() throws IOException {
        Path training = Files.writeString(folder.resolve("t.yaml"), "kind: autoencoder\nseed: 1\nsize: 16\nepochs: 1\nchannels: [4]\n");
        CohortTraining plan = TrainingFile.read(training);
        List<TrainingCase> seen = new ArrayList<>();
        for (String name : List.of("c3", "c4", "x1", "x2", "x5", "x6")) {
            String number = name.substring(1);
            seen.add(TrainingCase.of(name, plan.cutting().cut(ImageFiles.read(folder.resolve("i" + number + ".nii")),
                    Mask.ofLabel(ImageFiles.read(folder.resolve("m" + number + ".nii")), 1))));
        }
        plan.work().train(seen, TrainingListener.silent()).save(folder.resolve("encoder.zip"));
        CommandRun run = study("settings: {deep: {network: encoder.zip, size: 16}}\n" + PLANS);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("trained on 2 of the 60 cases, the first is \"c3\""), run.err());
        assertFalse(Files.exists(out.resolve("state")), "nothing is measured");
    }

    @Test
    void featuresThatChangeWithTheMaskAreNoCandidates() throws IOException {
        for (int i = 0; i < CASES; i++) {
            int[] voxels = new int[108];
            for (int v = 0; v < 108; v++) {
                voxels[v] = v % 6 < 3 ? 1 : 2;
            }
            TinyNifti.write(folder.resolve("m" + i + ".nii"), 6, 6, 3, 1, 0, voxels);
        }
        String robust = "robustness: {perturbations: [translation: {x: 1}, dilation: {mm: 1}], form: two_way_random_single, "
                + "threshold: 0.6}\n";
        CommandRun run = study(SETTINGS + PLANS + robust + "combined: features\n", "--no-pictures");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("masks changed, dilation_1mm: 120 measured, 0 of an earlier run, 0 failed"), run.err());
        String json = Files.readString(out.resolve("radscore-disc.json"));
        assertTrue(json.contains("\"selection.1/reliability.threshold\" : \"0.6\""), json);
        String combined = Files.readString(out.resolve("radscore-combined.json"));
        assertTrue(combined.contains("\"selection.1/muscle.reliability.measurements\" : \"3\""), combined);
        String report = Files.readString(out.resolve("report.html"));
        assertTrue(report.contains("reliability.threshold"), "the checklists tell of the filter");
        assertTrue(report.contains("translation_1_0_0mm dilation_1mm"), "the settings tell how masks were changed");
        CommandRun again = study(SETTINGS + PLANS + robust.replace("0.6", "0.5").replace(", dilation: {mm: 1}", ", erosion: {mm: 1}"));
        assertTrue(again.err().contains("translation_1_0_0mm: 0 measured, 120 of an earlier run"), again.err());
    }

    @Test
    void aMaskOfWhichAPerturbationLeavesNothingIsToldAndTheCaseAnalysed() throws IOException {
        int[] thin = new int[108];
        thin[40] = 1;
        thin[41] = 1;
        thin[42] = 1;
        thin[43] = 2;
        TinyNifti.write(folder.resolve("m7.nii"), 6, 6, 3, 1, 0, thin);
        CommandRun run = study(SETTINGS + PLANS + "robustness: {perturbations: [translation: {y: -3}], threshold: 0}\n", "--no-pictures");
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.err().contains("failed: case \"c7\", disc: EMPTY_MASK"), run.err());
        assertTrue(run.err().contains("60 cases"), run.err());
        assertTrue(Files.readString(out.resolve("report.html")).contains("translation_0_-3_0mm"), "the report lists it");
    }

    @Test
    void featuresThatSomeRegionsDoNotHaveEndNoStudy() throws IOException {
        int[] one = new int[108];
        one[50] = 1;
        one[51] = 2;
        TinyNifti.write(folder.resolve("m7.nii"), 6, 6, 3, 1, 0, one);
        CommandRun run = study(SETTINGS + PLANS);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.readString(out.resolve("features-disc.csv")).contains("NaN"), "one voxel has no co-occurrences");
        CommandRun robust = study(SETTINGS + PLANS + "robustness: {perturbations: [translation: {x: 1}], threshold: 0}\n");
        assertEquals(0, robust.exitCode(), robust.err());
    }

    /** The table of cases of the study is that of the repeated measurements; so are the settings, or they are refused. */
    @Test
    void aStructuresRecipeKeepsWhatTheSameCasesMeasuredAgainShowToBeRobust() throws IOException {
        String measured = SETTINGS + PLANS + "recipes:\n  disc:\n    selection: [reliability: {tables: [again/translation_1_0_0mm.csv], "
                + "form: two_way_mixed_single, threshold: 0.5}]\n    trainer: {ridge: {lambda: 0.5}}\n";
        measureAgain(OTHERS + "structures: {disc: {discretisation: {fixedBinNumber: 8}}}\n");
        CommandRun run = study(measured);
        assertEquals(0, run.exitCode(), run.err());
        JsonNode terms = StatisticsReference.json(out.resolve("radscore-disc.json")).get("terms");
        assertTrue(!terms.isEmpty() && terms.size() < 100, "some of the features are robust: " + terms.size());
        measureAgain(OTHERS);
        CommandRun other = study(measured);
        assertEquals(2, other.exitCode(), other.err());
        assertTrue(other.err().contains("extracted under other settings"), other.err());
    }

    private void measureAgain(String yaml) throws IOException {
        Path settings = Files.writeString(folder.resolve("s.yaml"), yaml);
        Path changes = Files.writeString(folder.resolve("p.yaml"), "perturbations: [translation: {x: 1}]\n");
        CommandRun run = CommandRun.of("robustness", "--cases", cases, "--structure", "disc", "--settings", settings, "--perturbations",
                changes, "--out", folder.resolve("again"));
        assertEquals(0, run.exitCode(), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "combined: {features: {selection: [variance]}} | key trainer is missing",
        "robustness: {perturbations: []} | perturbations is an empty list",
        "robustness: {perturbations: [erosion: {mm: 1}], threshold: 2} | lies between 0 and 1, was 2.0",
        "robustness: {perturbations: [erosion: {mm: 1}, erosion: {mm: 1}]} | each perturbation once",
        "combined: mean | combined is \"mean\", which is not known",
        "settigs: {} | study.yaml:1:1: unknown key \"settigs\" in the study; did you mean \"settings\"?",
        "seed: 1 | key settings is missing: how regions are measured",
        "compare: [pfirman] | study.yaml:2:11: each of compare is \"pfirman\", which is not known",
        "interaction: [disc] | interaction is of two structures, such as [disc, muscle], found 1",
        "validation: [bootstrap: {samples: 9}] | validation needs a plan that gives out-of-sample scores",
        "validation: [leaveOneOut, leaveOneOut] | each once",
        "batch: scaner | did you mean \"scanner\"?",
        "recipes: {disk: {trainer: firth}} | unknown key \"disk\" in recipes; did you mean \"disc\"?",
        "level: 95 | a confidence level lies between 0 and 1"})
    void mistakesOfTheFileAreShownWhereTheyStand(String line, String message) throws IOException {
        CommandRun run = study((line.startsWith("se") ? "" : SETTINGS) + line + "\n");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void theStudyInTheDocumentationIsAStudy() throws IOException {
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        int from = documentation.indexOf("```yaml study\n") + "```yaml study\n".length();
        Path file = Files.writeString(folder.resolve("documented.yaml"), documentation.substring(from, documentation.indexOf("```", from)));
        try (StudyFile study = StudyFile.read(file, List.of("disc", "muscle"), List.of("pfirrmann", "scanner"))) {
            assertEquals(List.of("disc", "muscle"), List.copyOf(study.sources().ofStructure().keySet()));
            assertEquals("scanner", study.batch().orElseThrow());
        }
    }

    @Test
    void aGradeInWordsIsNoComparator() throws IOException {
        CommandRun run = study(SETTINGS + "compare: [scanner]\n");
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("column scanner, which must hold numbers") && run.err().contains("found \"A\""), run.err());
    }

    @Test
    void aCohortWithoutOutcomesIsTold() throws IOException {
        Files.write(cases, Files.readAllLines(cases).stream().map(line -> line.replaceFirst("^(c\\d+,p\\d+),[01]", "$1,")).toList());
        CommandRun run = study(SETTINGS);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("no case of the cohort has an outcome"), run.err());
    }
}
