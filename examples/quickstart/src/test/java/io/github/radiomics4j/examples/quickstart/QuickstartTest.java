package io.github.radiomics4j.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.validation.Bootstrapped;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    void studyFindsTheNoiseThatTheEventsWereGivenAndSaysHowMuchIsOptimism() {
        Bootstrapped internal = StudyQuickstart.run(StudyQuickstart.features(), StudyQuickstart.outcome(), out);
        assertTrue(internal.optimismCorrectedAuc() > 0.6, internal::toString);
        assertTrue(internal.optimismCorrectedAuc() < internal.apparentAuc(), internal::toString);
        assertTrue(printed.toString(StandardCharsets.UTF_8).startsWith("Radscore = "), printed::toString);
    }
}
