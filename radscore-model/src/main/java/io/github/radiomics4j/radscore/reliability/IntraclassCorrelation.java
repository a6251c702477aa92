package io.github.radiomics4j.radscore.reliability;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.TrainingRules;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The intraclass correlation of n subjects measured by k raters (readers, segmentations, scans), in the forms of Shrout and Fleiss
 * (1979, Psychol Bull 86:420) with the limits of McGraw and Wong (1996, Psychol Methods 1:30). From a two-way layout without
 * replication come the mean squares between subjects B, within subjects W, between raters J and of the residual E. Immutable.
 */
public final class IntraclassCorrelation {
    private final int subjects;
    private final int raters;
    private final double between;
    private final double within;
    private final double judges;
    private final double error;

    private IntraclassCorrelation(int subjects, int raters, double between, double within, double judges, double error) {
        this.subjects = subjects;
        this.raters = raters;
        this.between = between;
        this.within = within;
        this.judges = judges;
        this.error = error;
    }

    /** Which intraclass correlation: how raters were chosen, and whether one measurement or the mean of all is judged. */
    public enum Form {
        /** ICC(1,1): each subject has raters of its own; {@code (B − W) / (B + (k − 1) W)}. */
        ONE_WAY_SINGLE("ICC(1,1)"),
        /** ICC(2,1): raters are a sample, absolute agreement; {@code (B − E) / (B + (k − 1) E + k (J − E) / n)}. */
        TWO_WAY_RANDOM_SINGLE("ICC(2,1)"),
        /** ICC(3,1): these raters only, consistency; {@code (B − E) / (B + (k − 1) E)}. */
        TWO_WAY_MIXED_SINGLE("ICC(3,1)"),
        /** ICC(1,k): the mean of k; {@code (B − W) / B}. */
        ONE_WAY_AVERAGE("ICC(1,k)"),
        /** ICC(2,k): the mean of k; {@code (B − E) / (B + (J − E) / n)}. */
        TWO_WAY_RANDOM_AVERAGE("ICC(2,k)"),
        /** ICC(3,k): the mean of k; {@code (B − E) / B}. */
        TWO_WAY_MIXED_AVERAGE("ICC(3,k)");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        /**
         * The name in print.
         *
         * @return such as {@code ICC(2,1)}
         */
        public String label() {
            return label;
        }
    }

    /**
     * An intraclass correlation with its test and limits.
     *
     * @param form which
     * @param value the estimate, at most 1; may lie below 0, for the mean of k at −∞
     * @param f the statistic of the test against 0, {@code B / W} or {@code B / E}
     * @param degreesOfFreedom1 of its numerator
     * @param degreesOfFreedom2 of its denominator
     * @param p the probability of a value at least as large where subjects do not differ
     * @param lower limit
     * @param upper limit
     */
    public record Estimate(Form form, double value, double f, double degreesOfFreedom1, double degreesOfFreedom2, double p, double lower,
            double upper) {
    }

