/** Harmonisation of features between scanners, learned from training rows: ComBat. */
package io.github.radiomics4j.radscore.harmonisation;
