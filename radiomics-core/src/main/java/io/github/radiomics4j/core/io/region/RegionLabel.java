package io.github.radiomics4j.core.io.region;

import java.util.Objects;

/**
 * What a file calls one of its regions: an ROI of a structure set, a segment of a segmentation, a label of a label map.
 *
 * @param number unique within its file
 * @param name as the file writes it; empty where it has none, not always unique
 */
public record RegionLabel(int number, String name) {

    /**
     * Checks that the name is there.
     *
     * @param number unique within its file
     * @param name may be empty
     */
    public RegionLabel {
        Objects.requireNonNull(name);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? Integer.toString(number) : number + " (" + name + ")";
    }
}
