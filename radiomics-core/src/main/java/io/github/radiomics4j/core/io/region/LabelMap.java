package io.github.radiomics4j.core.io.region;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import java.nio.file.Path;
import java.util.List;

/** An image whose values other than 0 are the numbers of regions. */
record LabelMap(ScalarImage image, List<RegionLabel> labels, Path file) implements Regions {

    static LabelMap of(ScalarImage image, Path file) {
        try {
            return new LabelMap(image, Mask.labelsIn(image).stream().map(label -> new RegionLabel(number(label), "")).toList(), file);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problem(), file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Mask mask(RegionChoice choice, ReferencedGrid grid) {
        if (labels.isEmpty()) {
            throw new InvalidInputException(Problem.EMPTY_MASK, file + ": the label map is empty: all " + image.size().voxels()
                    + " voxels are 0");
        }
        return Mask.ofLabel(image, choice.from(labels, file).number());
    }

    private static int number(long label) {
        if (label != (int) label) {
            throw new InvalidInputException(Problem.MASK_NOT_LABEL, "labels must be whole numbers of 32 bits, found " + label);
        }
        return (int) label;
    }
}
