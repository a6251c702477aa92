package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;

/** The features of {@link Gldzm}, over the counts r(i, j) of grey level i with zone distance j; Nₛ zones, Nᵥ voxels. */
public enum GldzmFeature implements FeatureDefinition<LevelSizeMatrix> {
    /** Small distance emphasis (0GBI): {@code Σ r(i,j) / j² / Nₛ}. */
    SMALL_DISTANCE_EMPHASIS("0GBI", "1", LevelSizeStatistic.SMALL_SIZE_EMPHASIS),
    /** Large distance emphasis (MB4I): {@code Σ r(i,j) j² / Nₛ}. */
    LARGE_DISTANCE_EMPHASIS("MB4I", "1", LevelSizeStatistic.LARGE_SIZE_EMPHASIS),
    /** Low grey level zone emphasis (S1RA): {@code Σ r(i,j) / i² / Nₛ}. */
    LOW_GREY_LEVEL_ZONE_EMPHASIS("S1RA", "1", LevelSizeStatistic.LOW_LEVEL_EMPHASIS),
    /** High grey level zone emphasis (K26C): {@code Σ r(i,j) i² / Nₛ}. */
    HIGH_GREY_LEVEL_ZONE_EMPHASIS("K26C", "1", LevelSizeStatistic.HIGH_LEVEL_EMPHASIS),
    /** Small distance low grey level emphasis (RUVG): {@code Σ r(i,j) / (i² j²) / Nₛ}. */
    SMALL_DISTANCE_LOW_GREY_LEVEL_EMPHASIS("RUVG", "1", LevelSizeStatistic.SMALL_SIZE_LOW_LEVEL_EMPHASIS),
    /** Small distance high grey level emphasis (DKNJ): {@code Σ r(i,j) i² / j² / Nₛ}. */
    SMALL_DISTANCE_HIGH_GREY_LEVEL_EMPHASIS("DKNJ", "1", LevelSizeStatistic.SMALL_SIZE_HIGH_LEVEL_EMPHASIS),
    /** Large distance low grey level emphasis (A7WM): {@code Σ r(i,j) j² / i² / Nₛ}. */
    LARGE_DISTANCE_LOW_GREY_LEVEL_EMPHASIS("A7WM", "1", LevelSizeStatistic.LARGE_SIZE_LOW_LEVEL_EMPHASIS),
    /** Large distance high grey level emphasis (KLTH): {@code Σ r(i,j) i² j² / Nₛ}. */
    LARGE_DISTANCE_HIGH_GREY_LEVEL_EMPHASIS("KLTH", "1", LevelSizeStatistic.LARGE_SIZE_HIGH_LEVEL_EMPHASIS),
    /** Grey level non-uniformity (VFT7): {@code Σᵢ (Σⱼ r(i,j))² / Nₛ}. */
    GREY_LEVEL_NON_UNIFORMITY("VFT7", "zone", LevelSizeStatistic.LEVEL_NON_UNIFORMITY),
    /** Normalised grey level non-uniformity (7HP3): {@code Σᵢ (Σⱼ r(i,j))² / Nₛ²}. */
    NORMALISED_GREY_LEVEL_NON_UNIFORMITY("7HP3", "1", LevelSizeStatistic.NORMALISED_LEVEL_NON_UNIFORMITY),
    /** Zone distance non-uniformity (V294): {@code Σⱼ (Σᵢ r(i,j))² / Nₛ}. */
    ZONE_DISTANCE_NON_UNIFORMITY("V294", "zone", LevelSizeStatistic.SIZE_NON_UNIFORMITY),
    /** Normalised zone distance non-uniformity (IATH): {@code Σⱼ (Σᵢ r(i,j))² / Nₛ²}. */
    NORMALISED_ZONE_DISTANCE_NON_UNIFORMITY("IATH", "1", LevelSizeStatistic.NORMALISED_SIZE_NON_UNIFORMITY),
    /** Zone percentage (VIWW): {@code Nₛ / Nᵥ}. */
    ZONE_PERCENTAGE("VIWW", "1", LevelSizeStatistic.PERCENTAGE),
    /** Grey level variance (QK93): {@code Σ (i − mean i)² r(i,j) / Nₛ}; 0 for one level. */
    GREY_LEVEL_VARIANCE("QK93", "level^2", LevelSizeStatistic.LEVEL_VARIANCE),
    /** Zone distance variance (7WT1): {@code Σ (j − mean j)² r(i,j) / Nₛ}. */
    ZONE_DISTANCE_VARIANCE("7WT1", "voxel^2", LevelSizeStatistic.SIZE_VARIANCE),
    /** Zone distance entropy (GBDU): {@code −Σ p log₂ p with p = r(i,j) / Nₛ}. */
    ZONE_DISTANCE_ENTROPY("GBDU", "bit", LevelSizeStatistic.ENTROPY);

    private final FeatureId id;
    private final LevelSizeStatistic statistic;

    GldzmFeature(String code, String unit, LevelSizeStatistic statistic) {
        this.id = FeatureId.standard(Gldzm.ID, name(), code, unit);
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
