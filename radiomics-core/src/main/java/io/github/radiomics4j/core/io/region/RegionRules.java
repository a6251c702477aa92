package io.github.radiomics4j.core.io.region;

/**
 * What is done where a file leaves it open. The standard is strict; what it refuses is accepted on request, never in silence.
 *
 * @param fraction a voxel of a fractional segmentation belongs to the region from this fraction on; 0.5 by standard
 * @param anySeries whether a region that names another series than the image is accepted, in the same frame of reference
 * @param cut whether the part of a region beyond the border of the image is left out
 */
public record RegionRules(double fraction, boolean anySeries, boolean cut) {
    /** At least half, the series that the region was drawn on, whole regions. */
    public static final RegionRules STANDARD = new RegionRules(0.5, false, false);

    /**
     * Checks the fraction.
     *
     * @param fraction above 0, at most 1
     * @param anySeries whether other series are accepted
     * @param cut whether regions are cut at the border
     */
    public RegionRules {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("the fraction from which on a voxel belongs to a region must be above 0 and at most 1, was "
                    + fraction);
        }
    }

    /**
     * The same rules with another threshold for fractional segmentations.
     *
     * @param least above 0, at most 1
     * @return the rules
     */
    public RegionRules fractionAtLeast(double least) {
        return new RegionRules(least, anySeries, cut);
    }

    /**
     * The same rules, but a region drawn on another series of the same frame of reference is accepted.
     *
     * @return the rules
     */
    public RegionRules onAnySeries() {
        return new RegionRules(fraction, true, cut);
    }

    /**
     * The same rules, but of a region that reaches beyond the image the part within is taken.
     *
     * @return the rules
     */
    public RegionRules cutAtBorder() {
        return new RegionRules(fraction, anySeries, true);
    }
}