    /**
     * Measurements of one feature.
     *
     * @param ratings one array per subject with one finite value per rater, all of one length; not modified
     * @return the intraclass correlation
     * @throws InvalidInputException TABLE_INVALID where there are fewer than 2 subjects or raters, numbers of raters differ, or every
     *     rater gives all subjects one value, so that nothing can be correlated; NONFINITE_VALUES where a value is NaN or infinite
     */
    public static IntraclassCorrelation of(double[][] ratings) {
        int n = ratings.length;
        int k = n == 0 ? 0 : ratings[0].length;
        if (n < 2 || k < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "an intraclass correlation needs at least 2 subjects and 2 raters, there"
                    + " are " + n + " and " + k);
        }
        double[] ofRater = new double[k];
        double[] ofSubject = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            requireRow(ratings[i], i, k);
            for (int j = 0; j < k; j++) {
                ofSubject[i] += ratings[i][j] / k;
                ofRater[j] += ratings[i][j] / n;
                mean += ratings[i][j] / k / n;
            }
        }
        if (!subjectsDiffer(ratings)) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "every rater gives all subjects one value, rater 0 always "
                    + ratings[0][0] + ": subjects do not differ, so an intraclass correlation is not defined");
        }
        double rows = 0;
        double columns = 0;
        double inside = 0;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            rows += square(ofSubject[i] - mean) * k;
            for (int j = 0; j < k; j++) {
                inside += square(ratings[i][j] - ofSubject[i]);
                rest += square(ratings[i][j] - ofSubject[i] - ofRater[j] + mean);
            }
        }
        for (int j = 0; j < k; j++) {
            columns += square(ofRater[j] - mean) * n;
        }
        return new IntraclassCorrelation(n, k, rows / (n - 1), inside / (n * (k - 1.0)), columns / (k - 1), rest / ((n - 1.0) * (k - 1)));
    }

    private static void requireRow(double[] row, int subject, int raters) {
        if (row.length != raters) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "subject " + subject + " has " + row.length
                    + " measurements, subject 0 has " + raters + ": every rater must have measured every subject");
        }
        int bad = TrainingRules.firstUnusable(row);
        if (bad >= 0) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "the measurement of subject " + subject + " by rater " + bad + " is "
                    + row[bad] + ": leave the subject out");
        }
    }

    /** Whether some rater tells subjects apart; without that all mean squares but that of raters are 0. */
    static boolean subjectsDiffer(double[][] ratings) {
        for (double[] row : ratings) {
            for (int j = 0; j < row.length; j++) {
                if (row[j] != ratings[0][j]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * The mean square between subjects.
     *
     * @return B
     */
    public double meanSquareBetweenSubjects() {
        return between;
    }

    /**
     * The mean square within subjects.
     *
     * @return W
     */
    public double meanSquareWithinSubjects() {
        return within;
    }

    /**
     * The mean square between raters.
     *
     * @return J
     */
    public double meanSquareBetweenRaters() {
        return judges;
    }

    /**
     * The mean square of the residual.
     *
     * @return E
     */
    public double meanSquareError() {
        return error;
    }

    /**
     * The estimate of a form, without test and limits.
     *
     * @param form which
     * @return at most 1; may lie below 0; −∞ for the mean of k where its estimated variance is not positive: where the subjects' means are
     *     all equal, or, in ICC(2,k), nearly so while raters differ less than the residual
     */
    public double value(Form form) {
        double k = raters;
        return switch (form) {
            case ONE_WAY_SINGLE -> (between - within) / (between + (k - 1) * within);
            case TWO_WAY_RANDOM_SINGLE -> (between - error) / (between + (k - 1) * error + k * (judges - error) / subjects);
            case TWO_WAY_MIXED_SINGLE -> (between - error) / (between + (k - 1) * error);
            case ONE_WAY_AVERAGE -> (between - within) / between;
            case TWO_WAY_RANDOM_AVERAGE -> quotient(between - error, between + (judges - error) / subjects);
            case TWO_WAY_MIXED_AVERAGE -> (between - error) / between;
        };
    }

    /**
     * The estimate of a form with its F test and limits. Raters that agree perfectly have F infinite, p 0 and both limits 1. Raters that
     * differ by a constant only have F infinite and p 0 in the two-way forms; limits of ICC(3,·) are 1, those of ICC(2,·) an interval,
     * since the spread of raters is not known from k of them. A limit of the mean of k is −∞ as {@link #value} is.
     *
     * @param form which
     * @param level of the limits, such as 0.95
     * @return the estimate
     * @throws IllegalArgumentException where the level does not lie between 0 and 1
     */
    public Estimate estimate(Form form, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level of confidence lies between 0 and 1, was " + level);
        }
        boolean oneWay = form == Form.ONE_WAY_SINGLE || form == Form.ONE_WAY_AVERAGE;
        double df1 = subjects - 1;
        double df2 = oneWay ? subjects * (raters - 1.0) : df1 * (raters - 1);
        double noise = oneWay ? within : error;
        double f = between / noise;
        boolean random = form == Form.TWO_WAY_RANDOM_SINGLE || form == Form.TWO_WAY_RANDOM_AVERAGE;
        if (noise == 0 && !(random && judges > 0)) {
            return new Estimate(form, value(form), Double.POSITIVE_INFINITY, df1, df2, 0, value(form), value(form));
        }
        double tail = (1 - level) / 2;
        double p = noise == 0 ? 0 : f > 0 ? FDistribution.of(df1, df2).survivalProbability(f) : 1;
        double least = f / quantile(tail, df1, df2);
        double most = f * quantile(tail, df2, df1);
        return switch (form) {
            case ONE_WAY_SINGLE, TWO_WAY_MIXED_SINGLE -> new Estimate(form, value(form), f, df1, df2, p, single(least), single(most));
            case ONE_WAY_AVERAGE, TWO_WAY_MIXED_AVERAGE -> new Estimate(form, value(form), f, df1, df2, p, 1 - 1 / least, 1 - 1 / most);
            default -> {
                double[] limits = randomLimits(tail);
                boolean single = form == Form.TWO_WAY_RANDOM_SINGLE;
                yield new Estimate(form, value(form), f, df1, df2, p, single ? limits[0] : average(limits[0]),
                        single ? limits[1] : average(limits[1]));
            }
        };
    }

    private double single(double ratio) {
        return (ratio - 1) / (ratio + raters - 1);
    }

    /** Spearman and Brown's step from one measurement to the mean of k. */
    private double average(double single) {
        return quotient(single * raters, 1 + single * (raters - 1));
    }

    /** By an estimated variance; one that is not positive would turn an agreement below 0 into one above 1. */
    private static double quotient(double covariance, double variance) {
        return variance > 0 ? covariance / variance : Double.NEGATIVE_INFINITY;
    }

    /** Satterthwaite's degrees of freedom for the raters' part. */
    private double[] randomLimits(double tail) {
        double n = subjects;
        double k = raters;
        double icc = value(Form.TWO_WAY_RANDOM_SINGLE);
        // McGraw and Wong's a and b, both times E, which may be 0
        double a = (n * (1 + (k - 1) * icc) - k * icc) * error;
        double b = k * icc * judges;
        double v = (n - 1) * (k - 1) * square(a + b) / ((n - 1) * b * b + a * a);
        double above = quantile(tail, n - 1, v);
        double below = quantile(tail, v, n - 1);
        double spread = k * judges + (k * n - k - n) * error;
        // v near 0 makes the first quantile infinite and the second 0: neither form of the limits then divides one such by another
        return new double[] {n * (between / above - error) / (spread + n * (between / above)),
            n * (below * between - error) / (spread + n * below * between)};
    }

    private static double quantile(double upperTail, double df1, double df2) {
        return FDistribution.of(df1, df2).inverseSurvivalProbability(upperTail);
    }
}
