package io.github.radiomics4j.core.io.region;

import io.github.radiomics4j.core.image.Mask;
import java.util.List;

/** The regions of one file, read once: those of a structure set, a segmentation or a label map. See {@link RegionReader#open}. */
public interface Regions {

    /**
     * Which there are.
     *
     * @return numbers and names; of a label map the labels that occur, without names
     */
    List<RegionLabel> labels();

    /**
     * One of them.
     *
     * @param choice which
     * @param grid of the image that will be measured
     * @return the mask: on that grid for structure sets and segmentations, on its own for label maps
     * @throws io.github.radiomics4j.core.InvalidInputException as {@link RegionReader#readMask}
     */
    Mask mask(RegionChoice choice, ReferencedGrid grid);
}
