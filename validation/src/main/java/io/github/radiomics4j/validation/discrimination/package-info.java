/**
 * How well a score separates cases with an event from those without: ROC curve, AUC, its intervals and tests (DeLong's, and Obuchowski's
 * where several cases are of one patient), cut-offs.
 */
package io.github.radiomics4j.validation.discrimination;
