package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.feature.FeatureId;

/**
 * The features of {@link Glrlm}, over the counts r(i, j) of grey level i with run length j; Nₛ runs, Nᵥ voxels (times directions where these are merged). A region of one voxel is one run of length 1 in each direction.
 */
public enum GlrlmFeature implements FeatureDefinition<LevelSizeMatrix> {
    /** Short runs emphasis (22OV): {@code Σ r(i,j) / j² / Nₛ}. */
    SHORT_RUNS_EMPHASIS("22OV", "1", LevelSizeStatistic.SMALL_SIZE_EMPHASIS),
    /** Long runs emphasis (W4KF): {@code Σ r(i,j) j² / Nₛ}. */
    LONG_RUNS_EMPHASIS("W4KF", "1", LevelSizeStatistic.LARGE_SIZE_EMPHASIS),
    /** Low grey level run emphasis (V3SW): {@code Σ r(i,j) / i² / Nₛ}. */
    LOW_GREY_LEVEL_RUN_EMPHASIS("V3SW", "1", LevelSizeStatistic.LOW_LEVEL_EMPHASIS),
    /** High grey level run emphasis (G3QZ): {@code Σ r(i,j) i² / Nₛ}. */
    HIGH_GREY_LEVEL_RUN_EMPHASIS("G3QZ", "1", LevelSizeStatistic.HIGH_LEVEL_EMPHASIS),
    /** Short run low grey level emphasis (HTZT): {@code Σ r(i,j) / (i² j²) / Nₛ}. */
    SHORT_RUN_LOW_GREY_LEVEL_EMPHASIS("HTZT", "1", LevelSizeStatistic.SMALL_SIZE_LOW_LEVEL_EMPHASIS),
    /** Short run high grey level emphasis (GD3A): {@code Σ r(i,j) i² / j² / Nₛ}. */
    SHORT_RUN_HIGH_GREY_LEVEL_EMPHASIS("GD3A", "1", LevelSizeStatistic.SMALL_SIZE_HIGH_LEVEL_EMPHASIS),
    /** Long run low grey level emphasis (IVPO): {@code Σ r(i,j) j² / i² / Nₛ}. */
    LONG_RUN_LOW_GREY_LEVEL_EMPHASIS("IVPO", "1", LevelSizeStatistic.LARGE_SIZE_LOW_LEVEL_EMPHASIS),
    /** Long run high grey level emphasis (3KUM): {@code Σ r(i,j) i² j² / Nₛ}. */
    LONG_RUN_HIGH_GREY_LEVEL_EMPHASIS("3KUM", "1", LevelSizeStatistic.LARGE_SIZE_HIGH_LEVEL_EMPHASIS),
    /** Grey level non-uniformity (R5YN): {@code Σᵢ (Σⱼ r(i,j))² / Nₛ}. */
    GREY_LEVEL_NON_UNIFORMITY("R5YN", "run", LevelSizeStatistic.LEVEL_NON_UNIFORMITY),
    /** Normalised grey level non-uniformity (OVBL): {@code Σᵢ (Σⱼ r(i,j))² / Nₛ²}. */
    NORMALISED_GREY_LEVEL_NON_UNIFORMITY("OVBL", "1", LevelSizeStatistic.NORMALISED_LEVEL_NON_UNIFORMITY),
    /** Run length non-uniformity (W92Y): {@code Σⱼ (Σᵢ r(i,j))² / Nₛ}. */
    RUN_LENGTH_NON_UNIFORMITY("W92Y", "run", LevelSizeStatistic.SIZE_NON_UNIFORMITY),
    /** Normalised run length non-uniformity (IC23): {@code Σⱼ (Σᵢ r(i,j))² / Nₛ²}. */
    NORMALISED_RUN_LENGTH_NON_UNIFORMITY("IC23", "1", LevelSizeStatistic.NORMALISED_SIZE_NON_UNIFORMITY),
    /** Run percentage (9ZK5): {@code Nₛ / Nᵥ}. */
    RUN_PERCENTAGE("9ZK5", "1", LevelSizeStatistic.PERCENTAGE),
    /** Grey level variance (8CE5): {@code Σ (i − mean i)² r(i,j) / Nₛ}; 0 for one level. */
    GREY_LEVEL_VARIANCE("8CE5", "level^2", LevelSizeStatistic.LEVEL_VARIANCE),
    /** Run length variance (SXLW): {@code Σ (j − mean j)² r(i,j) / Nₛ}. */
    RUN_LENGTH_VARIANCE("SXLW", "voxel^2", LevelSizeStatistic.SIZE_VARIANCE),
    /** Run entropy (HJ9O): {@code −Σ p log₂ p with p = r(i,j) / Nₛ}. */
    RUN_ENTROPY("HJ9O", "bit", LevelSizeStatistic.ENTROPY);

    private final FeatureId id;
    private final LevelSizeStatistic statistic;

    GlrlmFeature(String code, String unit, LevelSizeStatistic statistic) {
        this.id = FeatureId.standard(Glrlm.ID, name(), code, unit);
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
