package io.github.radiomics4j.core.preprocessing;

/** How values between voxel centres are estimated. Beyond the outermost centres the border value holds. */
public enum Interpolation {
    /** The value of the nearest voxel; half-way the one of higher index. */
    NEAREST,
    /** Linear along each axis (bilinear, trilinear). */
    LINEAR,
    /** The interpolating cubic B-spline: its prefiltered coefficients reproduce the image at the voxel centres. */
    CUBIC_SPLINE
}
