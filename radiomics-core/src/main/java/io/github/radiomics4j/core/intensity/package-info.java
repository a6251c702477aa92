/** Families that read intensities or grey levels without regard to neighbours: intensity statistics and the intensity histogram. */
package io.github.radiomics4j.core.intensity;
