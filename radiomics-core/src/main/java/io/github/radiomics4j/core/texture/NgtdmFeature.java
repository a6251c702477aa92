package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;
import java.util.function.ToDoubleFunction;

/**
 * The features of {@link Ngtdm}, over the levels i that occur, their probabilities p and tone differences s; N voxels with neighbours,
 * G occurring levels. All are NaN for a region without neighbouring voxels.
 */
public enum NgtdmFeature implements FeatureDefinition<ToneDifferences> {
    /** Coarseness (QCDE): {@code 1 / Σ pᵢ sᵢ}; 10⁶ where no voxel differs from its neighbours. */
    COARSENESS("QCDE", "1", t -> t.meanDifference() == 0 ? 1e6 : 1 / t.meanDifference()),
    /** Contrast (65HE): {@code ΣᵢΣⱼ pᵢ pⱼ (i − j)² / (G (G − 1)) · Σ sᵢ / N}; 0 for one level. */
    CONTRAST("65HE", "1", t -> t.occurringLevels() == 1 ? 0
            : t.overPairs((i, j, pi, pj, si, sj) -> pi * pj * (i - j) * (i - j)) / t.occurringLevels() / (t.occurringLevels() - 1)
                    * t.totalDifference() / t.voxels()),
    /** Busyness (NQ30): {@code Σ pᵢ sᵢ / ΣᵢΣⱼ |i pᵢ − j pⱼ|}; 0 for one level, NaN or infinite where all i pᵢ are equal. */
    BUSYNESS("NQ30", "1", t -> t.occurringLevels() == 1 ? 0
            : t.meanDifference() / t.overPairs((i, j, pi, pj, si, sj) -> Math.abs(i * pi - j * pj))),
    /** Complexity (HDEZ): {@code ΣᵢΣⱼ |i − j| (pᵢ sᵢ + pⱼ sⱼ) / (pᵢ + pⱼ) / N}; 0 for one level. */
    COMPLEXITY("HDEZ", "1",
            t -> t.overPairs((i, j, pi, pj, si, sj) -> Math.abs(i - j) * (pi * si + pj * sj) / (pi + pj)) / t.voxels()),
    /** Strength (1X9X): {@code ΣᵢΣⱼ (pᵢ + pⱼ) (i − j)² / Σ sᵢ}; 0 where no voxel differs from its neighbours. */
    STRENGTH("1X9X", "1", t -> t.totalDifference() == 0 ? 0
            : t.overPairs((i, j, pi, pj, si, sj) -> (pi + pj) * (i - j) * (i - j)) / t.totalDifference());

    private final FeatureId id;
    private final ToDoubleFunction<ToneDifferences> formula;

    NgtdmFeature(String code, String unit, ToDoubleFunction<ToneDifferences> formula) {
        this.id = FeatureId.standard(Ngtdm.ID, name(), code, unit);
        this.formula = formula;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(ToneDifferences matrix) {
        return formula.applyAsDouble(matrix);
    }
}
