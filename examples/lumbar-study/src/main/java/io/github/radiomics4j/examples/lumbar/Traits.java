package io.github.radiomics4j.examples.lumbar;

import java.util.ArrayList;
import java.util.List;

/**
 * What lies behind a synthetic case and no feature ever sees: how heterogeneous disc and muscle are (standard normal, independent),
 * the Pfirrmann grade of the disc, from 1 to 5, and the chance that decides beside them. The grade shapes brightness and height of
 * the disc and has no part in the outcome.
 *
 * <p>Case i (from 0) has the point {@code u = frac(shift + i α)} of the unit cube of four axes, with {@code α = (φ⁻¹, φ⁻², φ⁻³, φ⁻⁴)},
 * {@code φ⁵ = φ + 1}, and a shift drawn once per cohort: such points fill the cube evenly, so that a cohort of any seed lies closer
 * to the intended separation than independent draws would. {@code u₁, u₂} give two normal numbers by Box and Muller's formula,
 * {@code u₃} the logistic chance, {@code u₄} the grade.
 */
record Traits(double disc, double muscle, int pfirrmann, double chance) {
    /** The weight of {@link #disc} in {@link #logit()}. */
    static final double DISC_WEIGHT = 1.55;
    /** The weight of {@link #muscle} in {@link #logit()}. */
    static final double MUSCLE_WEIGHT = 0.9;

    private static final double PHI = 1.1673039782614187;
    /** How often the grades 1, 2, 3 and 4 are reached at most, out of 1; grade 5 is the rest. */
    private static final double[] GRADES_UP_TO = {0.04, 0.18, 0.52, 0.86};
    private static final double SMALLEST = 0x1.0p-53;

    static List<Traits> draw(int cases, long cohortSeed) {
        CaseDraws shifts = CaseDraws.ofCohort(cohortSeed);
        double[] shift = {shifts.uniform(), shifts.uniform(), shifts.uniform(), shifts.uniform()};
        List<Traits> drawn = new ArrayList<>(cases);
        for (int c = 0; c < cases; c++) {
            double[] u = new double[shift.length];
            double step = 1;
            for (int axis = 0; axis < u.length; axis++) {
                step /= PHI;
                double at = shift[axis] + c * step;
                u[axis] = Math.max(SMALLEST, at - Math.floor(at));
            }
            drawn.add(ofPoint(u));
        }
        return drawn;
    }

    private static Traits ofPoint(double[] u) {
        double radius = Math.sqrt(-2 * StrictMath.log(u[0]));
        double angle = 2 * Math.PI * u[1];
        int grade = 1;
        for (double upTo : GRADES_UP_TO) {
            grade += u[3] > upTo ? 1 : 0;
        }
        return new Traits(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), grade, StrictMath.log(u[2] / (1 - u[2])));
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
