/** Families that read intensities or grey levels: local peaks, intensity statistics and the intensity histogram. */
package io.github.radiomics4j.core.intensity;
