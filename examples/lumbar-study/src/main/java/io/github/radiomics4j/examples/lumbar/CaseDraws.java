package io.github.radiomics4j.examples.lumbar;

import java.util.SplittableRandom;

/**
 * The random numbers of one case for one purpose. The stream's seed is {@code mix(mix(seed + γ (case + 1)) + γ (purpose + 1))} with
 * the cohort's seed, the case counted from 0, the purpose by its place in {@link Purpose}, {@code γ = 0x9E3779B97F4A7C15} and the
 * 64-bit finaliser of SplitMix64; so no case and no purpose depends on what others have drawn. Of {@link SplittableRandom} only
 * {@code nextLong} is used, logarithms are {@link StrictMath}'s: the numbers are the same on every JVM.
 */
final class CaseDraws {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    /** What random numbers are for. The order is part of the seeds. */
    enum Purpose { TRAITS, ANATOMY, DISC_TEXTURE, MUSCLE_TEXTURE, SCANNER, NOISE }

    private CaseDraws(long streamSeed) {
        this.random = new SplittableRandom(streamSeed);
    }

    static CaseDraws of(long cohortSeed, int caseIndex, Purpose purpose) {
        long caseSeed = mix(cohortSeed + GAMMA * (caseIndex + 1));
        return new CaseDraws(mix(caseSeed + GAMMA * (purpose.ordinal() + 1)));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** Uniform between 0 and 1, both excluded. */
    double uniform() {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** Standard normal, by Marsaglia's polar method. */
    double gaussian() {
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Standard normal, cut to within two and a half: for sizes that have to stay plausible. */
    double moderate() {
        return Math.max(-2.5, Math.min(2.5, gaussian()));
    }

    /** Standard logistic. */
    double logistic() {
        double u = uniform();
        return StrictMath.log(u / (1 - u));
    }
}
