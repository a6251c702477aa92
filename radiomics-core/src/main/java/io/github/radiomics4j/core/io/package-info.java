/**
 * Images out of files, and into files. {@link io.github.radiomics4j.core.io.ImageFiles} is the front door;
 * {@link io.github.radiomics4j.core.io.ImageReader} is what another format implements, with
 * {@link io.github.radiomics4j.core.io.FileBytes}, {@link io.github.radiomics4j.core.io.StoredVoxels} and
 * {@link io.github.radiomics4j.core.io.FileGeometry} to build on.
 *
 * <p>Readers keep array order: no axis is reordered or flipped, the geometry says where the array lies (LPS millimetres).
 * Files are taken to be hostile: sizes are compared with the bytes that are there before memory is allocated, a header cannot
 * open files outside its folder, and whatever is wrong becomes an
 * {@link io.github.radiomics4j.core.InvalidInputException} that names the file and the rule.
 *
 * <p>An {@link io.github.radiomics4j.core.io.ImageWriter} refuses what its format cannot hold, and leaves no half-written file.
 */
package io.github.radiomics4j.core.io;
