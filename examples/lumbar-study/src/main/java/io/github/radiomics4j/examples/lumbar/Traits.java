package io.github.radiomics4j.examples.lumbar;

/**
 * What lies behind a synthetic case and no feature ever sees: how heterogeneous disc and muscle are (standard normal, independent),
 * the Pfirrmann grade of the disc, from 1 to 5, and the chance (standard logistic) that decides beside them. The grade shapes
 * brightness and height of the disc and has no part in the outcome.
 */
record Traits(double disc, double muscle, int pfirrmann, double chance) {
    /** The weight of {@link #disc} in {@link #logit()}. */
    static final double DISC_WEIGHT = 1.55;
    /** The weight of {@link #muscle} in {@link #logit()}. */
    static final double MUSCLE_WEIGHT = 0.9;

    /** How often the grades 1, 2, 3 and 4 are reached at most, out of 1; grade 5 is the rest. */
    private static final double[] GRADES_UP_TO = {0.04, 0.18, 0.52, 0.86};

    static Traits draw(CaseDraws draws) {
        double disc = draws.gaussian();
        double muscle = draws.gaussian();
        double u = draws.uniform();
        int grade = 1;
        for (double upTo : GRADES_UP_TO) {
            grade += u > upTo ? 1 : 0;
        }
        return new Traits(disc, muscle, grade, draws.logistic());
    }

    /** What the cases are ranked by: the true score and standard logistic noise. */
    double propensity() {
        return logit() + chance;
    }

    /** The true score of recurrence: {@code 1.55 disc + 0.9 muscle}. */
    double logit() {
        return DISC_WEIGHT * disc + MUSCLE_WEIGHT * muscle;
    }
}
