package io.github.radiomics4j.core.cohort;

/**
 * A structure that a case lacks: its image or mask is empty in the table of cases.
 *
 * @param caseId of which case
 * @param structure which
 */
public record MissingStructure(String caseId, String structure) {
}
