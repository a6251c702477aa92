package io.github.radiomics4j.core.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, without notice and again and again, and then ends as if nothing had been. */
class CohortKillTest {
    private static final int CASES = 12;
    private static final int ROUNDS = 5;
    private static final int KILLS = 4;
    private static final int WORKERS = 2;
    private static final long SEED = 20261128;

    @TempDir
    private Path folder;

    /** A run in a process of its own that prints how far it is. */
    static final class Child {

        private Child() {
        }

        public static void main(String[] arguments) {
            SmallCohort.extraction().reportingTo(progress -> System.out.println(progress.done()))
                    .run(Cohort.read(Path.of(arguments[0])), Path.of(arguments[1]), WORKERS).writeTo(Path.of(arguments[2]));
            System.out.println("end");
        }
    }

    private static Process start(Path csv, Path state, Path out, Path told) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "-Xmx128m", "-cp", System.getProperty("java.class.path"), Child.class.getName(),
                csv.toString(), state.toString(), out.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(told.toFile()).start();
    }

    /** Kills a run a random while after it told of so many cases; returns of how many it had told. */
    private int killed(Path csv, Path state, Path out, int after, int milliseconds) throws IOException, InterruptedException {
        Path told = folder.resolve("told");
        Process process = start(csv, state, out, told);
        while (process.isAlive() && tellings(told) < after) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return Math.min(tellings(told), CASES);
    }

    private static int tellings(Path told) throws IOException {
        return (int) Files.readString(told).chars().filter(c -> c == '\n').count();
    }

    @Test
    void aKilledRunEndsWithTheBytesOfAnUninterruptedOne() throws IOException, InterruptedException {
        Path csv = SmallCohort.write(Files.createDirectory(folder.resolve("data")), CASES);
        Path whole = folder.resolve("whole");
        SmallCohort.extraction().run(Cohort.read(csv), folder.resolve("state of the whole"), 1).writeTo(whole);
        Random random = new Random(SEED);
        int kills = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path state = folder.resolve("state" + round);
            Path out = folder.resolve("out" + round);
            int told = 0;
            for (int kill = 0; kill < KILLS; kill++, kills++) {
                told = Math.max(told, killed(csv, state, out, told + random.nextInt(CASES / KILLS + 2), random.nextInt(30)));
            }
            CohortResult last = SmallCohort.extraction().run(Cohort.read(csv), state, WORKERS);
            assertTrue(last.taken() >= 2L * told, "round " + round + ": " + told + " cases were told to be done, " + last.taken()
                    + " structures were found");
            assertEquals(List.of(), last.failures());
            last.writeTo(out);
            assertEquals(SmallCohort.contents(whole), SmallCohort.contents(out), "round " + round + ", seed " + SEED);
        }
        assertEquals(20, kills);
    }
}
