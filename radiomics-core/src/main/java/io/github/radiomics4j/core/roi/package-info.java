/** What families are given: the region cropped to its box, with intensities, grey levels and masks ready to be counted. */
package io.github.radiomics4j.core.roi;
