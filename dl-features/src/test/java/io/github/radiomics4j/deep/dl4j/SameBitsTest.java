package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.radiomics4j.deep.DeepFeatureExtractor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameBitsTest {
    private static final int CASES = 36;

    @Test
    void repeatedExtractionGivesTheSameBits() {
        DeepFeatureExtractor extractor = SameBits.extractor(SameBits.SEED);
        String first = SameBits.hash(SameBits.extract(extractor, 1));
        for (int i = 0; i < 5; i++) {
            assertEquals(first, SameBits.hash(SameBits.extract(extractor, 1)));
        }
    }

    @Test
    void twoEncodersOfOneSeedGiveTheSameBits() {
        assertEquals(SameBits.hash(SameBits.extract(SameBits.extractor(3), 1)), SameBits.hash(SameBits.extract(SameBits.extractor(3), 1)));
    }

    @Test
    void anotherSeedGivesOtherFeatures() {
        assertNotEquals(SameBits.hash(SameBits.extract(SameBits.extractor(3), 1)),
                SameBits.hash(SameBits.extract(SameBits.extractor(4), 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void callingThreadsDoNotChangeABit(int threads) throws InterruptedException, ExecutionException {
        DeepFeatureExtractor extractor = SameBits.extractor(SameBits.SEED);
        List<String> expected = new ArrayList<>();
        for (int c = 0; c < CASES; c++) {
            expected.add(SameBits.hash(SameBits.extract(extractor, c)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int c = 0; c < CASES; c++) {
                long seed = c;
                running.add(pool.submit(() -> SameBits.hash(SameBits.extract(extractor, seed))));
            }
            List<String> found = new ArrayList<>();
            for (Future<String> one : running) {
                found.add(one.get());
            }
            assertEquals(expected, found);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anotherProcessGivesTheSameBits(@TempDir Path folder) throws IOException, InterruptedException {
        assertEquals(here(), printedByAProcess(SameBits.class, folder, Optional.of("1")));
    }

    @Test
    void aProcessThatAllowsMoreNativeThreadsGivesTheSameBits(@TempDir Path folder) throws IOException, InterruptedException {
        assertEquals(here(), printedByAProcess(SameBits.class, folder, Optional.empty()), "without OMP_NUM_THREADS");
        assertEquals(here(), printedByAProcess(SameBits.class, folder, Optional.of("4")), "with OMP_NUM_THREADS=4");
    }

    private static String here() {
        return SameBits.hash(SameBits.extract(SameBits.extractor(SameBits.SEED), 1));
    }

    /** The whole output of a process, so also a proof that nothing else is printed. */
    static String printedByAProcess(Class<?> program, Path folder, Optional<String> nativeThreads) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        if (Runtime.version().feature() >= 24) {
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
