package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameWeightsTest {

    @Test
    void trainingAgainGivesTheSameWeights() {
        assertEquals(TrainingCohort.hashes(), TrainingCohort.hashes());
    }

    @Test
    void trainingsAtTheSameTimeGiveTheSameWeights() throws InterruptedException {
        Set<String> hashes = ConcurrentHashMap.newKeySet();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> hashes.add(TrainingCohort.hashes()))).limit(4).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(Set.of(TrainingCohort.hashes()), hashes);
    }

    @Test
    void anotherProcessGivesTheSameWeights(@TempDir Path folder) throws IOException, InterruptedException {
        assertEquals(TrainingCohort.hashes(), Jdk.running().printed(TrainingCohort.class, folder, Optional.of("1")));
    }

    @Test
    void cubesGiveTheSameWeightsAgainAndInAnotherProcessWithMoreNativeThreads(@TempDir Path folder)
            throws IOException, InterruptedException {
        String here = CubeCohort.hashes();
        assertEquals(here, CubeCohort.hashes());
        assertEquals(here, Jdk.running().printed(CubeCohort.class, folder, Optional.of("1")));
        assertEquals(here, Jdk.running().printed(CubeCohort.class, folder, Optional.of("4")), "with OMP_NUM_THREADS=4");
    }

    @Test
    void aProcessThatAllowsMoreNativeThreadsGivesTheSameWeights(@TempDir Path folder) throws IOException, InterruptedException {
        String here = TrainingCohort.hashes();
        assertEquals(here, Jdk.running().printed(TrainingCohort.class, folder, Optional.empty()), "without OMP_NUM_THREADS");
        assertEquals(here, Jdk.running().printed(TrainingCohort.class, folder, Optional.of("4")), "with OMP_NUM_THREADS=4");
    }
}
