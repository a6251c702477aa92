/** DICOM segmentations: frames of bits, fractions or labels, placed onto the grid of an image. */
package io.github.radiomics4j.core.io.dicom.seg;
