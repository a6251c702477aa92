package io.github.radiomics4j.core.feature;

import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * The label of the discretisation that the family's features depend on.
     *
     * @param roi the region
     * @return by default that of the region's grey levels; empty for a family that reads no levels
     */
    default Optional<String> discretisation(PreparedRoi roi) {
        return Optional.of(roi.discretisation());
    }

    /**
     * The family's own settings, where it has any.
     *
     * @return name to value, for the provenance; empty by default
     */
    default Map<String, String> settings() {
        return Map.of();
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
