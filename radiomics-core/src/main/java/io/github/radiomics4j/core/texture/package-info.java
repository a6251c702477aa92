/** Families that count how grey levels lie beside each other: co-occurrence, run length and size zone matrices. */
package io.github.radiomics4j.core.texture;
