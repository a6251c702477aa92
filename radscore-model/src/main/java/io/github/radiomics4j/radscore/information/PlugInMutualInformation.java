package io.github.radiomics4j.radscore.information;

import io.github.radiomics4j.radscore.BinaryOutcome;

/** Mutual information of counted cells, {@code Σ (n_by / n) ln (n n_by / (n_b n_y))}, in nats. */
final class PlugInMutualInformation {

    private PlugInMutualInformation() {
    }

    /**
     * From the bin of each case.
     *
     * @param bin from 0 to bins − 1
     */
    static double of(int[] bin, int bins, BinaryOutcome outcome) {
        long[] negatives = new long[bins];
        long[] positives = new long[bins];
        for (int i = 0; i < bin.length; i++) {
            (outcome.isPositive(i) ? positives : negatives)[bin[i]]++;
        }
        return of(negatives, positives, outcome);
    }

    /** From the number of cases of each class in each bin. */
    static double of(long[] negatives, long[] positives, BinaryOutcome outcome) {
        int n = outcome.size();
        double sum = 0;
        for (int b = 0; b < negatives.length; b++) {
            long inBin = negatives[b] + positives[b];
            sum += term(negatives[b], inBin, outcome.negatives(), n) + term(positives[b], inBin, outcome.positives(), n);
        }
        return Math.max(0, sum);
    }

    private static double term(long cell, long inBin, long inClass, long all) {
        return cell == 0 ? 0 : (double) cell / all * Math.log((double) cell * all / ((double) inBin * inClass));
    }
}
