/** Figures of a validation, as text that any browser or word processor draws, and pages that they stand in. */
package io.github.radiomics4j.validation.report;
