/** The data elements of DICOM files: how they are encoded, and their values by tag. Pixels are located here, decoded elsewhere. */
package io.github.radiomics4j.core.io.dicom.dataset;
