package io.github.radiomics4j.validation.report.checklist;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An item of a checklist.
 *
 * @param number as in the publication, such as "23" or "12a"
 * @param section the part of the checklist
 * @param text what it asks for, in our own words
 * @param weight its weight, where the checklist is a score
 * @param fact what answers it; empty where only the authors can
 */
public record ChecklistItem(String number, String section, String text, OptionalDouble weight, Optional<StudyFact> fact) {
}
