/** Checklists of reporting, filled from what an analysis knows; what only the authors know stays theirs. */
package io.github.radiomics4j.validation.report.checklist;
