/** From image and mask to a prepared region, in the order of the IBSI manual: resample, re-segment, discretise. */
package io.github.radiomics4j.core.preprocessing;
