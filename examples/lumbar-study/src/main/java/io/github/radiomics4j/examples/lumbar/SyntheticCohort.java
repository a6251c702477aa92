package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.examples.lumbar.CaseDraws.Purpose;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.validation.discrimination.Roc;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A cohort that nobody has: synthetic patients after disc surgery, 39 recurrences in 170. Each case's {@link Traits} are drawn first;
 * recurrence goes to the cases with the largest {@code logit + standard logistic noise}, so their number is exact and the noisy
 * ranking is that of a logistic model.
 *
 * <p>Independent draws of 170 cases scatter widely, so traits and outcome are drawn anew, as a whole, until the truth separates as
 * designed: AUC of the logit 0.85, of the disc's heterogeneity 0.80, of the muscle's 0.67, of the Pfirrmann grade 0.50, each within
 * {@value #TOLERANCE} (within {@code TOLERANCE √(170 / n)} for n cases). That looks at traits only: no image has been made by then, and
 * what features make of the images is left to chance. Ranges that treat the cohort as a random sample are a little wide therefore.
 *
 * <p>Images are rendered from the traits, case by case, and the same case has the same voxels whoever asks, in whatever order, on
 * however many threads.
 */
final class SyntheticCohort {
    static final double TOLERANCE = 0.03;

    private static final int FULL = 170;
    private static final int FULL_EVENTS = 39;
    private static final int MOST_ATTEMPTS = 100_000;

    private final long seed;
    private final List<Traits> traits;
    private final BinaryOutcome outcome;

    private SyntheticCohort(long seed, List<Traits> traits, BinaryOutcome outcome) {
        this.seed = seed;
        this.traits = traits;
        this.outcome = outcome;
    }

    /** The number of recurrences in a cohort: 39 of 170, in proportion for other sizes, rounded to the nearest. */
    static int eventsAmong(int cases) {
        return (int) Math.round((double) cases * FULL_EVENTS / FULL);
    }

    static SyntheticCohort of(int cases, long seed) {
        List<CaseDraws> draws = IntStream.range(0, cases).mapToObj(c -> CaseDraws.of(seed, c, Purpose.TRAITS)).toList();
        double tolerance = TOLERANCE * Math.sqrt((double) FULL / cases);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Traits> traits = draws.stream().map(Traits::draw).toList();
            SyntheticCohort drawn = new SyntheticCohort(seed, traits, outcomeOf(traits));
            if (drawn.separatesWithin(tolerance)) {
                return drawn;
            }
        }
        throw new IllegalStateException("no cohort of " + cases + " cases and seed " + seed + " separates as designed in " + MOST_ATTEMPTS
                + " attempts");
    }

    private static BinaryOutcome outcomeOf(List<Traits> traits) {
        boolean[] recurrence = new boolean[traits.size()];
        IntStream.range(0, recurrence.length).boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> traits.get(c).propensity()).reversed())
                .limit(eventsAmong(recurrence.length))
                .forEach(c -> recurrence[c] = true);
        return BinaryOutcome.of(recurrence);
    }

    private boolean separatesWithin(double tolerance) {
        return isNear(latentLogits(), 0.85, tolerance) && isNear(latentDisc(), 0.80, tolerance) && isNear(latentMuscle(), 0.67, tolerance)
                && isNear(pfirrmannGrades(), 0.50, tolerance);
    }

    private boolean isNear(double[] scores, double auc, double tolerance) {
        return Math.abs(Roc.of(scores, outcome).auc() - auc) <= tolerance;
    }

    int size() {
        return traits.size();
    }

    /** The case's name, such as {@code synthetic-001}. */
    String id(int index) {
        return String.format(Locale.ROOT, "synthetic-%03d", index + 1);
    }

    BinaryOutcome outcome() {
        return outcome;
    }

    Traits traits(int index) {
        return traits.get(index);
    }

    double[] latentLogits() {
        return traits.stream().mapToDouble(Traits::logit).toArray();
    }

    double[] latentDisc() {
        return traits.stream().mapToDouble(Traits::disc).toArray();
    }

    double[] latentMuscle() {
        return traits.stream().mapToDouble(Traits::muscle).toArray();
    }

    double[] pfirrmannGrades() {
        return traits.stream().mapToDouble(Traits::pfirrmann).toArray();
    }

    SyntheticCase render(int index) {
        return SyntheticCase.render(traits.get(index), seed, index);
    }
}
