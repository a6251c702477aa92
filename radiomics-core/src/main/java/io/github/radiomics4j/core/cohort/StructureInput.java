package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.io.region.RegionChoice;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a structure of a case lies. Whether the files are there is found when they are read.
 *
 * @param image a file, or the folder of a DICOM series
 * @param mask a label map, a DICOM structure set or segmentation
 * @param region which of the mask's regions
 */
public record StructureInput(Path image, Path mask, RegionChoice region) {

    /**
     * Checks that all three are given.
     *
     * @param image a file, or the folder of a DICOM series
     * @param mask a label map, a DICOM structure set or segmentation
     * @param region which of the mask's regions
     */
    public StructureInput {
        Objects.requireNonNull(image);
        Objects.requireNonNull(mask);
        Objects.requireNonNull(region);
    }
}
