/** The front door: an extractor holds one value per stage and turns image and mask into a feature vector. */
package io.github.radiomics4j.core.extraction;
