package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.radiomics4j.core.perturbation.ContourNoise;
import io.github.radiomics4j.core.perturbation.Dilation;
import io.github.radiomics4j.core.perturbation.Erosion;
import io.github.radiomics4j.core.perturbation.MaskPerturbation;
import io.github.radiomics4j.core.perturbation.PerturbationsInOrder;
import io.github.radiomics4j.core.perturbation.Rotation;
import io.github.radiomics4j.core.perturbation.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RobustnessCommandTest {
    private static final int EDGE = 13;
    private static final int CASES = 12;
    private static final String VOLUME = "volume_voxel_counting";
    private static final String MOVED = "perturbations: [translation: {x: 3}, translation: {y: -3}]\n";

    @TempDir
    private Path folder;

    /** Balls of noise, each of its own size, in images of 1 mm. */
    @BeforeEach
    void writeCohort() throws IOException {
        StringBuilder list = new StringBuilder("case,image,ball.mask\n");
        for (int c = 0; c < CASES; c++) {
            SplittableRandom random = new SplittableRandom(c);
            int[] image = new int[EDGE * EDGE * EDGE];
            int[] mask = new int[image.length];
            double radius = 2 + c / 6.0;
            for (int i = 0; i < image.length; i++) {
                image[i] = random.nextInt(1000);
                int x = i % EDGE - EDGE / 2;
                int y = i / EDGE % EDGE - EDGE / 2;
                int z = i / EDGE / EDGE - EDGE / 2;
                mask[i] = x * x + y * y + z * z <= radius * radius ? 1 : 0;
            }
            TinyNifti.write(folder.resolve("i" + c + ".nii"), EDGE, EDGE, EDGE, 1, 0, image);
            TinyNifti.write(folder.resolve("m" + c + ".nii"), EDGE, EDGE, EDGE, 1, 0, mask);
            list.append("p").append(c).append(",i").append(c).append(".nii,m").append(c).append(".nii\n");
        }
        Files.writeString(folder.resolve("cohort.csv"), list);
        Files.writeString(folder.resolve("settings.yaml"), "discretisation: {fixedBinNumber: 8}\nfamilies: [morphology, glcm]\n");
    }

    private CommandRun run(String perturbations, Object... more) throws IOException {
        Files.writeString(folder.resolve("p.yaml"), perturbations);
        List<Object> arguments = new ArrayList<>(List.of("robustness", "--cases", folder.resolve("cohort.csv"), "--settings",
                folder.resolve("settings.yaml"), "--perturbations", folder.resolve("p.yaml"), "--out", folder.resolve("out"),
                "--threads", "1"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private void changeTable(UnaryOperator<String> change) throws IOException {
        Path table = folder.resolve("cohort.csv");
        Files.writeString(table, change.apply(Files.readString(table)));
    }

    private Path out(String file) {
        return folder.resolve("out").resolve(file);
    }

    private static String column(List<String> names, String part) {
        return names.stream().filter(name -> name.contains(part)).findFirst().orElseThrow();
    }

    @Test
    void aTableIsWrittenForEachChangeAndIccComparesThem() throws IOException {
        CommandRun run = run(MOVED);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().matches("radiomics4j: \\d+ features of 12 cases, measured 3 times in .* s, written to .*\\R"), run.err());
        List<CSVRecord> rows = CommandRun.rows(out("original.csv"));
        assertEquals(CASES, rows.size());
        List<String> names = rows.get(0).getParser().getHeaderNames();
        assertEquals(names, CommandRun.rows(out("translation_0_-3_0mm.csv")).get(0).getParser().getHeaderNames());
        String volume = column(names, VOLUME);
        String texture = column(names, "glcm.correlation");
        CommandRun icc = CommandRun.of("icc", "--tables", out("original.csv") + "," + out("translation_3_0_0mm.csv"), "--id", "case",
                "--features", volume + "," + texture, "--out", folder.resolve("icc.csv"));
        assertEquals(0, icc.exitCode(), icc.err());
        assertTrue(agreement(volume) > 0.999);
        assertTrue(agreement(texture) < 0.6, "texture of noise " + agreement(texture));
    }

    private double agreement(String feature) throws IOException {
        return CommandRun.rows(folder.resolve("icc.csv")).stream().filter(row -> row.get("feature").equals(feature)
                && row.get("form").equals("ICC(2,1)")).mapToDouble(row -> Double.parseDouble(row.get("icc"))).findFirst().orElseThrow();
    }

    @Test
    void aRecipeKeepsWhatIsRobust() throws IOException {
        assertEquals(0, run(MOVED).exitCode());
        List<String> lines = Files.readAllLines(out("original.csv"));
        StringBuilder table = new StringBuilder(lines.get(0)).append(",event");
        for (int row = 1; row < lines.size(); row++) {
            table.append('\n').append(lines.get(row)).append(',').append(row / 2 % 2);
        }
        Files.writeString(folder.resolve("table.csv"), table.append('\n'));
        List<String> names = List.of(lines.get(0).split(","));
        Files.writeString(folder.resolve("recipe.yaml"), "selection:\n  - named: {features: [" + column(names, VOLUME) + ", "
                + column(names, "glcm.correlation")
                + "]}\n  - reliability: {tables: [out/translation_3_0_0mm.csv, out/translation_0_-3_0mm.csv], "
                + "form: two_way_random_single, threshold: 0.9}\ntrainer: {ridge: {lambda: 1}}\n"
                + "validation: [kFold: {folds: 3, seed: 1}]\n");
        CommandRun run = CommandRun.of("radscore", "--table", folder.resolve("table.csv"), "--outcome", "event", "--id", "case", "--recipe",
                folder.resolve("recipe.yaml"), "--out", folder.resolve("score"));
        assertEquals(0, run.exitCode(), run.err());
        JsonNode kept = StatisticsReference.json(folder.resolve("score").resolve("validation.json")).at("/selection/1/kept");
        assertEquals(1, kept.size());
        assertTrue(kept.get(0).textValue().contains(VOLUME));
    }

    @Test
    void aStructureIsChosenAndCasesWithoutItAreLeftOutAndNamed() throws IOException {
        assertEquals(0, run(MOVED).exitCode());
        List<String> all = Files.readAllLines(out("original.csv"));
        changeTable(text -> text.replace("ball.mask", "ball.mask,other.mask").replace(".nii\n", ".nii,\n").replace("m4.nii", ""));
        CommandRun several = run(MOVED);
        assertEquals(2, several.exitCode());
        assertTrue(several.err().contains("has 2 structures: ball, other; choose one with --structure"), several.err());
        CommandRun run = run(MOVED, "--structure", "ball");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("radiomics4j: left out, without structure ball: p4 (1 of 12 cases)"), run.err());
        assertTrue(run.err().contains(" features of 11 cases, measured 3 times"), run.err());
        all.remove(5);
        assertEquals(all, Files.readAllLines(out("original.csv")));
    }

    @Test
    void filesAreReadByTheRulesThatBatchReadsThemBy() throws IOException {
        int[] mask = new int[EDGE * EDGE * EDGE];
        Arrays.fill(mask, 1);
        TinyNifti.write(folder.resolve("m3.nii"), EDGE, EDGE, EDGE, 1, 0.5F, mask);
        CommandRun refused = run(MOVED);
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().startsWith("radiomics4j: case \"p3\": "), refused.err());
        assertEquals(0, run(MOVED, "--resample-mask").exitCode());
        CommandRun suv = run(MOVED, "--suv");
        assertTrue(suv.err().contains("uptake values are computed from DICOM, and this is none"), suv.err());
        assertTrue(run(MOVED, "--fraction", "2").err().contains("--fraction must be above 0 and at most 1, was 2.0"));
    }

    @Test
    void noFileOfTheCohortIsOverwritten() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Path moved = Files.move(folder.resolve("m2.nii"), out("original.csv"));
        changeTable(text -> text.replace("m2.nii", "out/original.csv"));
        long size = Files.size(moved);
        CommandRun run = run(MOVED);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("--out and a file of --cases are the same file " + moved), run.err());
        assertEquals(size, Files.size(moved));
    }

    @Test
    void nothingLeftNamesCaseAndChange() throws IOException {
        CommandRun run = run("perturbations: [erosion: {mm: 3}]\n");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("radiomics4j: case \"p0\": erosion_3mm leaves no voxel of the region"), run.err());
        assertTrue(Files.notExists(out("original.csv")));
    }

    @Test
    void changesOfOneNameAreRefused() throws IOException {
        CommandRun run = run("perturbations: [erosion: {mm: 1}, erosion: {mm: 1.0}]\n");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("p.yaml: two measurements would be called erosion_1mm"), run.err());
    }

    @Test
    void perturbationsAreRead() {
        assertEquals(List.of(new Erosion(1), new Dilation(0.5), new Translation(0, 0.5, 0), new Rotation(-5), new ContourNoise(0.5, 3, 7),
                new PerturbationsInOrder(List.of(new Rotation(5), new Erosion(1)))), PerturbationsFile.parse("""
                perturbations:
                  - erosion: {mm: 1}
                  - dilation: {mm: 0.5}
                  - translation: {y: 0.5}
                  - rotation: {degrees: -5}
                  - contourNoise: {mm: 0.5, over: 3, seed: 7}
                  - inOrder: {parts: [rotation: {degrees: 5}, erosion: {mm: 1}]}
                """, "p.yaml"));
    }

    static List<RecipeKind<MaskPerturbation>> all() {
        return PerturbationsFile.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPerturbationOfTheHelpIsUnderstoodAndDocumented(RecipeKind<MaskPerturbation> kind) throws IOException {
        assertEquals(1, PerturbationsFile.parse("perturbations: [" + kind.shown() + "]", "p.yaml").size());
        String documentation = Files.readString(Path.of("..", "..", "docs", "cli.md"));
        assertTrue(documentation.contains("`" + kind.name() + "`"), kind.name());
        kind.keys().forEach(key -> assertTrue(documentation.contains("`" + key + "`"), key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "perturbations: [erosion: {mm: -1}]  | p.yaml:1:26: an erosion is at least 0 mm",
        "perturbations: []                   | is an empty list",
        "perturbation: [erosion: {mm: 1}]    | did you mean \"perturbations\"?",
        "perturbations: [erosoin: {mm: 1}]   | did you mean \"erosion\"?",
        "perturbations: [erosion]            | key mm is missing",
    })
    void aMistakeIsNamedWithItsPlace(String text, String message) {
        String found = assertThrows(SettingsException.class, () -> PerturbationsFile.parse(text, "p.yaml")).getMessage();
        assertTrue(found.contains(message), found);
    }
}
