package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.Objects;
import java.util.Optional;

/**
 * A structure that could not be measured.
 *
 * @param caseId of which case
 * @param structure which
 * @param problem the sort of trouble; empty where it is none of the input's, such as a disk that fails or a defect of a feature source
 * @param reason what was wrong, in words
 */
public record CaseFailure(String caseId, String structure, Optional<Problem> problem, String reason) {

    /**
     * Checks that all are given.
     *
     * @param caseId of which case
     * @param structure which
     * @param problem the sort of trouble
     * @param reason what was wrong, in words
     */
    public CaseFailure {
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(structure);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(reason);
    }

    @Override
    public String toString() {
        return "case \"" + caseId + "\", " + structure + ": " + problem.map(p -> p + ": ").orElse("") + reason;
    }
}
