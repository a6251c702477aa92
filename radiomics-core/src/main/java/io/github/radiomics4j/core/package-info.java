/**
 * Radiomics in the words of the IBSI manual: images and masks become prepared regions, regions become named features.
 * The packages follow the data flow; see {@code docs/architecture.md}.
 */
package io.github.radiomics4j.core;
