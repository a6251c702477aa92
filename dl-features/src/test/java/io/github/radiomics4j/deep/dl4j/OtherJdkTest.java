package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.radiomics4j.deep.ScatteringBits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features and weights on every other JDK of this machine, compared with those of the one that runs the tests. */
class OtherJdkTest {

    @TempDir
    private Path folder;

    @Test
    void featuresOfAnEncoderHaveTheSameBits() throws IOException, InterruptedException {
        assertSameOnOthers(SameBits.class, () -> SameBits.hash(SameBits.extract(SameBits.extractor(SameBits.SEED), 1)));
    }

    @Test
    void scatteringHasTheSameBits() throws IOException, InterruptedException {
        assertSameOnOthers(ScatteringBits.class, ScatteringBits::hashes);
    }

    @Test
    void trainingOnSquaresGivesTheSameWeights() throws IOException, InterruptedException {
        assertSameOnOthers(TrainingCohort.class, TrainingCohort::hashes);
    }

    @Test
    void trainingOnCubesGivesTheSameWeights() throws IOException, InterruptedException {
        assertSameOnOthers(CubeCohort.class, CubeCohort::hashes);
    }

    private void assertSameOnOthers(Class<?> program, Supplier<String> here) throws IOException, InterruptedException {
        List<Jdk> others = Jdk.others();
        assumeFalse(others.isEmpty(), "no other JDK from 17 on is named by JAVA_HOME… or lies in /usr/lib/jvm");
        String expected = here.get();
        for (Jdk jdk : others) {
            assertEquals(expected, jdk.printed(program, folder, Optional.of("1")), "on JDK " + jdk.feature());
        }
    }
}
