package io.github.radiomics4j.deep.dl4j;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JDK of this machine, to run a test's program with. */
record Jdk(Path home, int feature) {
    private static final int OLDEST = 17;
    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    /** The one that runs the tests. */
    static Jdk running() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** One of each other version from 17 on, named by a variable JAVA_HOME… or in the usual place of Linux; the oldest first. */
    static List<Jdk> others() throws IOException {
        TreeSet<Path> homes = new TreeSet<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().startsWith("JAVA_HOME")) {
                homes.add(Path.of(variable.getValue()));
            }
        }
        if (Files.isDirectory(USUAL_PLACE)) {
            try (Stream<Path> folders = Files.list(USUAL_PLACE)) {
                folders.forEach(homes::add);
            }
        }
        TreeMap<Integer, Jdk> found = new TreeMap<>();
        for (Path home : homes) {
            feature(home).filter(f -> f >= OLDEST && f != running().feature()).ifPresent(f -> found.putIfAbsent(f, new Jdk(home, f)));
        }
        return List.copyOf(found.values());
    }

    private static Optional<Integer> feature(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return Optional.empty();
        }
        Properties told = new Properties();
        told.load(new StringReader(Files.readString(release)));
        return Optional.ofNullable(told.getProperty("JAVA_VERSION")).map(v -> v.replace("\"", ""))
                .map(v -> Runtime.Version.parse(v).feature());
    }

    /** The whole output of a process, so also a proof that nothing else is printed. */
    String printed(Class<?> program, Path folder, Optional<String> nativeThreads) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin").resolve("java").toString(), "-Xmx512m"));
        if (feature >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        File output = folder.resolve("output.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().remove("OMP_NUM_THREADS");
        nativeThreads.ifPresent(n -> builder.environment().put("OMP_NUM_THREADS", n));
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(output.toPath(), StandardCharsets.UTF_8).strip();
    }
}
