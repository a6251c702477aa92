package io.github.radiomics4j.core.texture;

import java.util.function.ToDoubleFunction;

/** The statistics that run length, zone and dependence matrices share, written once; i is the grey level, j the size. */
enum LevelSizeStatistic {
    /** {@code Σ r / j² / Nₛ}. */
    SMALL_SIZE_EMPHASIS(m -> m.mean((i, j) -> 1 / (j * j))),
    /** {@code Σ r j² / Nₛ}. */
    LARGE_SIZE_EMPHASIS(m -> m.mean((i, j) -> j * j)),
    /** {@code Σ r / i² / Nₛ}. */
    LOW_LEVEL_EMPHASIS(m -> m.mean((i, j) -> 1 / (i * i))),
    /** {@code Σ r i² / Nₛ}. */
    HIGH_LEVEL_EMPHASIS(m -> m.mean((i, j) -> i * i)),
    /** {@code Σ r / (i² j²) / Nₛ}. */
    SMALL_SIZE_LOW_LEVEL_EMPHASIS(m -> m.mean((i, j) -> 1 / (i * i * j * j))),
    /** {@code Σ r i² / j² / Nₛ}. */
    SMALL_SIZE_HIGH_LEVEL_EMPHASIS(m -> m.mean((i, j) -> i * i / (j * j))),
    /** {@code Σ r j² / i² / Nₛ}. */
    LARGE_SIZE_LOW_LEVEL_EMPHASIS(m -> m.mean((i, j) -> j * j / (i * i))),
    /** {@code Σ r i² j² / Nₛ}. */
    LARGE_SIZE_HIGH_LEVEL_EMPHASIS(m -> m.mean((i, j) -> i * i * j * j)),
    /** {@code Σᵢ (Σⱼ r)² / Nₛ}. */
    LEVEL_NON_UNIFORMITY(m -> m.squaredLevelTotals() / m.total()),
    /** {@code Σᵢ (Σⱼ r)² / Nₛ²}. */
    NORMALISED_LEVEL_NON_UNIFORMITY(m -> m.squaredLevelTotals() / m.total() / m.total()),
    /** {@code Σⱼ (Σᵢ r)² / Nₛ}. */
    SIZE_NON_UNIFORMITY(m -> m.squaredSizeTotals() / m.total()),
    /** {@code Σⱼ (Σᵢ r)² / Nₛ²}. */
    NORMALISED_SIZE_NON_UNIFORMITY(m -> m.squaredSizeTotals() / m.total() / m.total()),
    /** {@code Nₛ / Nᵥ}. */
    PERCENTAGE(m -> m.total() / m.voxels()),
    /** {@code Σ (i − mean)² r / Nₛ}. */
    LEVEL_VARIANCE(m -> {
        double mean = m.mean((i, j) -> i);
        return m.mean((i, j) -> (i - mean) * (i - mean));
    }),
    /** {@code Σ (j − mean)² r / Nₛ}. */
    SIZE_VARIANCE(m -> {
        double mean = m.mean((i, j) -> j);
        return m.mean((i, j) -> (j - mean) * (j - mean));
    }),
    /** {@code −Σ p log₂ p} with {@code p = r / Nₛ}. */
    ENTROPY(LevelSizeMatrix::entropy),
    /** {@code Σ p²} with {@code p = r / Nₛ}. */
    ENERGY(LevelSizeMatrix::energy);

    private final ToDoubleFunction<LevelSizeMatrix> formula;

    LevelSizeStatistic(ToDoubleFunction<LevelSizeMatrix> formula) {
        this.formula = formula;
    }

    double of(LevelSizeMatrix matrix) {
        return formula.applyAsDouble(matrix);
    }
}
