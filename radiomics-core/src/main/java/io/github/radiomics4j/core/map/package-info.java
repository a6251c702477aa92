/** Feature maps: the value of a feature over a window around every voxel of a region. */
package io.github.radiomics4j.core.map;
