package io.github.radiomics4j.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.LeakageDemonstration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void contrastIsPrintedWithItsCode() {
        double contrast = Quickstart.run(Quickstart.speckles(), Quickstart.ball(), out);
        String expected = "ACUI  original.glcm.contrast.3d_merged.fbs25_from_-1000 = " + contrast;
        assertEquals(1, printed.toString(StandardCharsets.UTF_8).lines().filter(expected::equals).count(), printed::toString);
    }

    @Test
    void scatteringOfTheBallIsPrintedByName() {
        FeatureVector features = DeepQuickstart.run(ScalarImage.of(Quickstart.speckles(), VoxelSpacing.mm(0.98, 0.98, 3.0)),
                Mask.ofLabel(Quickstart.ball(), 1), out);
        assertEquals(14, features.size());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("deep_scattering2d.deep_order_1.scale_0_mean = 0."),
                printed::toString);
    }

    @Test
    void studyFindsTheNoiseThatTheEventsWereGivenAndSaysHowMuchIsOptimism() {
        Bootstrapped internal = StudyQuickstart.run(StudyQuickstart.features(), StudyQuickstart.outcome(), out);
        assertTrue(internal.optimismCorrectedAuc() > 0.6, internal::toString);
        assertTrue(internal.optimismCorrectedAuc() < internal.apparentAuc(), internal::toString);
        assertTrue(printed.toString(StandardCharsets.UTF_8).startsWith("Radscore = "), printed::toString);
    }

    @Test
    void noiseIsAFindingOnlyWhereSelectionLeaks() {
        BinaryOutcome outcome = BinaryOutcome.of(IntStream.range(0, 170).map(i -> i < 39 ? 1 : 0).toArray());
        LeakageDemonstration shown = LeakageQuickstart.run(LeakageQuickstart.noise(), outcome, out);
        assertTrue(shown.leakyAuc() > 0.7, shown::toString);
        assertTrue(shown.honest().auc() < 0.65, shown::toString);
    }
}
