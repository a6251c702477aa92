package io.github.radiomics4j.core.feature;

import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.List;

/**
 * A family of features: the statistics that they are read off, and how these are gathered from a region. This is what another
 * group implements to add features of its own; implementations are stateless.
 *
 * @param <S> the statistics, gathered once for all features
 */
public interface FeatureFamily<S> {

    /**
     * Who the family is.
     *
     * @return name and code
     */
    FamilyId id();

    /**
     * The features in the order of the manual.
     *
     * @return usually the values of an enum
     */
    List<? extends FeatureDefinition<S>> features();

    /**
     * The aggregation that this family uses where a directional one is asked for.
     *
     * @param requested one of the six directional aggregations
     * @return the request itself, what stands for it ({@link Aggregation#withoutDirection()}), or {@link Aggregation#VOLUME}, which
     *     is the default
     */
    default Aggregation aggregationFor(Aggregation requested) {
        return Aggregation.VOLUME;
    }

    /**
     * Whether the family reads grey levels, so that its features depend on the discretisation.
     *
     * @return true by default
     */
    default boolean usesLevels() {
        return true;
    }

    /**
     * How far outside the region's box the family looks ({@link PreparedRoi#surroundings()}).
     *
     * @return mm; 0 by default, for families that see the box only
     */
    default double reach() {
        return 0;
    }

    /**
     * Gathers the statistics.
     *
     * @param roi the region
     * @param aggregation what {@link #aggregationFor} returned
     * @return one element per matrix; the extractor averages each feature over them. Empty where the region has nothing to count
     *     (no pair of voxels): its features are then NaN
     */
    List<S> measure(PreparedRoi roi, Aggregation aggregation);
}
