/** Pictures of regions on their image, for eyes that check whether a mask lies where it should. */
package io.github.radiomics4j.core.preview;
