/** Figures of a validation, as text that any browser or word processor draws. */
package io.github.radiomics4j.validation.report;
