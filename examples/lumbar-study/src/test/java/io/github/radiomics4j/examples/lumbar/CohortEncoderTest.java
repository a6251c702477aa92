package io.github.radiomics4j.examples.lumbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.AutoencoderTraining;
import io.github.radiomics4j.deep.dl4j.TrainedEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CohortEncoderTest {
    private static final PatchCutting CUTTING = new PatchCutting(RegionSampling.largestSlice(0).masked(),
            IntensityNormalisation.zScoreInRegion(), 64);
    private static final long MOST_KILOBYTES = 4_000_000;

    @Test
    void aResampleLearnsFeaturesOfAllCasesFromItsRowsOnly() {
        List<TrainingCase> cases = CohortEncoder.cases(SyntheticCohort.of(20, 5), Region.DISC);
        NestedDeepFeatures features = new NestedDeepFeatures(AutoencoderTraining.of(TrainingPlan.seeded(1).withEpochs(2, 2)), cases);
        int[] rows = IntStream.range(0, 14).toArray();
        FeatureTable table = features.learn(rows, SyntheticCohort.of(20, 5).outcome().rows(rows));
        TrainedEncoder encoder = AutoencoderTraining.of(TrainingPlan.seeded(1).withEpochs(2, 2))
                .train(cases.subList(0, 14), TrainingListener.silent());
        FeatureTable expected = NestedDeepFeatures.features(encoder, cases);
        assertEquals(expected.cases(), table.cases());
        assertEquals(expected.columnNames(), table.columnNames());
        for (int c = 0; c < table.columnCount(); c++) {
            assertArrayEquals(expected.column(c), table.column(c), expected.columnNames().get(c));
        }
        assertEquals(20, table.caseCount());
        assertEquals(2 * 32, table.columnCount());
    }

    /** The whole cohort at the default settings of training and features, 64 × 64 pixels; takes minutes, and prints how many. */
    @Test
    @Tag("monte-carlo")
    void anAutoencoderOf170CasesLearnsInLittleMemory() throws IOException {
        long begin = System.nanoTime();
        SyntheticCohort cohort = SyntheticCohort.of(170, 20260101);
        List<TrainingCase> cases = IntStream.range(0, cohort.size()).mapToObj(c -> {
            SyntheticCase one = cohort.render(c);
            return TrainingCase.of(cohort.id(c), CUTTING.cut(one.image(), one.mask(Region.DISC)));
        }).toList();
        TrainedEncoder encoder = AutoencoderTraining.of(TrainingPlan.seeded(1)).train(cases, TrainingListener.silent());
        FeatureTable table = NestedDeepFeatures.features(encoder, cases);
        double first = encoder.epochs().get(0).holdOutLoss();
        double best = encoder.epochs().stream().mapToDouble(e -> e.holdOutLoss()).min().orElseThrow();
        String found = encoder.epochs().size() + " epochs, loss " + first + " to " + best + ", " + (System.nanoTime() - begin) / 1_000_000_000
                + " s, " + peakKilobytes() + " kB at the peak";
        assertEquals(170, table.caseCount());
        assertTrue(best < 0.7 * first, found);
        assertTrue(peakKilobytes().filter(kilobytes -> kilobytes > MOST_KILOBYTES).isEmpty(), found);
        System.out.println(found);
    }

    /** Of the whole process; known on Linux only. */
    private static Optional<Long> peakKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:")).map(line -> Long.valueOf(line.replaceAll("\\D", ""))).findFirst();
        }
    }
}
