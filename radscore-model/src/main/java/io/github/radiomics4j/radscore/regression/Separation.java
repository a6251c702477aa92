package io.github.radiomics4j.radscore.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Whether a combination of predictors separates the classes, completely or with some cases on the border, so that no maximum likelihood
 * estimate exists (Albert and Anderson 1984). A linear programme decides it: {@code max Σ sᵢ xᵢ'b} subject to {@code sᵢ xᵢ'b ≥ 0} and
 * {@code |b_k| ≤ 1}, s = ±1 the class, is above 0 exactly where the classes are separated (Konis 2007).
 */
final class Separation {
    private static final double SOME = 1e-7;

    private Separation() {
    }

    /** The coefficients (0 the intercept) that grow without end; empty where the classes overlap. */
    static Optional<List<Integer>> direction(LogisticModel model) {
        int q = model.coefficients();
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] total = new double[q];
        for (int i = 0; i < model.cases(); i++) {
            double[] row = new double[q];
            for (int k = 0; k < q; k++) {
                row[k] = model.sign(i) * model.value(k, i);
                total[k] += row[k];
            }
            constraints.add(new LinearConstraint(row, Relationship.GEQ, 0));
        }
        for (int k = 0; k < q; k++) {
            double[] one = new double[q];
            one[k] = 1;
            constraints.add(new LinearConstraint(one, Relationship.LEQ, 1));
            constraints.add(new LinearConstraint(one, Relationship.GEQ, -1));
        }
        PointValuePair best;
        try {
            best = new SimplexSolver().optimize(new MaxIter(10_000), new LinearObjectiveFunction(total, 0),
                    new LinearConstraintSet(constraints), GoalType.MAXIMIZE, new NonNegativeConstraint(false));
        } catch (MathIllegalStateException undecided) {
            return Optional.empty(); // no answer within the iterations: the caller reports that the fit did not converge
        }
        if (best.getValue() <= SOME) {
            return Optional.empty();
        }
        List<Integer> growing = new ArrayList<>();
        for (int k = 0; k < q; k++) {
            if (Math.abs(best.getPoint()[k]) > SOME) {
                growing.add(k);
            }
        }
        return Optional.of(growing);
    }
}
