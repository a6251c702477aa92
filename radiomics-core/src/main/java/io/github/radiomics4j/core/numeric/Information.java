package io.github.radiomics4j.core.numeric;

/** Entropies in bits. */
public final class Information {
    private static final double LN2 = Math.log(2);

    private Information() {
    }

    /**
     * A probability's share of an entropy, −p log₂ p.
     *
     * @param p between 0 and 1
     * @return bits; 0 for p = 0
     */
    public static double surprisal(double p) {
        return p > 0 ? -p * (Math.log(p) / LN2) : 0;
    }
}
