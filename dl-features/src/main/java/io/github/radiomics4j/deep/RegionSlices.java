package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.deep.IntensityNormalisation.Scaling;
import java.util.ArrayList;
import java.util.List;

/** The square images that a network is given: cut, normalised, resized. */
final class RegionSlices {

    private RegionSlices() {
    }

    /** {@code size²} pixels per plane that the sampling chooses, columns fastest. */
    static List<float[]> of(ScalarImage image, Mask region, RegionSampling sampling, IntensityNormalisation normalisation, int size) {
        Mask mask = MaskTransfer.reorderToImage(region, image);
        IndexBox box = mask.boundingBox();
        Scaling scaling = RegionIntensities.scaling(image, mask, box, normalisation);
        List<PlaneBox> planes = RegionPlanes.chosen(mask, box, sampling);
        VoxelSpacing spacing = image.geometry().spacing();
        double longest = planes.stream().mapToDouble(p -> p.longerEdge(spacing)).max().orElseThrow();
        double edge = longest + 2 * sampling.marginMm();
        List<float[]> squares = new ArrayList<>();
        for (PlaneBox plane : planes) {
            float[] square = new float[Math.multiplyExact(size, size)];
            new PlaneCut(image, mask, sampling.surroundings(), plane, plane.columnWeights(spacing, edge, size),
                    plane.rowWeights(spacing, edge, size)).resize(scaling, square, 0);
            squares.add(square);
        }
        return squares;
    }
}
