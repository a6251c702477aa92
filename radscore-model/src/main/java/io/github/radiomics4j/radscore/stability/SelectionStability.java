package io.github.radiomics4j.radscore.stability;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How alike the selections of M resamples are. Nogueira's index (2018, J Mach Learn Res 18(174)) is
 * {@code 1 − mean_f s_f² / ((k̄/p)(1 − k̄/p))} with {@code s_f² = M/(M − 1) p_f (1 − p_f)}, p_f the share of selections with feature f, k̄
 * their mean size and p the number of candidates: 1 where all are equal, about 0 where features are drawn at random.
 *
 * @param index Nogueira's index, at most 1
 * @param variance of the index
 * @param selections M
 */
public record SelectionStability(double index, double variance, int selections) {

    /**
     * The stability of selections.
     *
     * @param selections at least two sets of names; not all empty and not all complete, where stability is not defined
     * @param candidates p, how many features there were to select from
     * @return the index with its variance
     * @throws IllegalArgumentException where these conditions do not hold
     */
    public static SelectionStability of(List<Set<String>> selections, int candidates) {
        int m = selections.size();
        if (m < 2) {
            throw new IllegalArgumentException("stability compares at least 2 selections, got " + m);
        }
        Map<String, Integer> times = new HashMap<>();
        double total = 0;
        for (Set<String> selection : selections) {
            selection.forEach(name -> times.merge(name, 1, Integer::sum));
            total += selection.size();
        }
        double p = candidates;
        double size = total / m;
        if (times.size() > candidates || size == 0 || size == p) {
            throw new IllegalArgumentException("stability needs selections of some but not all of the candidates: their mean size is " + size
                    + " of " + candidates + ", with " + times.size() + " different features");
        }
        double spread = 0;
        for (int t : times.values()) {
            double share = (double) t / m;
            spread += m / (m - 1.0) * share * (1 - share);
        }
        double chance = size / p * (1 - size / p);
        double index = 1 - spread / p / chance;
        double[] phi = new double[m];
        double mean = 0;
        for (int i = 0; i < m; i++) {
            double shares = 0;
            for (String name : selections.get(i)) {
                shares += (double) times.get(name) / m;
            }
            double k = selections.get(i).size();
            phi[i] = (shares / p - k * size / (p * p) + index / 2 * (2 * size * k / (p * p) - k / p - size / p + 1)) / chance;
            mean += phi[i] / m;
        }
        double squares = 0;
        for (double value : phi) {
            squares += (value - mean) * (value - mean);
        }
        return new SelectionStability(index, 4 / ((double) m * m) * squares, m);
    }

    /**
     * The lower limit of the normal interval.
     *
     * @param level such as 0.95
     * @return {@code index − z √variance}
     */
    public double lower(double level) {
        return index - margin(level);
    }

    /**
     * The upper limit of the normal interval.
     *
     * @param level such as 0.95
     * @return {@code index + z √variance}
     */
    public double upper(double level) {
        return index + margin(level);
    }

    private double margin(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level of confidence lies between 0 and 1, was " + level);
        }
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + level / 2) * Math.sqrt(variance);
    }

    /**
     * Jaccard's index {@code |A ∩ B| / |A ∪ B|}, the mean over all pairs; two empty selections count as equal.
     *
     * @param selections at least two
     * @return from 0 to 1
     * @throws IllegalArgumentException where there are fewer than two
     */
    public static double meanPairwiseJaccard(List<Set<String>> selections) {
        int m = selections.size();
        if (m < 2) {
            throw new IllegalArgumentException("stability compares at least 2 selections, got " + m);
        }
        double sum = 0;
        for (int a = 0; a < m; a++) {
            for (int b = a + 1; b < m; b++) {
                Set<String> either = new HashSet<>(selections.get(a));
                either.addAll(selections.get(b));
                int both = selections.get(a).size() + selections.get(b).size() - either.size();
                sum += either.isEmpty() ? 1 : (double) both / either.size();
            }
        }
        return sum / (m * (m - 1) / 2.0);
    }
}
