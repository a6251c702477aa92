package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.preprocessing.Discretisation;
import io.github.radiomics4j.core.preprocessing.Resampling;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import java.util.List;
import java.util.Optional;

/**
 * What a settings file says.
 *
 * @param resampling empty for none
 * @param resegmentation empty for none
 * @param discretisation how intensities become grey levels
 * @param aggregations how matrices are combined, at least one
 * @param families what is measured, at least one
 */
record ExtractionSettings(Optional<Resampling> resampling, Optional<Resegmentation> resegmentation, Discretisation discretisation,
        List<Aggregation> aggregations, List<FeatureFamily<?>> families) {

    /**
     * Copies the lists.
     *
     * @param resampling empty for none
     * @param resegmentation empty for none
     * @param discretisation how intensities become grey levels
     * @param aggregations how matrices are combined, at least one
     * @param families what is measured, at least one
     */
    ExtractionSettings {
        aggregations = List.copyOf(aggregations);
        families = List.copyOf(families);
    }

    /**
     * The extractor that works so.
     *
     * @return the extractor
     */
    FeatureExtractor extractor() {
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(discretisation).aggregatedBy(aggregations).withFamilies(families);
        if (resampling.isPresent()) {
            extractor = extractor.resampledBy(resampling.get());
        }
        return resegmentation.isPresent() ? extractor.resegmentedBy(resegmentation.get()) : extractor;
    }
}
