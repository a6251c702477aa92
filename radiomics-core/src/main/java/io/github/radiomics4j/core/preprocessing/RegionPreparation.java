package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.numeric.Sample;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.IntensityRange;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.roi.Surroundings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The path from image and mask to a prepared region. Only the region's box (and what interpolation needs around it) is copied.
 *
 * @param resampling how both are brought to other voxels; empty for none
 * @param resegmentation which voxels of the mask keep a say; empty for all
 * @param discretisation how intensities become grey levels
 */
public record RegionPreparation(Optional<Resampling> resampling, Optional<Resegmentation> resegmentation, Discretisation discretisation) {
    private static final double MASK_DECIMALS = 1e6;
    private static final double HALF_SNAP = 1e9;
    private static final int LONGEST_AXIS = 1 << 20;

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
        Patch patch = patch(image, mask);
        BitGrid morphological = BitGrid.of(patch.size, patch.inside);
        BitGrid intensityMask = resegmentation.isPresent() ? resegmented(patch, morphological, resegmentation.get()) : morphological;
        IntensityGrid intensities = IntensityGrid.of(patch.intensities, intensityMask);
        IntensityRange range = resegmentation.map(r -> new IntensityRange(r.lower(), r.upper())).orElse(IntensityRange.UNBOUNDED);
        Optional<Surroundings> surroundings = reach > 0 ? Optional.of(surroundings(image, patch, reach)) : Optional.empty();
        return new PreparedRoi(patch.spacing, morphological, intensities, levels(intensities), range, discretisation.label(),
                surroundings);
    }

    /**
     * Tells where the box of a prepared region lies, for what is to be put back into an image.
     *
     * @param image the image; not modified
     * @param mask the region, as for {@link #prepare(ScalarImage, Mask)}; not modified
     * @return the image's grid, or that of the resampled image, and the box that {@link #prepare(ScalarImage, Mask)} crops the region to
     * @throws InvalidInputException as {@link #prepare(ScalarImage, Mask)}
     */
    public RegionPlace placeOf(ScalarImage image, Mask mask) {
        Patch patch = patch(image, mask);
        int[] from = patch.from;
        IndexBox box = new IndexBox(from[0], from[1], from[2], from[0] + patch.size.x() - 1, from[1] + patch.size.y() - 1,
                from[2] + patch.size.z() - 1);
        if (resampling.isEmpty()) {
            return new RegionPlace(image.size(), image.geometry(), box);
        }
        ResamplingAxis[] axes = axes(image, resampling.get());
        return new RegionPlace(new GridSize(axes[0].newSize(), axes[1].newSize(), axes[2].newSize()),
                image.geometry().regridded(patch.spacing, axes[0].position(0), axes[1].position(0), axes[2].position(0)), box);
    }

    private Patch patch(ScalarImage image, Mask mask) {
        Mask onGrid = MaskTransfer.reorderToImage(mask, image);
        IndexBox box = onGrid.boundingBox();
        return resampling.isPresent() ? resampled(image, onGrid, box, resampling.get()) : original(image, onGrid, box);
    }

    /**
     * Intensities and membership of a box, and where it begins on the (resampled) image's grid; private to this path, so the arrays
     * are handed on without copies.
     */
    private record Patch(int[] from, GridSize size, VoxelSpacing spacing, double[] intensities, byte[] inside) {
    }

    private static Patch original(ScalarImage image, Mask mask, IndexBox box) {
        byte[] inside = mask.copy(box);
        double[] intensities = image.copy(box);
        requireFinite(intensities, inside, box);
        return new Patch(new int[] {box.minX(), box.minY(), box.minZ()}, box.size(), image.geometry().spacing(), intensities, inside);
    }

    /** A spacing in the wrong unit must end in a sentence, not in an overflow or hours of work. */
    private static void requireFeasible(ScalarImage image, IndexBox box, Resampling resampling) {
        double voxels = 1;
        double longest = 0;
        for (int a = 0; a < 3; a++) {
            double finer = image.geometry().spacing().along(a) / resampling.spacing().on(image.geometry().spacing()).along(a);
            longest = Math.max(longest, image.size().along(a) * finer);
            voxels *= (box.size().along(a) + 2.0) * Math.max(1, finer);
        }
        if (!(longest <= LONGEST_AXIS && voxels <= Integer.MAX_VALUE)) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, String.format(Locale.ROOT, "resampling from %s to %s would take about %.2g"
                    + " voxels for the region, and up to %.2g along an axis of the image; at most %d and %d are possible: choose a coarser"
                    + " spacing (it is in mm)", image.geometry().spacing(), resampling.spacing(), voxels, longest, Integer.MAX_VALUE,
                    LONGEST_AXIS));
        }
    }

    private static Patch resampled(ScalarImage image, Mask mask, IndexBox box, Resampling resampling) {
        requireFeasible(image, box, resampling);
        ResamplingAxis[] axes = axes(image, resampling);
        int[] from = new int[3];
        int[] to = new int[3];
        for (int a = 0; a < 3; a++) {
            int reach = resampling.mask() == Interpolation.CUBIC_SPLINE ? 3 : 1;
            from[a] = box.min(a) == 0 ? 0 : axes[a].firstAbove(box.min(a) - reach);
            to[a] = box.max(a) == image.size().along(a) - 1 ? axes[a].newSize() - 1 : axes[a].firstAbove(box.max(a) + reach - 1e-6) - 1;
            if (to[a] < from[a]) {
                throw nothingLeft(resampling);
            }
        }
        double[] membership = interpolated(axes, from, to, resampling.mask(), support -> doubles(mask.copy(support)));
        GridSize whole = new GridSize(to[0] - from[0] + 1, to[1] - from[1] + 1, to[2] - from[2] + 1);
        Mask region = Mask.of(thresholded(membership, whole.x(), resampling), whole);
        IndexBox kept = region.boundingBox();
        for (int a = 0; a < 3; a++) {
            to[a] = from[a] + kept.max(a);
            from[a] += kept.min(a);
        }
        double[] intensities = interpolated(axes, from, to, resampling.image(), support -> {
            double[] values = image.copy(support);
            requireFinite(values, null, support);
            return values;
        });
        round(intensities, resampling);
        return new Patch(from, kept.size(), resampling.spacing().on(image.geometry().spacing()), intensities, region.copy(kept));
    }

    private static byte[] thresholded(double[] membership, int nx, Resampling resampling) {
        byte[] inside = new byte[membership.length];
        boolean any = false;
        for (int row = 0; row < inside.length; row += nx) {
            any |= threshold(membership, row, nx, resampling.maskThreshold(), inside);
        }
        if (!any) {
            throw nothingLeft(resampling);
        }
        return inside;
    }

    /** A row at a time: a method that is called often is compiled soon. */
    private static boolean threshold(double[] membership, int from, int length, double threshold, byte[] inside) {
        boolean any = false;
        for (int i = from; i < from + length; i++) {
            if (Math.rint(membership[i] * MASK_DECIMALS) / MASK_DECIMALS >= threshold) {
                inside[i] = 1;
                any = true;
            }
        }
        return any;
    }

    private static ResamplingAxis[] axes(ScalarImage image, Resampling resampling) {
        ResamplingAxis[] axes = new ResamplingAxis[3];
        for (int a = 0; a < 3; a++) {
            VoxelSpacing old = image.geometry().spacing();
            axes[a] = new ResamplingAxis(image.size().along(a), old.along(a), resampling.spacing().on(old).along(a));
        }
        return axes;
    }

    private static void round(double[] intensities, Resampling resampling) {
        if (resampling.roundIntensities()) {
            for (int i = 0; i < intensities.length; i++) {
                intensities[i] = Math.floor(Math.rint(intensities[i] * HALF_SNAP) / HALF_SNAP + 0.5);
            }
        }
    }

    /** Interpolated apart from the region, whose values must not depend on how far families look; inside the box they are the region's. */
    private Surroundings surroundings(ScalarImage image, Patch patch, double reach) {
        int[] from = new int[3];
        int[] to = new int[3];
        int[] margin = new int[3];
        int[] whole = new int[3];
        ResamplingAxis[] axes = resampling.map(r -> axes(image, r)).orElse(null);
        for (int a = 0; a < 3; a++) {
            margin[a] = Surroundings.margin(reach, patch.spacing, a);
            whole[a] = patch.size.along(a) + 2 * margin[a];
            int last = (axes == null ? image.size().along(a) : axes[a].newSize()) - 1;
            from[a] = Math.max(0, patch.from[a] - margin[a]);
            to[a] = Math.min(last, patch.from[a] + patch.size.along(a) - 1 + margin[a]);
        }
        double[] values = axes == null ? image.copy(new IndexBox(from[0], from[1], from[2], to[0], to[1], to[2]))
                : resampledAround(image, axes, from, to, resampling.get(), reach);
        double[] around = new double[Math.multiplyExact(Math.multiplyExact(whole[0], whole[1]), whole[2])];
        Arrays.fill(around, Double.NaN);
        int[] offset = new int[3];
        for (int a = 0; a < 3; a++) {
            offset[a] = from[a] - patch.from[a] + margin[a];
        }
        insert(values, to[0] - from[0] + 1, to[1] - from[1] + 1, to[2] - from[2] + 1, around, whole, offset);
        insert(patch.intensities, patch.size.x(), patch.size.y(), patch.size.z(), around, whole, margin);
        return Surroundings.of(patch.size, reach, patch.spacing, around);
    }

    private static double[] resampledAround(ScalarImage image, ResamplingAxis[] axes, int[] from, int[] to, Resampling resampling,
            double reach) {
        double[] values = interpolated(axes, from, to, resampling.image(), support -> {
            double[] old = image.copy(support);
            if (resampling.image() == Interpolation.CUBIC_SPLINE) {
                requireFinite(old, null, support, "near the region, of which a family looks " + reach + " mm around it and the prefilter of"
                        + " the spline mixes whole rows, ",
                        "repair the image, interpolate linearly or leave out the family that looks so far (local intensity)");
            }
            return old;
        });
        round(values, resampling);
        return values;
    }

    private static void insert(double[] box, int nx, int ny, int nz, double[] larger, int[] whole, int[] offset) {
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                System.arraycopy(box, nx * (y + ny * z), larger, offset[0] + whole[0] * (offset[1] + y + whole[1] * (offset[2] + z)), nx);
            }
        }
    }

    private static InvalidInputException nothingLeft(Resampling resampling) {
        return new InvalidInputException(Problem.EMPTY_MASK, "no voxel of the region is left after resampling to " + resampling.spacing()
                + " with mask threshold " + resampling.maskThreshold() + ": the region is smaller than a voxel; choose a finer spacing");
    }

    private interface BoxSource {
        double[] copy(IndexBox support);
    }

    private static double[] interpolated(ResamplingAxis[] axes, int[] from, int[] to, Interpolation interpolation, BoxSource source) {
        int[][] support = new int[3][];
        int[] size = new int[3];
        ResamplingAxis.Taps[] taps = new ResamplingAxis.Taps[3];
        for (int a = 0; a < 3; a++) {
            support[a] = axes[a].support(from[a], to[a], interpolation);
            size[a] = support[a][1] - support[a][0] + 1;
            taps[a] = axes[a].taps(from[a], to[a], support[a][0], support[a][1], interpolation);
        }
        IndexBox box = new IndexBox(support[0][0], support[1][0], support[2][0], support[0][1], support[1][1], support[2][1]);
        return SeparableInterpolation.interpolate(source.copy(box), size, taps);
    }

    private static double[] doubles(byte[] bytes) {
        double[] values = new double[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i];
        }
        return values;
    }

    private static void requireFinite(double[] values, byte[] inside, IndexBox box) {
        requireFinite(values, inside, box, inside == null ? "near the region, where interpolation needs them, " : "in the region ",
                "repair the image or leave these voxels out of the mask");
    }

    private static void requireFinite(double[] values, byte[] inside, IndexBox box, String where, String remedy) {
        int bad = 0;
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) && (inside == null || inside[i] != 0)) {
                first = bad++ == 0 ? i : first;
            }
        }
        if (bad > 0) {
            int nx = box.size().x();
            int ny = box.size().y();
            throw new InvalidInputException(Problem.NONFINITE_VALUES, bad + (bad == 1 ? " voxel " : " voxels ")
                    + where + (bad == 1 ? "is" : "are") + " NaN or infinite, the first at (" + (box.minX() + first % nx) + ", "
                    + (box.minY() + first / nx % ny) + ", " + (box.minZ() + first / (nx * ny)) + ") with " + values[first]
                    + ": " + remedy);
        }
    }

    private static BitGrid resegmented(Patch patch, BitGrid morphological, Resegmentation rule) {
        double lower = rule.lower();
        double upper = rule.upper();
        if (rule.outlierSigma().isPresent()) {
            Sample all = Sample.of(IntensityGrid.of(patch.intensities, morphological).region());
            double reach = rule.outlierSigma().getAsDouble() * Math.sqrt(all.variance());
            lower = Math.max(lower, all.mean() - reach);
            upper = Math.min(upper, all.mean() + reach);
        }
        byte[] kept = new byte[patch.inside.length];
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        boolean any = false;
        for (int i = 0; i < kept.length; i++) {
            if (patch.inside[i] != 0) {
                double x = patch.intensities[i];
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
        return BitGrid.of(patch.size, kept);
    }

    private LevelGrid levels(IntensityGrid intensities) {
        int[] region = discretisation.levelsOf(intensities.region());
        int[] box = new int[Math.toIntExact(intensities.size().voxels())];
        int n = 0;
        for (int i = 0; i < box.length; i++) {
            if (intensities.mask().contains(i)) {
                box[i] = region[n++];
            }
        }
        return LevelGrid.of(intensities.size(), box);
    }
}
