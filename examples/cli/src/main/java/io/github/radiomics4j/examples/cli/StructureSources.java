package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.feature.FeatureSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What measures the structures of a cohort.
 *
 * @param ofStructure structure to its source, in the order of the cohort; copied
 * @param networks those that the sources use, closed with this; copied
 */
record StructureSources(Map<String, FeatureSource> ofStructure, List<DeepSource> networks) implements AutoCloseable {

    /**
     * Copies the collections.
     *
     * @param ofStructure structure to its source
     * @param networks those that the sources use
     */
    StructureSources {
        ofStructure = Collections.unmodifiableMap(new LinkedHashMap<>(ofStructure));
        networks = List.copyOf(networks);
    }

    /**
     * One network for all structures.
     *
     * @param structures those of the cohort
     * @param network closed with the sources
     * @return the sources
     */
    static StructureSources of(List<String> structures, DeepSource network) {
        Map<String, FeatureSource> sources = new LinkedHashMap<>();
        structures.forEach(structure -> sources.put(structure, network));
        return new StructureSources(sources, List.of(network));
    }

    /**
     * The same with a network that measures beside every source.
     *
     * @param opening opens it; it is closed with the result
     * @return the wider sources in place of these, which are closed where opening fails
     */
    StructureSources beside(Supplier<DeepSource> opening) {
        try {
            DeepSource network = opening.get();
            Map<String, FeatureSource> wider = new LinkedHashMap<>();
            ofStructure.forEach((structure, source) -> wider.put(structure, source.and(network)));
            return new StructureSources(wider, Stream.concat(networks.stream(), Stream.of(network)).toList());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * The cases that networks have learned from.
     *
     * @return as their files tell; none where they do not say
     */
    Set<String> trainedOn() {
        return networks.stream().flatMap(network -> network.trainedOn().stream()).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        networks.forEach(DeepSource::close);
    }
}
