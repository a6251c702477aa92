/** Families that count how grey levels lie beside each other: co-occurrence, run length, zone, and neighbourhood matrices. */
package io.github.radiomics4j.core.texture;
