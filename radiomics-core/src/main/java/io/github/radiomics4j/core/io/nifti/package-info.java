/** NIfTI-1 and NIfTI-2, single files and pairs, plain or gzip. */
package io.github.radiomics4j.core.io.nifti;
