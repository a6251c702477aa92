package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * Mutual information of two continuous variables from nearest neighbours, the first algorithm of Kraskov, Stögbauer and Grassberger
 * (2004, Phys Rev E 69:066138): {@code I = max(0, ψ(N) + ψ(k) − ⟨ψ(n_x + 1) + ψ(n_y + 1)⟩)} in nats. n_x and n_y count the other cases
 * whose distance in x, or in y, is strictly below that of the k-th neighbour in both, the larger of the two distances. Each variable is
 * first divided by its population standard deviation. Meant for variables without ties; equal values bias it.
 *
 * @param neighbours k, at least 1; 3 is customary
 */
public record KraskovMutualInformation(int neighbours) {

    /**
     * Checks the number of neighbours.
     *
     * @param neighbours k, at least 1; 3 is customary
     */
    public KraskovMutualInformation {
        if (neighbours < 1) {
            throw new IllegalArgumentException("the number of neighbours must be at least 1 (3 is customary), was " + neighbours);
        }
    }

    /**
     * Estimates it; takes O(n² log n) time.
     *
     * @param x one finite value per case; not modified
     * @param y one finite value per case, in the same order; not modified
     * @return at least 0, in nats; 0 where a variable is constant
     * @throws InvalidInputException NONFINITE_VALUES where a value is NaN or infinite; TABLE_INVALID where there are not more cases
     *     than neighbours
     * @throws IllegalArgumentException where the variables are not of one length
     */
    public double estimate(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("both variables must be of the same cases, there are " + x.length + " and " + y.length);
        }
        if (x.length <= neighbours) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "mutual information by " + neighbours
                    + " neighbours needs more cases than that, there are " + x.length);
        }
        for (double[] variable : new double[][] {x, y}) {
            int bad = TrainingRules.firstUnusable(variable);
            if (bad >= 0) {
                throw new InvalidInputException(Problem.NONFINITE_VALUES, "mutual information needs a finite value for every case, row "
                        + bad + " holds " + variable[bad]);
            }
        }
        if (StandardDeviation.isConstant(x) || StandardDeviation.isConstant(y)) {
            return 0;
        }
        double[] a = scaled(x);
        double[] b = scaled(y);
        int n = a.length;
        double[] distance = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distance[j] = j == i ? Double.POSITIVE_INFINITY : Math.max(Math.abs(a[i] - a[j]), Math.abs(b[i] - b[j]));
            }
            Arrays.sort(distance);
            double radius = distance[neighbours - 1];
            sum += Digamma.value(1 + nearer(a, i, radius)) + Digamma.value(1 + nearer(b, i, radius));
        }
        return Math.max(0, Digamma.value(n) + Digamma.value(neighbours) - sum / n);
    }

    private static double[] scaled(double[] values) {
        double sd = StandardDeviation.POPULATION.of(values);
        return Arrays.stream(values).map(v -> v / sd).toArray();
    }

    private static int nearer(double[] values, int at, double radius) {
        int count = -1; // the case itself, where the radius is above 0
        for (double v : values) {
            count += Math.abs(v - values[at]) < radius ? 1 : 0;
        }
        return Math.max(0, count);
    }
}
