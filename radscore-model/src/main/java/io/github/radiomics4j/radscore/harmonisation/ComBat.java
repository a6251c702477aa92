package io.github.radiomics4j.radscore.harmonisation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.PartSettings;
import io.github.radiomics4j.radscore.TrainingRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * ComBat: takes out of each feature what the batch (scanner, site, protocol) adds to its location and scale, and leaves what the
 * covariates explain. Unfitted: a recipe ({@link io.github.radiomics4j.radscore.RadscoreRecipe#harmonising}) learns it from training rows
 * in every resample and applies it to the rows left out; harmonising a whole cohort beforehand would let test rows shape the features.
 *
 * <p>Feature {@code g} of row {@code r} of batch {@code i} is modelled as {@code y = α_g + x_r β_g + σ_g (γ_ig + δ_ig ε)}:
 * <pre>{@code
 * y = a_i + x β              least squares: an intercept per batch, the covariates x as they are
 * α  = Σ nᵢ aᵢ / n           σ² = Σ (y − a_i − x β)² / n      with a reference batch: of its rows alone
 * z  = (y − α − x β) / σ     γ̂ᵢ = mean of z in batch i         δ̂ᵢ² = its sample variance (n − 1)
 * y* = σ (z − γᵢ*) / δᵢ* + α + x β
 * }</pre>
 * PARAMETRIC, with the mean γ̄ᵢ and variance τᵢ² of γ̂ᵢ over features, and the mean m and variance v of δ̂ᵢ² over features (n − 1):
 * <pre>{@code
 * γ* = (nᵢ τ² γ̂ + δ*² γ̄) / (nᵢ τ² + δ*²)
 * δ*² = (b + ½ Σ (z − γ*)²) / (nᵢ/2 + a − 1)     a = 2 + m²/v    b = m + m³/v
 * }</pre>
 * solved by turns until neither moves by more than 10⁻¹⁴ of itself, where common implementations stop at 10⁻⁴. NON_PARAMETRIC: γ* and δ*²
 * are means of γ̂ⱼ and δ̂ⱼ² over the other features j, weighed by the normal likelihood of this feature's z in the batch. PER_FEATURE: γ̂
 * and δ̂². Of means only: δ* = 1, and parametric {@code γ* = (τ² γ̂ + γ̄)/(τ² + 1)} as in sva and neuroCombat. A reference batch stays as
 * it is, to the bit. Sources: Johnson, Li and Rabinovic, Biostatistics 2007;8:118; Fortin et al., NeuroImage 2018;167:104.
 *
 * <p>What happens to odd data:
 * <ul>
 * <li>a missing value (NaN) of a feature takes no part and stays missing, for the imputation that may follow; infinite ones are errors
 * <li>a feature that is constant in a batch, has fewer than two values in one, or nothing left beside the covariates, cannot be given a
 *     scale there: it is let go, with the reason. With means only it needs one value in each batch, and some spread in any
 * <li>a batch of one training case has no variance: an error that says so, except for means only
 * <li>a batch that had no training row is an error when a row of it comes to be harmonised
 * <li>a missing batch or covariate is an error
 * </ul>
 * The batch column leaves the table: a scanner's number is no feature. Covariates and untouched columns go on as they are and remain
 * candidates of selection. In a bootstrap sample each copy of a case counts as a row.
 *
 * @param batch the column of batches: any finite numbers, equal ones for one batch; texts have to be numbered
 * @param covariates columns whose effect is preserved: numbers; a category of k levels as k − 1 columns of 0 and 1; never the outcome;
 *     copied
 * @param untouched further columns that are not harmonised, such as clinical ones; copied
 * @param adjustment how the features lend each other strength
 * @param onlyMeans whether locations alone are adjusted, not scales
 * @param reference the batch that the others are brought to; empty to bring all to their mean
 */
public record ComBat(String batch, List<String> covariates, List<String> untouched, BatchAdjustment adjustment, boolean onlyMeans,
        OptionalDouble reference) {

    /**
     * Copies the lists and checks that no column has two parts.
     *
     * @param batch the column of batches
     * @param covariates columns whose effect is preserved; copied
     * @param untouched further columns that are not harmonised; copied
     * @param adjustment how the features lend each other strength
     * @param onlyMeans whether locations alone are adjusted, not scales
     * @param reference the batch that the others are brought to, finite; may be empty
     */
    public ComBat {
        covariates = List.copyOf(covariates);
        untouched = List.copyOf(untouched);
        Set<String> seen = new HashSet<>(Set.of(batch));
        for (List<String> names : List.of(covariates, untouched)) {
            for (String name : names) {
                if (!seen.add(name)) {
                    throw new IllegalArgumentException("column \"" + name + "\" is named twice in a harmonisation by \"" + batch
                            + "\": a column is the batch, a covariate or untouched");
                }
            }
        }
        if (reference.isPresent() && !Double.isFinite(reference.getAsDouble())) {
            throw new IllegalArgumentException("the reference batch is a finite number, was " + reference.getAsDouble());
        }
    }

    /**
     * Parametric empirical Bayes of locations and scales, without covariates or reference.
     *
     * @param batch the column of batches
     * @return the harmonisation
     */
    public static ComBat over(String batch) {
        return new ComBat(batch, List.of(), List.of(), BatchAdjustment.PARAMETRIC, false, OptionalDouble.empty());
    }

    /**
     * With covariates.
     *
     * @param names columns whose effect is preserved, in place of earlier ones; never the outcome
     * @return the harmonisation with them
     */
    public ComBat preserving(String... names) {
        return new ComBat(batch, List.of(names), untouched, adjustment, onlyMeans, reference);
    }

    /**
     * With columns that are no features of images.
     *
     * @param names columns that go on as they are, in place of earlier ones
     * @return the harmonisation with them
     */
    public ComBat leaving(String... names) {
        return new ComBat(batch, covariates, List.of(names), adjustment, onlyMeans, reference);
    }

    /**
     * With another estimate.
     *
     * @param chosen how the features lend each other strength
     * @return the harmonisation with it
     */
    public ComBat adjustedBy(BatchAdjustment chosen) {
        return new ComBat(batch, covariates, untouched, chosen, onlyMeans, reference);
    }

    /**
     * Of locations alone: for batches too small to have a scale, or whose scales differ for good reason.
     *
     * @return the harmonisation of means
     */
    public ComBat ofMeansOnly() {
        return new ComBat(batch, covariates, untouched, adjustment, true, reference);
    }

    /**
     * With a reference batch.
     *
     * @param code of the batch that stays as it is
     * @return the harmonisation towards it
     */
    public ComBat towards(double code) {
        return new ComBat(batch, covariates, untouched, adjustment, onlyMeans, OptionalDouble.of(code));
    }

    /**
     * Learns from training rows. The outcome is looked at only to refuse it as a covariate.
     *
     * @param training the training rows, and no others, with the columns named; not modified
     * @param outcome the outcome of the same cases in the same order
     * @return the learned parameters
     * @throws InvalidInputException TABLE_INVALID where a column is missing, there is one batch only, a batch has one case only, a
     *     covariate cannot be told from the batches or is the outcome, or too few features or rows are left; NONFINITE_VALUES where a
     *     batch, a covariate or a feature is infinite, or one of the first two is missing; the message names it
     * @throws IllegalArgumentException where table and outcome are not of one length
     */
    public FittedComBat fit(FeatureTable training, BinaryOutcome outcome) {
        TrainingRules.requireSameSize(training.caseCount(), outcome);
        BatchRows rows = BatchRows.of(training, this);
        rows.requireNoOutcome(covariates, outcome);
        return new ComBatFitting(this, training, rows).fitted();
    }

    /** The columns that are features of images, in the order of the table. */
    List<String> harmonised(FeatureTable table) {
        Set<String> others = new HashSet<>(covariates);
        others.addAll(untouched);
        others.add(batch);
        List<String> names = new ArrayList<>(table.columnNames());
        names.removeAll(others);
        return names;
    }

    /**
     * Everything that can change what is learned, apart from the rows.
     *
     * @return setting to value, such as {@code harmonisation.combat.batch → scanner}
     */
    public Map<String, String> settings() {
        Map<String, String> all = new TreeMap<>();
        all.put("harmonisation.combat.batch", batch);
        all.put("harmonisation.combat.covariates", PartSettings.ofNames(covariates));
        all.put("harmonisation.combat.untouched", PartSettings.ofNames(untouched));
        all.put("harmonisation.combat.adjustment", adjustment.label());
        all.put("harmonisation.combat.only_means", Boolean.toString(onlyMeans));
        all.put("harmonisation.combat.reference", reference.isPresent() ? BatchRows.name(reference.getAsDouble()) : "none");
        return all;
    }
}
