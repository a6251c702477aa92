/** The family that reads the region's shape: its surface mesh, convex hull and principal axes, and how intensities lie in it. */
package io.github.radiomics4j.core.morphology;
