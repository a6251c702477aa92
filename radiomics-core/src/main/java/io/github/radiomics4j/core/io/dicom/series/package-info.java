/** Slices of DICOM put together into volumes: which belong together, in which order, where they lie and what their values mean. */
package io.github.radiomics4j.core.io.dicom.series;
