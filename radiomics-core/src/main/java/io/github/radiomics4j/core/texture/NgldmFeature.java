package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;

/** The features of {@link Ngldm}, over the counts r(i, j) of grey level i with dependence count j; every voxel counts once, so Nₛ = Nᵥ. */
public enum NgldmFeature implements FeatureDefinition<LevelSizeMatrix> {
    /** Low dependence emphasis (SODN): {@code Σ r(i,j) / j² / Nₛ}. */
    LOW_DEPENDENCE_EMPHASIS("SODN", "1", LevelSizeStatistic.SMALL_SIZE_EMPHASIS),
    /** High dependence emphasis (IMOQ): {@code Σ r(i,j) j² / Nₛ}. */
    HIGH_DEPENDENCE_EMPHASIS("IMOQ", "1", LevelSizeStatistic.LARGE_SIZE_EMPHASIS),
    /** Low grey level count emphasis (TL9H): {@code Σ r(i,j) / i² / Nₛ}. */
    LOW_GREY_LEVEL_COUNT_EMPHASIS("TL9H", "1", LevelSizeStatistic.LOW_LEVEL_EMPHASIS),
    /** High grey level count emphasis (OAE7): {@code Σ r(i,j) i² / Nₛ}. */
    HIGH_GREY_LEVEL_COUNT_EMPHASIS("OAE7", "1", LevelSizeStatistic.HIGH_LEVEL_EMPHASIS),
    /** Low dependence low grey level emphasis (EQ3F): {@code Σ r(i,j) / (i² j²) / Nₛ}. */
    LOW_DEPENDENCE_LOW_GREY_LEVEL_EMPHASIS("EQ3F", "1", LevelSizeStatistic.SMALL_SIZE_LOW_LEVEL_EMPHASIS),
    /** Low dependence high grey level emphasis (JA6D): {@code Σ r(i,j) i² / j² / Nₛ}. */
    LOW_DEPENDENCE_HIGH_GREY_LEVEL_EMPHASIS("JA6D", "1", LevelSizeStatistic.SMALL_SIZE_HIGH_LEVEL_EMPHASIS),
    /** High dependence low grey level emphasis (NBZI): {@code Σ r(i,j) j² / i² / Nₛ}. */
    HIGH_DEPENDENCE_LOW_GREY_LEVEL_EMPHASIS("NBZI", "1", LevelSizeStatistic.LARGE_SIZE_LOW_LEVEL_EMPHASIS),
    /** High dependence high grey level emphasis (9QMG): {@code Σ r(i,j) i² j² / Nₛ}. */
    HIGH_DEPENDENCE_HIGH_GREY_LEVEL_EMPHASIS("9QMG", "1", LevelSizeStatistic.LARGE_SIZE_HIGH_LEVEL_EMPHASIS),
    /** Grey level non-uniformity (FP8K): {@code Σᵢ (Σⱼ r(i,j))² / Nₛ}. */
    GREY_LEVEL_NON_UNIFORMITY("FP8K", "voxel", LevelSizeStatistic.LEVEL_NON_UNIFORMITY),
    /** Normalised grey level non-uniformity (5SPA): {@code Σᵢ (Σⱼ r(i,j))² / Nₛ²}. */
    NORMALISED_GREY_LEVEL_NON_UNIFORMITY("5SPA", "1", LevelSizeStatistic.NORMALISED_LEVEL_NON_UNIFORMITY),
    /** Dependence count non-uniformity (Z87G): {@code Σⱼ (Σᵢ r(i,j))² / Nₛ}. */
    DEPENDENCE_COUNT_NON_UNIFORMITY("Z87G", "voxel", LevelSizeStatistic.SIZE_NON_UNIFORMITY),
    /** Normalised dependence count non-uniformity (OKJI): {@code Σⱼ (Σᵢ r(i,j))² / Nₛ²}. */
    NORMALISED_DEPENDENCE_COUNT_NON_UNIFORMITY("OKJI", "1", LevelSizeStatistic.NORMALISED_SIZE_NON_UNIFORMITY),
    /** Dependence count percentage (6XV8): {@code Nₛ / Nᵥ}; always 1. */
    DEPENDENCE_COUNT_PERCENTAGE("6XV8", "1", LevelSizeStatistic.PERCENTAGE),
    /** Grey level variance (1PFV): {@code Σ (i − mean i)² r(i,j) / Nₛ}; 0 for one level. */
    GREY_LEVEL_VARIANCE("1PFV", "level^2", LevelSizeStatistic.LEVEL_VARIANCE),
    /** Dependence count variance (DNX2): {@code Σ (j − mean j)² r(i,j) / Nₛ}. */
    DEPENDENCE_COUNT_VARIANCE("DNX2", "voxel^2", LevelSizeStatistic.SIZE_VARIANCE),
    /** Dependence count entropy (FCBV): {@code −Σ p log₂ p with p = r(i,j) / Nₛ}. */
    DEPENDENCE_COUNT_ENTROPY("FCBV", "bit", LevelSizeStatistic.ENTROPY),
    /** Dependence count energy (CAS9): {@code Σ p² with p = r(i,j) / Nₛ}. */
    DEPENDENCE_COUNT_ENERGY("CAS9", "1", LevelSizeStatistic.ENERGY);

    private final FeatureId id;
    private final LevelSizeStatistic statistic;

    NgldmFeature(String code, String unit, LevelSizeStatistic statistic) {
        this.id = FeatureId.standard(Ngldm.ID, name(), code, unit);
        this.statistic = statistic;
    }

    @Override
    public FeatureId id() {
        return id;
    }

    @Override
    public double valueOf(LevelSizeMatrix matrix) {
        return statistic.of(matrix);
    }
}
