package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A cohort that nobody has: synthetic patients after disc surgery, 39 recurrences in 170. Each case's {@link Traits} are drawn first;
 * recurrence goes to the cases with the largest {@code logit + standard logistic noise}, so their number is exact and the noisy
 * ranking is that of a logistic model. Images are rendered from the traits, case by case, and the same case has the same voxels
 * whoever asks, in whatever order, on however many threads.
 */
final class SyntheticCohort {
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
        return Math.round(cases * 39f / 170);
    }

    static SyntheticCohort of(int cases, long seed) {
        List<Traits> traits = List.copyOf(Traits.draw(cases, seed));
        boolean[] recurrence = new boolean[cases];
        IntStream.range(0, cases).boxed().sorted(Comparator.comparingDouble((Integer c) -> traits.get(c).propensity()).reversed())
                .limit(eventsAmong(cases)).forEach(c -> recurrence[c] = true);
        return new SyntheticCohort(seed, traits, BinaryOutcome.of(recurrence));
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
