/** How well a score separates cases with an event from those without: ROC curve, AUC, its DeLong interval and tests, cut-offs. */
package io.github.radiomics4j.validation.discrimination;
