package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.dl4j.TrainedEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepTrainCommandTest {
    private static final int CASES = 8;
    private static final int EDGE = 12;
    private static final String SETTINGS = "size: 16\nepochs: 3\npatience: 3\nbatch: 4\nchannels: [4, 6]\n";

    @TempDir
    private Path folder;
    private Path cases;
    private Path training;
    private Path out;

    @BeforeEach
    void writeCohort() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        StringBuilder list = new StringBuilder("case,image,disc.mask,disc.label,outcome,remark\n");
        for (int c = 0; c < CASES; c++) {
            Random random = new Random(c);
            int period = c % 2 == 0 ? 3 : 6;
            TinyNifti.write(images.resolve("i" + c + ".nii"), EDGE, EDGE, 3, 1, 0, IntStream.range(0, EDGE * EDGE * 3)
                    .map(i -> (int) (100 * Math.sin(2 * Math.PI * (i % EDGE) / period) + 20 * random.nextGaussian())).toArray());
            TinyNifti.write(images.resolve("m" + c + ".nii"), EDGE, EDGE, 3, 1, 0, IntStream.range(0, EDGE * EDGE * 3)
                    .map(i -> i / (EDGE * EDGE) == 1 ? 5 : 3).toArray());
            list.append("case").append(c).append(",images/i").append(c).append(".nii,images/m").append(c).append(".nii,5,").append(c % 2)
                    .append(",none\n");
        }
        cases = Files.writeString(folder.resolve("cohort.csv"), list);
        training = Files.writeString(folder.resolve("t.yaml"), "kind: autoencoder\nseed: 1\n" + SETTINGS);
        out = folder.resolve("encoder.zip");
    }

    private CommandRun train() {
        return CommandRun.of("deep", "train", "--cases", cases, "--training", training, "--out", out);
    }

    private void refuses(CommandRun run, String message) {
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(Files.exists(out), "no encoder may be left");
    }

    private List<TrainingCase> expectedCases(CohortTraining plan, boolean supervised) {
        List<TrainingCase> expected = new ArrayList<>();
        for (int c = 0; c < CASES; c++) {
            TrainingCase one = TrainingCase.of("case" + c, plan.cutting().cut(image(c), mask(c)));
            expected.add(supervised ? one.withOutcome(c % 2 == 1) : one);
        }
        return expected;
    }

    private ScalarImage image(int c) {
        return ImageFiles.read(folder.resolve("images/i" + c + ".nii"));
    }

    private Mask mask(int c) {
        return Mask.ofLabel(ImageFiles.read(folder.resolve("images/m" + c + ".nii")), 5);
    }

    @Test
    void theFileHoldsTheEncoderThatTheLibraryTrainsAndExtractMeasuresWithIt() throws IOException {
        CommandRun run = train();
        assertEquals(0, run.exitCode(), run.err());
        CohortTraining plan = TrainingFile.read(training);
        TrainedEncoder expected = plan.work().train(expectedCases(plan, false), TrainingListener.silent());
        FeatureVector features = plan.cutting().extractor(expected).extract(image(3), mask(3));
        Path deep = Files.writeString(folder.resolve("d.yaml"), "network: encoder.zip\nsize: 16\n");
        Path table = folder.resolve("o.csv");
        CommandRun measured = CommandRun.of("extract", "--image", folder.resolve("images/i3.nii"), "--mask",
                folder.resolve("images/m3.nii"), "--label", 5, "--deep", deep, "--out", table);
        assertEquals(0, measured.exitCode(), measured.err());
        assertEquals(Arrays.stream(features.values()).mapToObj(Double::toString).toList(),
                CommandRun.rows(table).stream().map(r -> r.get("value")).toList());
    }

    @Test
    void eachEpochIsALineAndTheLastLineTellsTheLossThatWasKept() {
        CommandRun run = train();
        List<String> lines = run.err().lines().toList();
        assertEquals("", run.out());
        assertEquals(4, lines.size(), run.err());
        assertTrue(lines.get(0).matches("radiomics4j: epoch 1 of 3, loss [0-9.e-]+, hold-out loss [0-9.e-]+, the lowest so far"), run.err());
        assertTrue(lines.get(3).matches("radiomics4j: autoencoder of 8 cases, hold-out loss [0-9.e-]+ in epoch [1-3] of 3, written to .*"
                + "encoder\\.zip; its features cannot be validated on these cases"), run.err());
    }

    @Test
    void aClassifierLearnsFromTheOutcomesAndAnAutoencoderDoesNotLookAtThem() throws IOException {
        String text = Files.readString(cases);
        Files.writeString(cases, text.replace(",1,none", ",,none"));
        assertEquals(0, train().exitCode());
        Files.delete(out);
        Files.writeString(training, "kind: classifier\nseed: 1\n" + SETTINGS);
        refuses(train(), cases + ": every case needs an outcome, 1 for an event and 0 for none, and column \"outcome\" is empty or missing "
                + "for case1, case3, case5, case7 (4 of 8 cases)");
        Files.writeString(cases, text);
        CommandRun run = train();
        assertEquals(0, run.exitCode(), run.err());
        CohortTraining plan = TrainingFile.read(training);
        Path library = folder.resolve("library.zip");
        plan.work().train(expectedCases(plan, true), TrainingListener.silent()).save(library);
        try (OpenNetwork written = NetworkFormat.open(out, OptionalInt.empty());
                OpenNetwork expected = NetworkFormat.open(library, OptionalInt.empty())) {
            float[] image = new float[256];
            for (int i = 0; i < image.length; i++) {
                image[i] = i % 5;
            }
            assertEquals(expected.encoder().activations(image, 1, 16, "conv2").value(0, 1, 2, 3),
                    written.encoder().activations(image, 1, 16, "conv2").value(0, 1, 2, 3));
        }
    }

    @Test
    void aSeedDecidesAboutTheWeights() throws IOException {
        String first = train().err();
        assertEquals(first, train().err());
        Files.writeString(training, "kind: autoencoder\nseed: 2\n" + SETTINGS);
        assertNotEquals(first, train().err());
    }

    @Test
    void aListThatDoesNotFitIsNamed() throws IOException {
        String text = Files.readString(cases);
        Files.writeString(cases, text.replace("disc.mask", "disc.msk"));
        refuses(train(), cases + " line 1, column 3 (\"disc.msk\"): structure \"disc\" has no column \"disc.mask\"");
        Files.writeString(cases, text.replace("case,image", "id,image"));
        refuses(train(), cases + " line 1: there is no column \"case\", which names the cases");
        Files.writeString(cases, text.replace(",1,none", ",yes,none"));
        refuses(train(), cases + " line 3, column 5 (\"outcome\"): an outcome is 1 for an event, 0 for none, or empty, was \"yes\"");
        Files.writeString(cases, text.replace(",5,", ",0,"));
        refuses(train(), cases + " line 2, column 4 (\"disc.label\"): label 0 is the background of a mask");
        Files.writeString(cases, text.replace(",5,", ",7,"));
        refuses(train(), "the region asked for (number 7) is not there; its regions are 3, 5");
        Files.writeString(cases, text.replace(",5,", ",,"));
        refuses(train(), "could be 2 of them, choose by number; its regions are 3, 5");
        Files.writeString(cases, text.replace("images/i4.nii", "images/absent.nii"));
        refuses(train(), "case \"case4\": ");
        Files.writeString(cases, text.lines().limit(2).reduce((a, b) -> a + "\n" + b).orElseThrow());
        refuses(train(), "the training does not fit the cases: training with early stopping needs at least 2 different cases, was 1");
    }

    @Test
    void casesWithoutTheStructureAreLeftOutAndNamed() throws IOException {
        Files.writeString(cases, Files.readString(cases).replace("images/m2.nii", ""));
        CommandRun run = train();
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("radiomics4j: left out, without structure disc: case2 (1 of 8 cases)"), run.err());
        assertTrue(run.err().contains("autoencoder of 7 cases"), run.err());
    }

    @Test
    void noFileOfTheCohortIsOverwritten() throws IOException {
        Files.move(folder.resolve("images/i1.nii"), out);
        Files.writeString(cases, Files.readString(cases).replace("images/i1.nii", "encoder.zip"));
        CommandRun run = train();
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("--out and a file of --cases are the same file " + out), run.err());
        assertTrue(Files.exists(out), "the image is still there");
    }

    @Test
    void sizesThatDoNotFitTheNetworkAndOutputsOfAnotherNameAreRefused() throws IOException {
        Files.writeString(training, "kind: autoencoder\nseed: 1\nsize: 18\nchannels: [4, 6]");
        refuses(train(), "must have a multiple of 4 pixels along an edge, was 18");
        out = folder.resolve("encoder.onnx");
        refuses(train(), "--out names a file that ends in .zip, was " + out);
    }

    @Test
    void theHelpWarnsOfValidationOnTheSameCases() {
        String help = CommandRun.of("deep", "help", "train").out();
        assertTrue(help.contains("NEVER VALIDATE") && help.contains("LearnedFeatures"), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
        TrainingFile.KEYS.forEach(key -> assertTrue(help.contains("  " + key + ": "), key));
    }
}
