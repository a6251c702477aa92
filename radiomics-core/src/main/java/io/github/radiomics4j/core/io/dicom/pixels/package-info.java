/** The pixels of DICOM files: which values the stored bits stand for, native or compressed. */
package io.github.radiomics4j.core.io.dicom.pixels;
