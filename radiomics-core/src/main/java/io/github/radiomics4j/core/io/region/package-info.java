/** Regions of interest from files of every sort: which one is wanted, on which grid, by which rules. */
package io.github.radiomics4j.core.io.region;
