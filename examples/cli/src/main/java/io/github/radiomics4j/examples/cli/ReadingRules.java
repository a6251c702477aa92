package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.io.region.RegionRules;
import picocli.CommandLine.Option;

/** The options that say what is accepted of masks, the same for one image and for many. */
final class ReadingRules {
    @Option(names = "--any-series",
            description = "Accept a structure set or segmentation of another series in the same frame of reference.")
    private boolean anySeries;

    @Option(names = "--cut-at-border", description = "Of a region that reaches beyond the image, take the part within.")
    private boolean cutAtBorder;

    @Option(names = "--fraction", paramLabel = "F", defaultValue = "0.5",
            description = "From which fraction on a voxel of a fractional segmentation counts; default ${DEFAULT-VALUE}.")
    private double fraction;

    @Option(names = "--resample-mask", description = "Bring a label map of another grid to the image by nearest neighbours.")
    private boolean resample;

    /**
     * The rules for structure sets and segmentations.
     *
     * @return as asked for
     * @throws UsageException where a number is out of range
     */
    RegionRules rules() {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new UsageException("--fraction must be above 0 and at most 1, was " + fraction);
        }
        return new RegionRules(fraction, anySeries, cutAtBorder);
    }

    /**
     * Whether another series is accepted.
     *
     * @return true where that was asked for
     */
    boolean anySeries() {
        return anySeries;
    }

    /**
     * Whether label maps of another grid are brought to the image.
     *
     * @return true where that was asked for
     */
    boolean resample() {
        return resample;
    }
}
