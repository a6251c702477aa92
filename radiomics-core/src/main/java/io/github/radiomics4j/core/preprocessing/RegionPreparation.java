package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.numeric.Sample;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.IntensityRange;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.roi.Surroundings;
import java.util.Optional;

/**
 * The path from image and mask to a prepared region. Only the region's box (and what interpolation needs around it) is copied.
 *
 * @param resampling how both are brought to other voxels; empty for none
 * @param resegmentation which voxels of the mask keep a say; empty for all
 * @param discretisation how intensities become grey levels
 */
public record RegionPreparation(Optional<Resampling> resampling, Optional<Resegmentation> resegmentation, Discretisation discretisation) {
    /**
     * Prepares a region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return the region in its own box
     * @throws InvalidInputException GEOMETRY_MISMATCH, EMPTY_MASK (also after resampling or re-segmentation), NONFINITE_VALUES,
     *     INTENSITY_OUT_OF_RANGE or RESOURCE_LIMIT
     */
    public PreparedRoi prepare(ScalarImage image, Mask mask) {
        return prepare(image, mask, 0);
    }

    /**
     * Prepares a region and what lies around it. The region is the same for every reach. Voxels around it that are NaN or infinite
     * count as missing from the image, and so do resampled voxels that linear or nearest interpolation would take from such a voxel;
     * the prefilter of a cubic spline mixes whole rows and refuses them.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid or on the same grid with its axes in another order or direction, which is turned
     *     to the image's without loss ({@link MaskTransfer#reorderToImage}); not modified
     * @param reach how far around the region's box families look, mm; 0 for not at all
     * @return the region in its own box, with its surroundings where the reach is above 0
     * @throws InvalidInputException GEOMETRY_MISMATCH, EMPTY_MASK (also after resampling or re-segmentation), NONFINITE_VALUES,
     *     INTENSITY_OUT_OF_RANGE or RESOURCE_LIMIT
     * @throws IllegalArgumentException where the reach is negative or not finite
     */
    public PreparedRoi prepare(ScalarImage image, Mask mask, double reach) {
        if (!(reach >= 0 && reach < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("reach around the region must be finite and not negative (mm), was " + reach);
        }
        RegionCut cut = RegionCut.of(image, mask, resampling);
        double[] box = cut.intensities();
        BitGrid morphological = cut.mask();
        BitGrid intensityMask = resegmentation.isPresent() ? resegmented(box, morphological, resegmentation.get()) : morphological;
        Optional<Surroundings> surroundings = reach > 0 ? Optional.of(cut.surroundings(box, reach)) : Optional.empty();
        IntensityGrid intensities = IntensityGrid.owning(box, intensityMask);
        IntensityRange range = resegmentation.map(r -> new IntensityRange(r.lower(), r.upper())).orElse(IntensityRange.UNBOUNDED);
        return new PreparedRoi(cut.spacing(), morphological, intensities,
                LevelGrid.of(intensityMask, discretisation.levelsOf(intensities.region())), range, discretisation.label(), surroundings);
    }

    /**
     * Tells where the box of a prepared region lies, for what is to be put back into an image. Intensities are not looked at.
     *
     * @param image the image; not modified
     * @param mask the region, as for {@link #prepare(ScalarImage, Mask)}; not modified
     * @return the image's grid, or that of the resampled image, and the box that {@link #prepare(ScalarImage, Mask)} crops the region to
     * @throws InvalidInputException GEOMETRY_MISMATCH, EMPTY_MASK (also after resampling) or RESOURCE_LIMIT
     */
    public RegionPlace placeOf(ScalarImage image, Mask mask) {
        return RegionCut.of(image, mask, resampling).place();
    }

    private static BitGrid resegmented(double[] box, BitGrid morphological, Resegmentation rule) {
        double lower = rule.lower();
        double upper = rule.upper();
        if (rule.outlierSigma().isPresent()) {
            Sample all = Sample.of(IntensityGrid.owning(box, morphological).region());
            double reach = rule.outlierSigma().getAsDouble() * Math.sqrt(all.variance());
            lower = Math.max(lower, all.mean() - reach);
            upper = Math.min(upper, all.mean() + reach);
        }
        byte[] kept = new byte[box.length];
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        boolean any = false;
        for (int i = 0; i < kept.length; i++) {
            if (morphological.contains(i)) {
                double x = box[i];
                min = Math.min(min, x);
                max = Math.max(max, x);
                if (x >= lower && x <= upper) {
                    kept[i] = 1;
                    any = true;
                }
            }
        }
        if (!any) {
            throw new InvalidInputException(Problem.EMPTY_MASK, "no voxel of the region is left after re-segmentation to [" + lower + ", "
                    + upper + "]: the region's intensities lie between " + min + " and " + max);
        }
        return BitGrid.owning(morphological.size(), kept);
    }
}
