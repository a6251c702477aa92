package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.Encoder;
import io.github.radiomics4j.deep.SyntheticCase;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedEncoderTest {
    private static final TrainingPlan PLAN = TrainingPlan.seeded(3).withEpochs(2, 2).inBatchesOf(4, 0.003);

    @TempDir
    private Path folder;

    @Test
    void anEncoderReadBackIsTheSameAndStillKnowsWhomItHasSeen() throws IOException {
        for (TrainedEncoder encoder : List.of(squares(), cubes())) {
            Path file = saved(encoder);
            TrainedEncoder back = TrainedEncoder.load(file);
            assertEquals(encoder.trainedOn(), TrainedEncoder.casesOf(file));
            assertEquals(encoder.name(), back.name());
            assertEquals(encoder.layers(), back.layers());
            assertEquals(encoder.dimensions(), back.dimensions());
            assertEquals(encoder.settings(), back.settings());
            assertEquals(encoder.weightsSha256(), back.weightsSha256());
            assertEquals(encoder.trainedOn(), back.trainedOn());
            assertEquals(encoder.epochs(), back.epochs());
            back.requireUnseen(List.of("case99"));
            InvalidInputException error = assertThrows(InvalidInputException.class, () -> back.requireUnseen(List.of("case2")));
            assertEquals(Problem.TABLE_INVALID, error.problem());
        }
    }

    @Test
    void featuresAndTheirProvenanceAreTheSame() throws IOException {
        SyntheticCase one = SyntheticCase.of(new GridSize(24, 22, 4), 40);
        TrainedEncoder encoder = squares();
        TrainedEncoder back = TrainedEncoder.load(saved(encoder));
        assertEquals(TrainingCohort.CUTTING.extractor(encoder).extract(one.image(), one.mask()),
                TrainingCohort.CUTTING.extractor(back).extract(one.image(), one.mask()));
        assertEquals(TrainingCohort.CUTTING.extractor(encoder).provenance(), TrainingCohort.CUTTING.extractor(back).provenance());
    }

    @Test
    void equalEncodersGiveEqualFilesWhateverTheirCasesAreCalled() throws IOException {
        List<TrainingCase> cases = new ArrayList<>();
        for (TrainingCase one : TrainingCohort.blobs(4)) {
            cases.add(TrainingCase.of(" Müller=1#\n\\u00\u2028 " + one.id(), one.patches()));
        }
        TrainedEncoder encoder = AutoencoderTraining.of(PLAN).train(cases, TrainingListener.silent());
        byte[] first = Files.readAllBytes(saved(encoder));
        TrainedEncoder back = TrainedEncoder.load(saved(encoder));
        assertEquals(encoder.trainedOn(), back.trainedOn());
        assertArrayEquals(first, Files.readAllBytes(saved(back)));
    }

    @Test
    void dl4jAndTheGeneralWayInPassOverTheRecord() throws IOException {
        TrainedEncoder encoder = squares();
        Encoder general = Dl4jEncoder.load(saved(encoder));
        assertEquals(encoder.layers(), general.layers());
        float[] image = new float[256];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) Math.sin(i);
        }
        assertEquals(encoder.activations(image, 1, 16, "bottleneck").value(0, 5, 1, 0),
                general.activations(image, 1, 16, "bottleneck").value(0, 5, 1, 0));
    }

    @Test
    void aNetworkOfCubesIsReadByItsOwnWayInOnly() throws IOException {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> Dl4jEncoder.load(saved(cubes())));
        assertEquals(Problem.UNSUPPORTED_NETWORK, error.problem());
        assertTrue(error.getMessage().contains("2D convolution"), error.getMessage());
    }

    @Test
    void aZipWithoutTheRecordIsRefused() throws IOException {
        Path file = changed(squares(), TrainingRecord.ENTRY, Optional.empty());
        assertRefused(file, "must hold radiomics4j-training.properties");
        assertEquals("bottleneck", Dl4jEncoder.load(file).layers().get(2));
    }

    @Test
    void aRecordThatWasChangedIsRefused() throws IOException {
        TrainedEncoder encoder = squares();
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(t -> t.replace("=case2\n", "=case99\n"),
                t -> t.replaceFirst("case\\.\\d+=case2\n", ""), t -> t + "\n", t -> t.replaceFirst("sha256=[0-9a-f]{64}\n$", ""), t -> "",
                t -> t.substring(0, t.length() / 2))) {
            assertRefused(changed(encoder, TrainingRecord.ENTRY, Optional.of(change)), "damaged or was changed: its last line");
        }
    }

    @Test
    void weightsThatAreNotThoseOfTheRecordAreRefused() throws IOException {
        TrainedEncoder other = AutoencoderTraining.of(TrainingPlan.seeded(4).withEpochs(1, 1)).train(TrainingCohort.blobs(4),
                TrainingListener.silent());
        String told = new String(entry(saved(other), TrainingRecord.ENTRY), StandardCharsets.UTF_8);
        assertRefused(changed(squares(), TrainingRecord.ENTRY, Optional.of(t -> told)), "weights are not those that it tells of");
    }

    @Test
    void filesThatAreNoSuchZipsAreNamed() throws IOException {
        assertEquals(Problem.MISSING_FILE, assertThrows(InvalidInputException.class,
                () -> TrainedEncoder.load(folder.resolve("absent.zip"))).problem());
        byte[] whole = Files.readAllBytes(saved(squares()));
        assertRefused(Files.write(folder.resolve("noise.zip"), new byte[300]), "noise.zip");
        assertRefused(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2)), "not a whole zip");
    }

    private static void assertRefused(Path file, String reason) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> TrainedEncoder.load(file));
        assertEquals(Problem.NOT_THIS_FORMAT, error.problem());
        assertTrue(error.getMessage().contains(reason), error.getMessage());
    }

    private static TrainedEncoder squares() {
        return AutoencoderTraining.of(PLAN).train(TrainingCohort.blobs(4), TrainingListener.silent());
    }

    private static TrainedEncoder cubes() {
        return ClassifierTraining.ofCubes(PLAN).train(CubeCohort.stripes(6, 1), TrainingListener.silent());
    }

    private Path saved(TrainedEncoder encoder) throws IOException {
        Path file = folder.resolve("encoder.zip");
        encoder.save(file);
        return file;
    }

    private static byte[] entry(Path file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IllegalStateException("no entry " + name);
    }

    /** The saved encoder with one entry changed or left out. */
    private Path changed(TrainedEncoder encoder, String name, Optional<UnaryOperator<String>> change) throws IOException {
        byte[] saved = Files.readAllBytes(saved(encoder));
        Path file = folder.resolve("changed.zip");
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(saved)); OutputStream out = Files.newOutputStream(file);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                if (entry.getName().equals(name)) {
                    if (change.isEmpty()) {
                        continue;
                    }
                    content = change.get().apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content);
                to.closeEntry();
            }
        }
        return file;
    }
}
