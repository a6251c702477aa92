/** TIFF and BigTIFF with grey values; the pages of a file are the slices of a stack. */
package io.github.radiomics4j.core.io.tiff;
