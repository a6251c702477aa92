/** DICOM RT structure sets: contours in space, filled onto the grid of an image. */
package io.github.radiomics4j.core.io.dicom.rtstruct;
