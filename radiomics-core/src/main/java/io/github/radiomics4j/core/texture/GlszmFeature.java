package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;

/**
 * The features of {@link Glszm}, over the counts r(i, j) of grey level i with zone size j in voxels; Nₛ zones, Nᵥ voxels. A region of one level and one piece is one zone.
 */
public enum GlszmFeature implements FeatureDefinition<LevelSizeMatrix> {
    /** Small zone emphasis (5QRC): {@code Σ r(i,j) / j² / Nₛ}. */
    SMALL_ZONE_EMPHASIS("5QRC", "1", LevelSizeStatistic.SMALL_SIZE_EMPHASIS),
    /** Large zone emphasis (48P8): {@code Σ r(i,j) j² / Nₛ}. */
    LARGE_ZONE_EMPHASIS("48P8", "1", LevelSizeStatistic.LARGE_SIZE_EMPHASIS),
    /** Low grey level zone emphasis (XMSY): {@code Σ r(i,j) / i² / Nₛ}. */
    LOW_GREY_LEVEL_ZONE_EMPHASIS("XMSY", "1", LevelSizeStatistic.LOW_LEVEL_EMPHASIS),
    /** High grey level zone emphasis (5GN9): {@code Σ r(i,j) i² / Nₛ}. */
    HIGH_GREY_LEVEL_ZONE_EMPHASIS("5GN9", "1", LevelSizeStatistic.HIGH_LEVEL_EMPHASIS),
    /** Small zone low grey level emphasis (5RAI): {@code Σ r(i,j) / (i² j²) / Nₛ}. */
    SMALL_ZONE_LOW_GREY_LEVEL_EMPHASIS("5RAI", "1", LevelSizeStatistic.SMALL_SIZE_LOW_LEVEL_EMPHASIS),
    /** Small zone high grey level emphasis (HW1V): {@code Σ r(i,j) i² / j² / Nₛ}. */
    SMALL_ZONE_HIGH_GREY_LEVEL_EMPHASIS("HW1V", "1", LevelSizeStatistic.SMALL_SIZE_HIGH_LEVEL_EMPHASIS),
    /** Large zone low grey level emphasis (YH51): {@code Σ r(i,j) j² / i² / Nₛ}. */
    LARGE_ZONE_LOW_GREY_LEVEL_EMPHASIS("YH51", "1", LevelSizeStatistic.LARGE_SIZE_LOW_LEVEL_EMPHASIS),
    /** Large zone high grey level emphasis (J17V): {@code Σ r(i,j) i² j² / Nₛ}. */
    LARGE_ZONE_HIGH_GREY_LEVEL_EMPHASIS("J17V", "1", LevelSizeStatistic.LARGE_SIZE_HIGH_LEVEL_EMPHASIS),
    /** Grey level non-uniformity (JNSA): {@code Σᵢ (Σⱼ r(i,j))² / Nₛ}. */
    GREY_LEVEL_NON_UNIFORMITY("JNSA", "zone", LevelSizeStatistic.LEVEL_NON_UNIFORMITY),
    /** Normalised grey level non-uniformity (Y1RO): {@code Σᵢ (Σⱼ r(i,j))² / Nₛ²}. */
    NORMALISED_GREY_LEVEL_NON_UNIFORMITY("Y1RO", "1", LevelSizeStatistic.NORMALISED_LEVEL_NON_UNIFORMITY),
    /** Zone size non-uniformity (4JP3): {@code Σⱼ (Σᵢ r(i,j))² / Nₛ}. */
    ZONE_SIZE_NON_UNIFORMITY("4JP3", "zone", LevelSizeStatistic.SIZE_NON_UNIFORMITY),
    /** Normalised zone size non-uniformity (VB3A): {@code Σⱼ (Σᵢ r(i,j))² / Nₛ²}. */
    NORMALISED_ZONE_SIZE_NON_UNIFORMITY("VB3A", "1", LevelSizeStatistic.NORMALISED_SIZE_NON_UNIFORMITY),
    /** Zone percentage (P30P): {@code Nₛ / Nᵥ}. */
    ZONE_PERCENTAGE("P30P", "1", LevelSizeStatistic.PERCENTAGE),
    /** Grey level variance (BYLV): {@code Σ (i − mean i)² r(i,j) / Nₛ}; 0 for one level. */
    GREY_LEVEL_VARIANCE("BYLV", "level^2", LevelSizeStatistic.LEVEL_VARIANCE),
    /** Zone size variance (3NSA): {@code Σ (j − mean j)² r(i,j) / Nₛ}. */
    ZONE_SIZE_VARIANCE("3NSA", "voxel^2", LevelSizeStatistic.SIZE_VARIANCE),
    /** Zone size entropy (GU8N): {@code −Σ p log₂ p with p = r(i,j) / Nₛ}. */
    ZONE_SIZE_ENTROPY("GU8N", "bit", LevelSizeStatistic.ENTROPY);

    private final FeatureId id;
    private final LevelSizeStatistic statistic;

    GlszmFeature(String code, String unit, LevelSizeStatistic statistic) {
        this.id = FeatureId.standard(Glszm.ID, name(), code, unit);
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
