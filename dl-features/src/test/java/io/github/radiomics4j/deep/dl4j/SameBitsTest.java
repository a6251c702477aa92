package io.github.radiomics4j.deep.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.radiomics4j.deep.ConcurrentExtractions;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameBitsTest {
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
        DeepFeatureExtractor untrained = DeepFeatureExtractor.of(Dl4jEncoder.small2d(SameBits.SEED)).resizedTo(16)
                .sampling(RegionSampling.orthogonalPlanes(3));
        ConcurrentExtractions.assertSameBits(threads, c -> SameBits.hash(SameBits.extract(untrained, c)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void callingThreadsOfTrainedEncodersDoNotChangeABit(int threads) throws InterruptedException, ExecutionException {
        TrainingPlan plan = TrainingPlan.seeded(5).withEpochs(1, 1);
        List<DeepFeatureExtractor> trained = List.of(
                TrainingCohort.CUTTING.extractor(AutoencoderTraining.of(plan).train(TrainingCohort.blobs(4), TrainingListener.silent())),
                CubeCohort.CUTTING.extractor(ClassifierTraining.ofCubes(plan).train(CubeCohort.stripes(6, 1), TrainingListener.silent())));
        for (DeepFeatureExtractor extractor : trained) {
            ConcurrentExtractions.assertSameBits(threads, c -> SameBits.hash(SameBits.extract(extractor, c)));
        }
    }

    @Test
    void anotherProcessGivesTheSameBits(@TempDir Path folder) throws IOException, InterruptedException {
        assertEquals(here(), Jdk.running().printed(SameBits.class, folder, Optional.of("1")));
    }

    @Test
    void aProcessThatAllowsMoreNativeThreadsGivesTheSameBits(@TempDir Path folder) throws IOException, InterruptedException {
        assertEquals(here(), Jdk.running().printed(SameBits.class, folder, Optional.empty()), "without OMP_NUM_THREADS");
        assertEquals(here(), Jdk.running().printed(SameBits.class, folder, Optional.of("4")), "with OMP_NUM_THREADS=4");
    }

    private static String here() {
        return SameBits.hash(SameBits.extract(SameBits.extractor(SameBits.SEED), 1));
    }
}
