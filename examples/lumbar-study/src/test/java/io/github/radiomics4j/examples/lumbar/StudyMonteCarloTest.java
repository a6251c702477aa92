package io.github.radiomics4j.examples.lumbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.DeLong;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Roc;
import io.github.radiomics4j.validation.study.ModelResult;
import io.github.radiomics4j.validation.study.StudyResult;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The study over many cohorts: what it finds against what the generator put in. Prints a line per cohort; a cohort of 170 cases takes
 * about a minute of one core, nearly all of it to render and measure images.
 */
class StudyMonteCarloTest {
    private static final int COHORTS = Integer.getInteger("radiomics4j.study.cohorts", 20);

    /** Out-of-sample AUCs (leave-one-out) of a cohort, and those of what its generator knows. */
    private record Found(double disc, double muscle, double combined, double pfirrmann, double trueDisc, double trueMuscle, double truth,
            Interval ofTrueDisc) {

        static Found of(long seed) {
            SyntheticCohort cohort = SyntheticCohort.of(170, seed);
            Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), 170);
            Map<Region, FeatureTable> tables = new EnumMap<>(Region.class);
            new Measurement(silent).of(cohort).forEach((region, table) -> tables.put(region, Measurement.definedForAll(table)));
            StudyResult study = StudyResults.analyse(cohort, tables,
                    StudyOptions.parse("--seed", Long.toString(seed), "--bootstrap", "1"));
            BinaryOutcome outcome = cohort.outcome();
            return new Found(honest(study.model("disc")), honest(study.model("muscle")), honest(study.model("combined")),
                    study.clinical().get(0).auc().auc(), Roc.of(cohort.latentDisc(), outcome).auc(),
                    Roc.of(cohort.latentMuscle(), outcome).auc(), Roc.of(cohort.latentLogits(), outcome).auc(),
                    DeLong.interval(cohort.latentDisc(), outcome, 0.95).logit().orElseThrow());
        }

        private static double honest(ModelResult model) {
            return model.plan(StudyResults.LEAVE_ONE_OUT).auc().auc();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "disc %.3f (true %.3f), muscle %.3f (true %.3f), combined %.3f (true %.3f), Pfirrmann %.3f",
                    disc, trueDisc, muscle, trueMuscle, combined, truth, pfirrmann);
        }
    }

    private static double mean(List<Found> all, ToDoubleFunction<Found> value) {
        return all.stream().mapToDouble(value).average().orElseThrow();
    }

    /**
     * One honest AUC of 39 events among 170 scatters with a standard deviation of about 0.045, the mean of twenty with 0.01: measured from
     * images, a score ranks below what the images were made from, and by no more than 0.15.
     */
    @Test
    @Tag("monte-carlo")
    void scoresRankBetweenChanceAndWhatTheGeneratorKnows() {
        List<Found> all = new ArrayList<>();
        for (long seed = 1; seed <= COHORTS; seed++) {
            Found found = Found.of(seed);
            System.out.println("lumbar study, seed " + seed + ": " + found);
            all.add(found);
        }
        double disc = mean(all, Found::disc);
        double trueDisc = mean(all, Found::trueDisc);
        assertTrue(disc < trueDisc && disc > trueDisc - 0.15, "disc " + disc + ", truth " + trueDisc);
        assertTrue(mean(all, Found::muscle) < disc, "muscle " + mean(all, Found::muscle) + ", disc " + disc);
        assertTrue(mean(all, Found::muscle) > 0.5, "muscle " + mean(all, Found::muscle));
        assertTrue(mean(all, Found::combined) < mean(all, Found::truth), "combined " + mean(all, Found::combined));
        assertEquals(0.5, mean(all, Found::pfirrmann), SyntheticCohort.TOLERANCE);
        long within = all.stream().filter(found -> found.disc <= found.ofTrueDisc.upper()).count();
        assertEquals(all.size(), within, "honest disc scores above the interval of the truth itself");
    }
}
