package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.CaseReading;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.region.RegionRules;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how the files of a cohort are read, as those of {@code extract} do for one case. */
final class BatchReading {
    @Option(names = "--suv", description = "PET as standardised uptake values by body weight (g/ml); all images must be DICOM.")
    private boolean suv;

    @Option(names = "--spacing", paramLabel = "MM", split = ",",
            description = "Voxel size x,y,z of TIFF files, images and masks, which often do not state it.")
    private List<Double> spacing = List.of();

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
     * What was asked for.
     *
     * @return how images and masks are read
     * @throws UsageException where a number is out of range
     */
    CaseReading reading() {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new UsageException("--fraction must be above 0 and at most 1, was " + fraction);
        }
        if (!spacing.isEmpty() && (spacing.size() != 3 || !spacing.stream().allMatch(mm -> mm > 0 && Double.isFinite(mm)))) {
            throw new UsageException("--spacing takes three positive numbers in mm, such as 0.5,0.5,2; was " + spacing);
        }
        Optional<VoxelSpacing> tiff = spacing.isEmpty() ? Optional.empty()
                : Optional.of(VoxelSpacing.mm(spacing.get(0), spacing.get(1), spacing.get(2)));
        return new CaseReading(new RegionRules(fraction, anySeries, cutAtBorder), resample, suv, tiff);
    }
}
