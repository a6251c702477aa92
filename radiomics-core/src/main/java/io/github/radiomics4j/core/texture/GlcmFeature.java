package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;
import java.util.function.ToDoubleFunction;

/**
 * The features of {@link Glcm}, over the matrix p(i, j) with marginal mean μ (of the first level i), difference distribution
 * p₋(k) = p(|i − j| = k) and sum distribution p₊(k) = p(i + j = k) with mean 2μ where the matrix is symmetric. All are NaN for a
 * region without neighbouring voxels.
 */
public enum GlcmFeature implements FeatureDefinition<Cooccurrences> {
    /** Joint maximum (GYBY): {@code max p(i,j)}. */
    JOINT_MAXIMUM("GYBY", "1", Cooccurrences::maximum),
    /** Joint average (60VM): {@code μ = Σ i p(i,j)}. */
    JOINT_AVERAGE("60VM", "level", c -> c.first().mean()),
    /** Joint variance (UR99): {@code Σ (i − μ)² p(i,j)}; 0 for one level. */
    JOINT_VARIANCE("UR99", "level^2", c -> c.first().centralMoment(2)),
    /** Joint entropy (TU9B): {@code −Σ p(i,j) log₂ p(i,j)}; 0 for one level. */
    JOINT_ENTROPY("TU9B", "bit", Cooccurrences::entropy),
    /** Difference average (TF7R): {@code Σ k p₋(k)}. */
    DIFFERENCE_AVERAGE("TF7R", "level", c -> c.difference().mean()),
    /** Difference variance (D3YU): {@code Σ (k − mean)² p₋(k)}. */
    DIFFERENCE_VARIANCE("D3YU", "level^2", c -> c.difference().centralMoment(2)),
    /** Difference entropy (NTRS): {@code −Σ p₋(k) log₂ p₋(k)}. */
    DIFFERENCE_ENTROPY("NTRS", "bit", c -> c.difference().entropy()),
    /** Sum average (ZGXS): {@code Σ k p₊(k)}. */
    SUM_AVERAGE("ZGXS", "level", c -> c.sum().mean()),
    /** Sum variance (OEEB): {@code Σ (k − mean)² p₊(k)}. */
    SUM_VARIANCE("OEEB", "level^2", c -> c.sum().centralMoment(2)),
    /** Sum entropy (P6QZ): {@code −Σ p₊(k) log₂ p₊(k)}. */
    SUM_ENTROPY("P6QZ", "bit", c -> c.sum().entropy()),
    /** Angular second moment (8ZQL): {@code Σ p(i,j)²}; 1 for one level. */
    ANGULAR_SECOND_MOMENT("8ZQL", "1", Cooccurrences::energy),
    /** Contrast (ACUI): {@code Σ k² p₋(k)}; 0 for one level. */
    CONTRAST("ACUI", "level^2", c -> c.difference().mean(k -> k * k)),
    /** Dissimilarity (8S9J): {@code Σ k p₋(k)}; equal to the difference average. */
    DISSIMILARITY("8S9J", "level", c -> c.difference().mean()),
    /** Inverse difference (IB1Z): {@code Σ p₋(k) / (1 + k)}. */
    INVERSE_DIFFERENCE("IB1Z", "1", c -> c.difference().mean(k -> 1 / (1 + k))),
    /** Normalised inverse difference (NDRX): {@code Σ p₋(k) / (1 + k/N)} with N grey levels. */
    NORMALISED_INVERSE_DIFFERENCE("NDRX", "1", c -> c.difference().mean(k -> 1 / (1 + k / c.levels()))),
    /** Inverse difference moment (WF0Z): {@code Σ p₋(k) / (1 + k²)}. */
    INVERSE_DIFFERENCE_MOMENT("WF0Z", "1", c -> c.difference().mean(k -> 1 / (1 + k * k))),
    /** Normalised inverse difference moment (1QCO): {@code Σ p₋(k) / (1 + k²/N²)} with N grey levels. */
    NORMALISED_INVERSE_DIFFERENCE_MOMENT("1QCO", "1",
            c -> c.difference().mean(k -> 1 / (1 + k / c.levels() * (k / c.levels())))),
    /** Inverse variance (E8JP): {@code Σ p₋(k) / k²} over k &gt; 0; 0 for one level. */
    INVERSE_VARIANCE("E8JP", "1", c -> c.difference().mean(k -> k == 0 ? 0 : 1 / (k * k))),
    /**
     * Correlation (NI2N): {@code Σ (i − μx)(j − μy) p(i,j) / (σx σy)}, the covariance as
     * {@code (var(i + j) − var(i − j)) / 4}; 1 where a marginal has one level, since each voxel then foretells its neighbour.
     */
    CORRELATION("NI2N", "1", c -> {
        double deviations = Math.sqrt(c.first().centralMoment(2) * c.second().centralMoment(2));
        double shift = c.first().mean() - c.second().mean();
        return deviations == 0 ? 1
                : (c.sum().centralMoment(2) - c.difference().mean(k -> k * k) + shift * shift) / (4 * deviations);
    }),
    /** Autocorrelation (QWB0): {@code Σ i j p(i,j)}, as {@code (E[(i + j)²] − E[(i − j)²]) / 4}. */
    AUTOCORRELATION("QWB0", "level^2", c -> (c.sum().mean(k -> k * k) - c.difference().mean(k -> k * k)) / 4),
    /** Cluster tendency (DG8W): {@code Σ (i + j − 2μ)² p(i,j)}; equal to the sum variance. */
    CLUSTER_TENDENCY("DG8W", "level^2", c -> c.sum().centralMoment(2)),
    /** Cluster shade (7NFM): {@code Σ (i + j − 2μ)³ p(i,j)}. */
    CLUSTER_SHADE("7NFM", "level^3", c -> c.sum().centralMoment(3)),
    /** Cluster prominence (AE86): {@code Σ (i + j − 2μ)⁴ p(i,j)}. */
    CLUSTER_PROMINENCE("AE86", "level^4", c -> c.sum().centralMoment(4)),
    /**
     * Information correlation 1 (R8DG): {@code (HXY − HX − HY) / max(HX, HY)} with joint entropy HXY and marginal entropies HX and HY; 0 for
     * one level.
     */
    INFORMATION_CORRELATION_1("R8DG", "1", c -> {
        double hx = c.first().entropy();
        double hy = c.second().entropy();
        return Math.max(hx, hy) == 0 ? 0 : (c.entropy() - hx - hy) / Math.max(hx, hy);
    }),
    /** Information correlation 2 (JN9H): {@code √(1 − exp(−2 (HX + HY − HXY)))}, entropies in bits; 0 for one level. */
    INFORMATION_CORRELATION_2("JN9H", "1",
            c -> Math.sqrt(Math.max(0, 1 - Math.exp(-2 * (c.first().entropy() + c.second().entropy() - c.entropy())))));

    private final FeatureId id;
    private final ToDoubleFunction<Cooccurrences> formula;

    GlcmFeature(String code, String unit, ToDoubleFunction<Cooccurrences> formula) {
        this.id = FeatureId.standard(Glcm.ID, name(), code, unit);
        this.formula = formula;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(Cooccurrences matrix) {
        return formula.applyAsDouble(matrix);
    }
}
