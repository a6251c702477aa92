package io.github.radiomics4j.core.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of a cohort.
 *
 * @param id unique in the cohort
 * @param patient whom the case belongs to: cases of one patient must never stand on both sides of a split
 * @param outcome whether the event occurred; empty where it is not known
 * @param structures name to files, in the order of the cohort's structures; a structure that the case lacks is not there; copied
 * @param clinical every other column, name to text as it stands, in the order of the file; copied
 */
public record CohortCase(String id, String patient, Optional<Boolean> outcome, Map<String, StructureInput> structures,
        Map<String, String> clinical) {

    /**
     * Copies the maps.
     *
     * @param id unique in the cohort, not empty
     * @param patient not empty
     * @param outcome empty where it is not known
     * @param structures name to files; copied
     * @param clinical name to text; copied
     */
    public CohortCase {
        if (id.isEmpty() || patient.isEmpty()) {
            throw new IllegalArgumentException("a case needs an id and a patient, were \"" + id + "\" and \"" + patient + "\"");
        }
        Objects.requireNonNull(outcome);
        structures = Collections.unmodifiableMap(new LinkedHashMap<>(structures));
        clinical = Collections.unmodifiableMap(new LinkedHashMap<>(clinical));
    }
}
