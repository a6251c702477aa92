package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.StandardDeviation;
import io.github.radiomics4j.radscore.TrainingRules;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * Mutual information between a continuous feature and a class from nearest neighbours (Ross 2014, PLoS ONE 9:e87357):
 * {@code I = max(0, ψ(N) + ⟨ψ(kᵢ)⟩ − ⟨ψ(N_c)⟩ − ⟨ψ(mᵢ)⟩)} in nats, with ψ the digamma function and ⟨·⟩ the mean over cases.
 *
 * <p>For case i of class c with N_c cases, dᵢ is the distance to its {@code min(k, N_c − 1)}-th neighbour within the class and rᵢ the
 * floating-point number just below dᵢ ({@code Math.nextDown}; 0 where dᵢ is 0). Two counts within rᵢ follow, each with the case
 * itself: kᵢ cases of its class and mᵢ of all classes. Values are first divided by their population standard deviation.
 *
 * <p><b>Ties.</b> Where no two distances are equal, {@code kᵢ = min(k, N_c − 1)}, as in Ross and in scikit-learn's
 * {@code mutual_info_classif}, with which this then agrees to rounding. With equal distances, which rounded values have, cases at
 * exactly dᵢ are left out of mᵢ; kᵢ is counted by the same rule, so what is left out of one is left out of the other. (Keeping
 * {@code ψ(min(k, N_c − 1))} there would inflate the estimate: pure noise rounded to two decimals gives 0.09 nat instead of 0, with 170
 * cases.) Nothing is added to break ties. scikit-learn adds random numbers of relative size 10⁻¹⁰, so on tied data it gives another value
 * for each seed; on the 30 features of the Wisconsin breast cancer data this lies within 0.02 nat of their mean over 50 seeds.
 *
 * <p><b>Repeated rows</b> are not mere ties: a case that occurs twice is its own nearest neighbour in its class, which looks like
 * information. {@link MutualInformationSelection} therefore refuses tables with repeated cases, such as bootstrap samples, for this
 * estimator.
 *
 * @param neighbours k, at least 1; 3 is customary
 */
public record NearestNeighbourMutualInformation(int neighbours) implements MutualInformation {

