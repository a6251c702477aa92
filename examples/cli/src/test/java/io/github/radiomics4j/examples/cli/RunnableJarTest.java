package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users start, where a build has left one that is not older than the classes. */
class RunnableJarTest {
    private static final Path JAR = Path.of("target", "radiomics4j.jar");

    @TempDir
    private Path folder;

    @BeforeEach
    void requireJar() throws IOException, URISyntaxException {
        Assumptions.assumeTrue(Files.isRegularFile(JAR), "skipped: " + JAR + " is not built yet (package phase)");
        FileTime built = Files.getLastModifiedTime(JAR);
        for (Class<?> part : List.of(Main.class, FeatureExtractor.class)) {
            FileTime compiled = newest(Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI()));
            Assumptions.assumeTrue(compiled.compareTo(built) <= 0, "skipped: " + JAR + " is older than the classes around "
                    + part.getName());
        }
    }

    private static FileTime newest(Path classes) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        return newest;
    }

    private CommandRun run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                JAR.toAbsolutePath().toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("no end after two minutes: " + command);
        }
        return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void theJarMeasuresAnImage() throws IOException, InterruptedException {
        Path image = TinyNifti.write(folder.resolve("i.nii.gz"), 4, 4, 4, 1, 0, IntStream.range(0, 64).toArray());
        Path mask = TinyNifti.write(folder.resolve("m.nii"), 4, 4, 4, 1, 0, IntStream.range(0, 64).map(i -> 1).toArray());
        Path settings = Files.writeString(folder.resolve("s.yaml"), SettingsFile.MINIMAL);
        Path table = folder.resolve("o.csv");
        CommandRun run = run("extract", "--image", image, "--mask", mask, "--settings", settings, "--out", table);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(31.5, CommandRun.value(CommandRun.rows(table), "i", "intensity_statistics", "mean_intensity"));
    }

    @Test
    void theJarKnowsItsVersion() throws IOException, InterruptedException {
        CommandRun run = run("--version");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().matches("(?s)radiomics4j [0-9]+\\.[0-9]+\\.[0-9]+.*"), run.out());
    }

    @Test
    void theJarRefusesWithExitCodeTwo() throws IOException, InterruptedException {
        CommandRun run = run("extract", "--image", folder.resolve("absent.nii"), "--mask", "m", "--out", folder.resolve("o.csv"));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("radiomics4j: "), run.err());
    }
}
