package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.CaseReading;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how the files of a cohort are read, as those of {@code extract} do for one case. */
final class BatchReading {
    @Option(names = "--suv", description = "PET as standardised uptake values by body weight (g/ml); all images must be DICOM.")
    private boolean suv;

    @Option(names = "--spacing", paramLabel = "MM", split = ",",
            description = "Voxel size x,y,z of TIFF files, images and masks, which often do not state it.")
    private List<Double> spacing = List.of();

    @Mixin
    private ReadingRules rules;

    /**
     * What was asked for.
     *
     * @return how images and masks are read
     * @throws UsageException where a number is out of range
     */
    CaseReading reading() {
        if (!spacing.isEmpty() && (spacing.size() != 3 || !spacing.stream().allMatch(mm -> mm > 0 && Double.isFinite(mm)))) {
            throw new UsageException("--spacing takes three positive numbers in mm, such as 0.5,0.5,2; was " + spacing);
        }
        Optional<VoxelSpacing> tiff = spacing.isEmpty() ? Optional.empty()
                : Optional.of(VoxelSpacing.mm(spacing.get(0), spacing.get(1), spacing.get(2)));
        return new CaseReading(rules.rules(), rules.resample(), suv, tiff);
    }
}
