package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.region.RegionRules;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How images and masks are read where files leave it open.
 *
 * @param rules for structure sets and segmentations
 * @param resampleMask whether a label map of another grid is brought to the image by nearest neighbours; otherwise it is refused
 * @param suv whether DICOM PET is read as standardised uptake values by body weight
 * @param tiffSpacing the voxel size of TIFF files, which often do not state it; empty: the file must
 */
public record CaseReading(RegionRules rules, boolean resampleMask, boolean suv, Optional<VoxelSpacing> tiffSpacing) {
    /** Strict: what files leave open is refused. */
    public static final CaseReading STANDARD = new CaseReading(RegionRules.STANDARD, false, false, Optional.empty());

    /**
     * Checks that all are given.
     *
     * @param rules for structure sets and segmentations
     * @param resampleMask whether a label map of another grid is brought to the image
     * @param suv whether DICOM PET is read as standardised uptake values
     * @param tiffSpacing the voxel size of TIFF files
     */
    public CaseReading {
        Objects.requireNonNull(rules);
        Objects.requireNonNull(tiffSpacing);
    }

    /**
     * Reads a structure as an extraction does, for looking at it say.
     *
     * @param input its files
     * @param use makes something of image and mask, which it should not keep
     * @param <T> what it makes
     * @return what it made
     * @throws io.github.radiomics4j.core.InvalidInputException where a file is broken or they do not belong together
     */
    public <T> T read(StructureInput input, BiFunction<ScalarImage, Mask, T> use) {
        return new CaseFiles(this).read(input, use);
    }
}
