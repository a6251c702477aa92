package io.github.radiomics4j.radscore;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.harmonisation.FittedComBat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A fitted radiomics score: {@code score = intercept + Σ coefficient · (x − mean) / sd}, with {@code risk = 1 / (1 + e^−score)}. It can
 * score and nothing else; only a {@link RadscoreRecipe} learns.
 *
 * <p>A score without terms is what a strong lasso penalty leaves: every case then has the score {@code intercept}.
 *
 * @param intercept the score of a case that lies at the mean of every feature; finite
 * @param terms one per feature, each feature once; copied
 * @param provenance the settings under which the training features were extracted; features of other settings are refused
 * @param training how it was fitted: settings of the recipe, numbers of cases; empty for a score that was typed in; copied
 * @param harmonisation what is done to values before they are scored, learned from the training rows; empty for none
 */
public record Radscore(double intercept, List<Term> terms, Provenance provenance, SortedMap<String, String> training,
        Optional<FittedComBat> harmonisation) {
    private static final int DIFFERENCES_SHOWN = 3;

    /**
     * The part of one feature: {@code coefficient · (x − mean) / sd}.
     *
     * @param feature the column's name
     * @param mean the mean of the training rows, in the unit of the feature
     * @param sd their standard deviation, in the unit of the feature; positive
     * @param coefficient the change of the score per standard deviation; finite
     * @param imputed what stands in for a missing value, finite, in the unit of the feature; empty where a missing value is an error
     */
    public record Term(String feature, double mean, double sd, double coefficient, OptionalDouble imputed) {

        /**
         * Checks the numbers.
         *
         * @param feature the column's name
         * @param mean the mean of the training rows, in the unit of the feature
         * @param sd their standard deviation, in the unit of the feature; positive
         * @param coefficient the change of the score per standard deviation; finite
         * @param imputed what stands in for a missing value, finite
         */
        public Term {
            if (feature.isBlank()) {
                throw new IllegalArgumentException("a term needs the name of its feature");
            }
            if (!Double.isFinite(mean) || !Double.isFinite(coefficient) || !Double.isFinite(sd) || !(sd > 0)) {
                throw new IllegalArgumentException("term \"" + feature
                        + "\" needs finite numbers and a positive standard deviation, got mean " + mean + ", standard deviation " + sd
                        + ", coefficient " + coefficient);
            }
            if (imputed.isPresent() && !Double.isFinite(imputed.getAsDouble())) {
                throw new IllegalArgumentException("what stands in for a missing value of \"" + feature + "\" must be finite, was "
                        + imputed.getAsDouble());
            }
        }

        /**
         * A term whose feature must not be missing.
         *
         * @param feature the column's name
         * @param mean the mean of the training rows, in the unit of the feature
         * @param sd their standard deviation, in the unit of the feature; positive
         * @param coefficient the change of the score per standard deviation; finite
         */
        public Term(String feature, double mean, double sd, double coefficient) {
            this(feature, mean, sd, coefficient, OptionalDouble.empty());
        }

        /** What is taken for a value: the value, or what stands in for it. */
        private double present(double x) {
            return Double.isNaN(x) && imputed.isPresent() ? imputed.getAsDouble() : x;
        }

        /**
         * What a value adds to the score.
         *
         * @param x the feature's value, in its own unit
         * @return {@code coefficient · (x − mean) / sd}; NaN for NaN where nothing stands in for it
         */
        public double contribution(double x) {
            return coefficient * ((present(x) - mean) / sd);
        }

        /**
         * The coefficient of the feature as it is, not z-scored.
         *
         * @return {@code coefficient / sd}, per unit of the feature
         */
        public double rawCoefficient() {
            return coefficient / sd;
        }
    }

    /**
     * Copies the collections and checks that no feature has two terms.
     *
     * @param intercept the score of a case that lies at the mean of every feature; finite
     * @param terms one per feature, each feature once; copied
     * @param provenance the settings under which the training features were extracted; features of other settings are refused
     * @param training how it was fitted: settings of the recipe, numbers of cases; empty for a score that was typed in; copied
     * @param harmonisation what is done to values before they are scored; empty for none
     */
    public Radscore {
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("the intercept must be finite, was " + intercept);
        }
        terms = List.copyOf(terms);
        training = Collections.unmodifiableSortedMap(new TreeMap<>(training));
        Set<String> seen = new HashSet<>();
        for (Term term : terms) {
            if (!seen.add(term.feature)) {
                throw new IllegalArgumentException("feature \"" + term.feature + "\" has two terms");
            }
        }
    }

    /**
     * A score that was not fitted here: published coefficients, say.
     *
     * @param intercept the score of a case that lies at the mean of every feature; finite
     * @param terms one per feature, each feature once; copied
     * @param provenance the settings under which features must have been extracted
     */
    public Radscore(double intercept, List<Term> terms, Provenance provenance) {
        this(intercept, terms, provenance, Collections.emptySortedMap());
    }

    /**
     * A score of features as they are.
     *
     * @param intercept the score of a case that lies at the mean of every feature; finite
     * @param terms one per feature, each feature once; copied
     * @param provenance the settings under which the training features were extracted; features of other settings are refused
     * @param training how it was fitted; empty for a score that was typed in; copied
     */
    public Radscore(double intercept, List<Term> terms, Provenance provenance, SortedMap<String, String> training) {
        this(intercept, terms, provenance, training, Optional.empty());
    }

    /**
     * The same score with another record of how it was fitted.
     *
     * @param how settings and findings; copied
     * @return the score, which scores alike
     */
    public Radscore withTraining(SortedMap<String, String> how) {
        return new Radscore(intercept, terms, provenance, how, harmonisation);
    }

    /**
     * The features that the score needs.
     *
     * @return their names in the order of terms
     */
    public List<String> features() {
        return terms.stream().map(Term::feature).toList();
    }

    /**
     * The score of one case.
     *
     * @param features at least the features of the terms, found by {@code FeatureKey.columnName()}, extracted under the same settings
     * @return the linear predictor: the logarithm of the odds
     * @throws InvalidInputException SETTINGS_MISMATCH where the features were extracted under other settings, TABLE_INVALID where
     *     one is missing or the score harmonises, since a vector does not tell its batch; NONFINITE_VALUES where one is NaN or infinite
     */
    public double score(FeatureVector features) {
        return sum(contributionsOf(features));
    }

    /**
     * The scores of many cases.
     *
     * @param table at least the columns of the terms, extracted under the same settings; where the score harmonises, the batch column and
     *     the covariates too
     * @return one score per row, in the order of rows
     * @throws InvalidInputException SETTINGS_MISMATCH where the table was extracted under other settings, TABLE_INVALID where
     *     columns are missing or a row is of a batch that was not learned, NONFINITE_VALUES where a value is NaN or infinite
     */
    public double[] scores(FeatureTable table) {
        FeatureTable known = prepared(table);
        int[] columns = columnsIn(known);
        double[] scores = new double[known.caseCount()];
        for (int r = 0; r < scores.length; r++) {
            scores[r] = sum(contributionsOf(known, r, columns));
        }
        return scores;
    }

    /** The columns that are looked at, harmonised where the score harmonises. */
    private FeatureTable prepared(FeatureTable table) {
        requireSettings(table.provenance());
        requireAll(new HashSet<>(table.columnNames()), "table");
        return harmonisation.map(h -> h.apply(table)).orElse(table);
    }

    /**
     * The features of a row that are missing and have a stand-in, so that its score is partly assumed.
     *
     * @param table as for {@link #scores}
     * @param row from 0
     * @return names of features, in the order of terms; empty for a score fitted without imputation, which refuses missing values
     * @throws InvalidInputException as for {@link #scores}
     */
    public List<String> imputedFeatures(FeatureTable table, int row) {
        FeatureTable known = prepared(table.rows(row));
        int[] columns = columnsIn(known);
        return imputed(IntStream.range(0, columns.length).mapToDouble(t -> known.value(0, columns[t])).toArray());
    }

    /**
     * The features of a case that are missing and have a stand-in, so that its score is partly assumed.
     *
     * @param features as for {@link #score}
     * @return names of features, in the order of terms; empty for a score fitted without imputation, which refuses missing values
     * @throws InvalidInputException as for {@link #score}
     */
    public List<String> imputedFeatures(FeatureVector features) {
        Map<String, Double> values = valuesOf(features);
        return imputed(terms.stream().mapToDouble(term -> values.get(term.feature)).toArray());
    }

    private List<String> imputed(double[] values) {
        List<String> names = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            if (Double.isNaN(values[t]) && terms.get(t).imputed.isPresent()) {
                names.add(terms.get(t).feature);
            }
        }
        return List.copyOf(names);
    }

    /**
     * The probability that belongs to a score.
     *
     * @param score a linear predictor
     * @return {@code 1 / (1 + e^−score)}
     */
    public double risk(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /**
     * What each feature adds to the score of one case. The intercept plus these, added in order, is {@link #score} to the last bit.
     *
     * @param features as for {@link #score}
     * @return feature to {@code coefficient · (x − mean) / sd}, in the order of terms
     * @throws InvalidInputException as for {@link #score}
     */
    public Map<String, Double> contributions(FeatureVector features) {
        return named(contributionsOf(features));
    }

    /**
     * What each feature adds to the score of a row. The intercept plus these, added in order, is the row's entry in
     * {@link #scores} to the last bit.
     *
     * @param table as for {@link #scores}
     * @param row from 0
     * @return feature to {@code coefficient · (x − mean) / sd}, in the order of terms
     * @throws InvalidInputException as for {@link #scores}
     */
    public Map<String, Double> contributions(FeatureTable table, int row) {
        FeatureTable known = prepared(table.rows(row));
        return named(contributionsOf(known, 0, columnsIn(known)));
    }

    private Map<String, Double> named(double[] contributions) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int t = 0; t < contributions.length; t++) {
            named.put(terms.get(t).feature, contributions[t]);
        }
        return Collections.unmodifiableMap(named);
    }

    private double sum(double[] contributions) {
        double score = intercept;
        for (double c : contributions) {
            score += c;
        }
        return score;
    }

    private Map<String, Double> valuesOf(FeatureVector features) {
        requireSettings(features.provenance());
        harmonisation.ifPresent(h -> {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the Radscore harmonises features by the batch in column \"" + h.batch()
                    + "\", which a feature vector does not tell: score a table that has this column");
        });
        Map<String, Double> values = new HashMap<>();
        features.forEach((key, value) -> values.put(key.columnName(), value));
        requireAll(values.keySet(), "vector");
        return values;
    }

    private double[] contributionsOf(FeatureVector features) {
        Map<String, Double> values = valuesOf(features);
        double[] contributions = new double[terms.size()];
        for (int t = 0; t < contributions.length; t++) {
            contributions[t] = contribution(terms.get(t), values.get(terms.get(t).feature), "");
        }
        return contributions;
    }

    private double[] contributionsOf(FeatureTable table, int row, int[] columns) {
        double[] contributions = new double[terms.size()];
        for (int t = 0; t < contributions.length; t++) {
            contributions[t] = contribution(terms.get(t), table.value(row, columns[t]), " of case \"" + table.cases().get(row) + "\"");
        }
        return contributions;
    }

    private static double contribution(Term term, double value, String where) {
        double contribution = term.contribution(value);
        if (!Double.isFinite(contribution)) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "feature \"" + term.feature + "\"" + where + " is " + value
                    + ", a score needs finite values: the case cannot be scored");
        }
        return contribution;
    }

    private int[] columnsIn(FeatureTable table) {
        return terms.stream().mapToInt(t -> table.indexOf(t.feature)).toArray();
    }

    private void requireAll(Set<String> present, String what) {
        List<String> missing = features().stream().filter(f -> !present.contains(f)).toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the " + what + " lacks " + missing.size() + " of the " + terms.size()
                    + " features of the Radscore: " + missing + "; it has to be extracted and named like the training table");
        }
    }

    private void requireSettings(Provenance other) {
        if (other.fingerprint().equals(provenance.fingerprint())) {
            return;
        }
        throw new InvalidInputException(Problem.SETTINGS_MISMATCH, "the features were extracted under other settings ("
                + other.fingerprint()
                + ") than the Radscore's training features (" + provenance.fingerprint() + "): "
                + provenance.differences(other, DIFFERENCES_SHOWN)
                + ". Extract them with the training settings");
    }

    /**
     * The intercept of the score in features as they are, not z-scored; in harmonised ones where the score harmonises.
     *
     * @return {@code intercept − Σ coefficient · mean / sd}
     */
    public double rawIntercept() {
        double raw = intercept;
        for (Term term : terms) {
            raw += term.contribution(0);
        }
        return raw;
    }

    /**
     * The score as a paper prints it, in features as they are (not z-scored), with six significant digits.
     *
     * @return such as {@code Radscore = -1.61254 + 0.105522 × disc_04 - 0.0900305 × disc_16}
     */
    public String formula() {
        return formula(6);
    }

    /**
     * The score as a paper prints it, in features as they are (not z-scored). To compute scores from a printed formula, print
     * enough digits: the more the larger a feature's values are beside its standard deviation.
     *
     * @param significantDigits of each number, 1 to 17
     * @return {@code Radscore = } the raw intercept and {@code coefficient / sd × feature} for each term; a score that harmonises says
     *     by which column
     * @throws IllegalArgumentException where the number of digits is not from 1 to 17
     */
    public String formula(int significantDigits) {
        return PrintedFormula.of(this, significantDigits);
    }
}
