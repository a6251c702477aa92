/** The small, stable vocabulary that families, extractors and tables share: codes, ids, keys, vectors and their provenance. */
package io.github.radiomics4j.core.feature;
