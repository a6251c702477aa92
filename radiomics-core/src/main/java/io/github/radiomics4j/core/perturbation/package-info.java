/** Small changes of a mask, and what features make of them: how robust they are against another contour. */
package io.github.radiomics4j.core.perturbation;
