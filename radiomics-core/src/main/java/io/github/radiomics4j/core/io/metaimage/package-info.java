/** MetaImage, with the voxels behind the header or in a file beside it. */
package io.github.radiomics4j.core.io.metaimage;