    /**
     * Checks the number of neighbours.
     *
     * @param neighbours k, at least 1; 3 is customary
     */
    public NearestNeighbourMutualInformation {
        if (neighbours < 1) {
            throw new IllegalArgumentException("the number of neighbours must be at least 1 (3 is customary), was " + neighbours);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Takes O(n log n + n k) time.
     *
     * @throws InvalidInputException NONFINITE_VALUES where a value is NaN or infinite; TABLE_INVALID where a class has fewer than two
     *     cases, since a case alone in its class has no neighbour there
     */
    @Override
    public double estimate(double[] feature, BinaryOutcome outcome) {
        return Math.max(0, uncut(feature, outcome));
    }

    @Override
    public double uncut(double[] feature, BinaryOutcome outcome) {
        TrainingRules.requireInformative(feature, outcome);
        requireNeighbours(outcome);
        int[] classes = new int[feature.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = outcome.isPositive(i) ? 1 : 0;
        }
        return unclipped(feature, classes, 2);
    }

    @Override
    public double estimate(TrainingFeatures.Feature feature) {
        BinaryOutcome outcome = feature.outcome();
        requireNeighbours(outcome);
        double[] values = feature.values();
        double[] all = new double[outcome.size()];
        double[][] byClass = {new double[outcome.negatives()], new double[outcome.positives()]};
        int n = 0;
        int negatives = 0;
        int positives = 0;
        for (int row : feature.order()) {
            for (int copy = feature.negatives()[row]; copy > 0; copy--) {
                byClass[0][negatives++] = values[row];
                all[n++] = values[row];
            }
            for (int copy = feature.positives()[row]; copy > 0; copy--) {
                byClass[1][positives++] = values[row];
                all[n++] = values[row];
            }
        }
        return Math.max(0, ofSorted(all, byClass));
    }

    private static void requireNeighbours(BinaryOutcome outcome) {
        if (outcome.positives() < 2 || outcome.negatives() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID,
                    "nearest-neighbour mutual information needs at least 2 cases of each class, there are " + outcome
                    + ": take bins (EqualWidthBins, EqualFrequencyBins) or a larger cohort");
        }
    }

    @Override
    public String label() {
        return "nearest_neighbours_" + neighbours;
    }

    @Override
    public boolean allowsRepeatedCases() {
        return false;
    }

    /** The estimate before it is cut at 0, for classes numbered from 0. Classes of one case are left out. */
    double unclipped(double[] feature, int[] classes, int classCount) {
        double[][] byClass = new double[classCount][];
        int cases = 0;
        for (int c = 0; c < classCount; c++) {
            byClass[c] = ofClass(feature, classes, c);
            cases += byClass[c].length;
        }
        double[] all = new double[cases];
        int filled = 0;
        for (double[] members : byClass) {
            System.arraycopy(members, 0, all, filled, members.length);
            filled += members.length;
        }
        Arrays.sort(all);
        for (double[] members : byClass) {
            Arrays.sort(members);
        }
        return ofSorted(all, byClass);
    }

    /** Summed over sorted values only: the order of rows then cannot change the result, not even in its last bit. */
    private double ofSorted(double[] all, double[][] byClass) {
        double sd = StandardDeviation.POPULATION.of(all);
        if (!(sd > 0)) {
            return 0;
        }
        divide(all, sd);
        double[] psi = digammaOfWholeNumbers(all.length);
        double sum = 0;
        for (double[] members : byClass) {
            if (members.length > 0) {
                divide(members, sd);
                sum += classSum(members, all, psi);
            }
        }
        return psi[all.length] + sum / all.length;
    }

    /** ψ(1) to ψ(largest) at their own index, by {@code ψ(n + 1) = ψ(n) + 1/n}: far faster than one by one. */
    private static double[] digammaOfWholeNumbers(int largest) {
        double[] psi = new double[largest + 1];
        psi[1] = Digamma.value(1);
        for (int n = 1; n < largest; n++) {
            psi[n + 1] = psi[n] + 1.0 / n;
        }
        return psi;
    }

    /** The values of a class, or none where it has one case only. */
    private static double[] ofClass(double[] feature, int[] classes, int which) {
        double[] members = new double[feature.length];
        int count = 0;
        for (int i = 0; i < feature.length; i++) {
            if (classes[i] == which) {
                members[count++] = feature[i];
            }
        }
        return Arrays.copyOf(members, count > 1 ? count : 0);
    }

    private static void divide(double[] values, double divisor) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= divisor;
        }
    }

    /** {@code Σᵢ ψ(kᵢ) − ψ(N_c) − ψ(mᵢ)} over the cases of a class; both arrays sorted. */
    private double classSum(double[] members, double[] all, double[] psi) {
        int k = Math.min(neighbours, members.length - 1);
        double sum = 0;
        int place = 0;
        for (int i = 0; i < members.length; i++) {
            while (all[place] < members[i]) {
                place++;
            }
            double distance = neighbourDistance(members, i, k);
            double radius = distance > 0 ? Math.nextDown(distance) : 0;
            sum += psi[countWithin(members, i, radius)] - psi[members.length] - psi[countWithin(all, place, radius)];
        }
        return sum;
    }

    /** The distance from a sorted value to its k-th nearest: of neighbours left and right the nearer one is taken k times. */
    private static double neighbourDistance(double[] sorted, int at, int k) {
        int left = at - 1;
        int right = at + 1;
        double distance = 0;
        for (int found = 0; found < k; found++) {
            double toLeft = left >= 0 ? sorted[at] - sorted[left] : Double.POSITIVE_INFINITY;
            double toRight = right < sorted.length ? sorted[right] - sorted[at] : Double.POSITIVE_INFINITY;
            if (toLeft <= toRight) {
                distance = toLeft;
                left--;
            } else {
                distance = toRight;
                right++;
            }
        }
        return distance;
    }

    /** How many sorted values lie within a radius of one of them, itself included. */
    private static int countWithin(double[] sorted, int at, double radius) {
        return 1 + reach(sorted, at, radius, -1) + reach(sorted, at, radius, 1);
    }

    /** How many values on one side lie within the radius: strides are doubled, then halved, since few do. */
    private static int reach(double[] sorted, int at, double radius, int side) {
        int room = side < 0 ? at : sorted.length - 1 - at;
        int stride = 1;
        while (stride <= room && Math.abs(sorted[at + side * stride] - sorted[at]) <= radius) {
            stride *= 2;
        }
        int inside = stride / 2;
        int outside = Math.min(stride, room + 1);
        while (outside - inside > 1) {
            int middle = (inside + outside) >>> 1;
            if (Math.abs(sorted[at + side * middle] - sorted[at]) <= radius) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }
}
