/** NRRD, attached and detached headers. */
package io.github.radiomics4j.core.io.nrrd;
