package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
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
        for (Class<?> part : List.of(Main.class, FeatureExtractor.class, DeepFeatureExtractor.class)) {
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
        return runJar(JAR, arguments);
    }

    private CommandRun runJar(Path jar, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (Runtime.version().feature() >= 24) {
            // The one warning that a manifest cannot keep quiet.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
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

    /** The jar in a folder where nothing else is. */
    private Path alone() throws IOException {
        return Files.copy(JAR, Files.createDirectory(folder.resolve("empty")).resolve("radiomics4j.jar"));
    }

    private Object[] deep(String settings) throws IOException {
        Path image = TinyNifti.write(folder.resolve("i.nii.gz"), 6, 6, 6, 1, 0, IntStream.range(0, 216).map(i -> i * i % 61).toArray());
        Path mask = TinyNifti.write(folder.resolve("m.nii"), 6, 6, 6, 1, 0, IntStream.range(0, 216).map(i -> 1).toArray());
        Path deep = Files.writeString(folder.resolve("d.yaml"), settings);
        return new Object[] {"extract", "--image", image, "--mask", mask, "--deep", deep, "--out", folder.resolve("o.csv")};
    }

    /** Runs the jar, then the same command in this process: one line to standard error, and the same table. */
    private void measures(Path jar, String settings) throws IOException, InterruptedException {
        Object[] command = deep(settings);
        CommandRun run = runJar(jar, command);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        String table = Files.readString(folder.resolve("o.csv"));
        assertEquals(0, CommandRun.of(command).exitCode());
        assertEquals(Files.readString(folder.resolve("o.csv")), table);
    }

    private void misses(Path jar, String settings, String message) throws IOException, InterruptedException {
        CommandRun run = runJar(jar, deep(settings));
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void theJarAloneComputesScattering() throws IOException, InterruptedException {
        measures(alone(), DeepSettingsFile.MINIMAL);
    }

    @Test
    void theJarAloneSaysWhichLibraryANetworkNeeds() throws IOException, InterruptedException {
        Path jar = alone();
        misses(jar, "network: {small2d: {seed: 1}}", "network small2d is computed by DeepLearning4J (org.deeplearning4j:deeplearning4j-nn "
                + "and org.nd4j:nd4j-native), which is not there: put the folder lib that the build makes beside radiomics4j.jar");
        String line = runJar(jar, deep("network: {small2d: {seed: 1}}")).err();
        assertTrue(Files.readString(Path.of("..", "..", "docs", "cli.md")).contains(line.replace("\r", "")), line);
        misses(jar, "network: " + SmallNetwork.onnx(folder.resolve("n.onnx")), "n.onnx is computed by ONNX Runtime "
                + "(com.microsoft.onnxruntime:onnxruntime), which is not there");
        Files.writeString(folder.resolve("n.zip"), "whatever");
        CommandRun layers = runJar(jar, "deep", "layers", folder.resolve("n.zip"));
        assertEquals(2, layers.exitCode(), layers.err());
        assertTrue(layers.err().contains("n.zip is computed by DeepLearning4J"), layers.err());
        CommandRun train = runJar(jar, "deep", "train", "--cases", "c.csv", "--training", "t.yaml", "--out", folder.resolve("e.zip"));
        assertEquals(2, train.exitCode(), train.err());
        assertTrue(train.err().contains("a training is computed by DeepLearning4J"), train.err());
    }

    @Test
    void withItsLibrariesTheJarComputesEveryNetworkAndSaysNoMore() throws IOException, InterruptedException {
        measures(JAR, "network: {small2d: {seed: 1}}");
        measures(JAR, "network: " + SmallNetwork.onnx(folder.resolve("n.onnx")));
        measures(JAR, "network: " + SmallNetwork.zip(folder.resolve("n.zip")));
    }

    @Test
    void theJarNamesTheLibrariesBesideItAndHoldsNoneOfThem() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile()); var files = Files.list(JAR.resolveSibling("lib"))) {
            Set<String> named = Arrays.stream(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "))
                    .map(name -> name.replaceFirst("^(\\./)?lib/", "")).collect(Collectors.toCollection(TreeSet::new));
            assertTrue(named.size() > 10, named.toString());
            named.removeAll(files.map(file -> file.getFileName().toString()).toList());
            assertEquals(Set.of(), named, "named, but not there");
            assertEquals(List.of(), jar.stream().map(JarEntry::getName)
                    .filter(name -> name.matches("(org/(nd4j|deeplearning4j|bytedeco)|ai/onnxruntime)/.*")).toList());
            assertEquals("ALL-UNNAMED", jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"));
        }
        assertTrue(Files.size(JAR) < 16_000_000, "the jar has " + Files.size(JAR) + " bytes");
    }
}
