package io.github.radiomics4j.core.preprocessing;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.Surroundings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A region's box cut out of the image, or of the resampled image: its mask at once, intensities when asked for. Arrays are handed on
 * without copies.
 */
final class RegionCut {
    private static final double MASK_DECIMALS = 1e6;
    private static final double HALF_SNAP = 1e9;
    private static final int LONGEST_AXIS = 1 << 20;
    private static final String REPAIR = "repair the image or leave these voxels out of the mask";

    private final ScalarImage image;
    private final Optional<Resampling> resampling;
    private final ResamplingAxis[] axes;
    /** The first and the last voxel of the box on the (resampled) image's grid. */
    private final int[] from;
    private final int[] to;
    private final BitGrid mask;

    private RegionCut(ScalarImage image, Optional<Resampling> resampling, ResamplingAxis[] axes, int[] from, int[] to, byte[] inside) {
        this.image = image;
        this.resampling = resampling;
        this.axes = axes;
        this.from = from;
        this.to = to;
        this.mask = BitGrid.owning(new IndexBox(from[0], from[1], from[2], to[0], to[1], to[2]).size(), inside);
    }

    /** Finds the box; the mask may have its axes in another order or direction than the image. */
    static RegionCut of(ScalarImage image, Mask mask, Optional<Resampling> resampling) {
        Mask onGrid = MaskTransfer.reorderToImage(mask, image);
        IndexBox box = onGrid.boundingBox();
        if (resampling.isPresent()) {
            return resampled(image, onGrid, box, resampling.get());
        }
        return new RegionCut(image, resampling, new ResamplingAxis[0], new int[] {box.minX(), box.minY(), box.minZ()},
                new int[] {box.maxX(), box.maxY(), box.maxZ()}, onGrid.copy(box));
    }

    private static RegionCut resampled(ScalarImage image, Mask mask, IndexBox box, Resampling resampling) {
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
        return new RegionCut(image, Optional.of(resampling), axes, from, to, region.copy(kept));
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

    /** The region in its box. */
    BitGrid mask() {
        return mask;
    }

    /** Distance of voxel centres. */
    VoxelSpacing spacing() {
        VoxelSpacing old = image.geometry().spacing();
        return resampling.map(r -> r.spacing().on(old)).orElse(old);
    }

    /** Where the box lies. */
    RegionPlace place() {
        IndexBox box = new IndexBox(from[0], from[1], from[2], to[0], to[1], to[2]);
        if (resampling.isEmpty()) {
            return new RegionPlace(image.size(), image.geometry(), box);
        }
        return new RegionPlace(new GridSize(axes[0].newSize(), axes[1].newSize(), axes[2].newSize()),
                image.geometry().regridded(spacing(), axes[0].position(0), axes[1].position(0), axes[2].position(0)), box);
    }

    /** The intensities of the box, a fresh array; finite inside the region. */
    double[] intensities() {
        if (resampling.isPresent()) {
            double[] values = interpolated(axes, from, to, resampling.get().image(), support -> {
                double[] old = image.copy(support);
                requireFinite(old, i -> true, support, "near the region, where interpolation needs them, ", REPAIR);
                return old;
            });
            round(values, resampling.get());
            return values;
        }
        IndexBox box = new IndexBox(from[0], from[1], from[2], to[0], to[1], to[2]);
        double[] values = image.copy(box);
        requireFinite(values, mask::contains, box, "in the region ", REPAIR);
        return values;
    }

    /** Interpolated apart from the region, whose values must not depend on how far families look; inside the box they are the region's. */
    Surroundings surroundings(double[] intensities, double reach) {
        GridSize size = mask.size();
        int[] first = new int[3];
        int[] last = new int[3];
        int[] margin = new int[3];
        int[] whole = new int[3];
        int[] offset = new int[3];
        for (int a = 0; a < 3; a++) {
            margin[a] = Surroundings.margin(reach, spacing(), a);
            whole[a] = size.along(a) + 2 * margin[a];
            first[a] = Math.max(0, from[a] - margin[a]);
            last[a] = Math.min((resampling.isEmpty() ? image.size().along(a) : axes[a].newSize()) - 1, to[a] + margin[a]);
            offset[a] = first[a] - from[a] + margin[a];
        }
        double[] around = new double[Math.multiplyExact(Math.multiplyExact(whole[0], whole[1]), whole[2])];
        Arrays.fill(around, Double.NaN);
        GridSize inImage = new GridSize(last[0] - first[0] + 1, last[1] - first[1] + 1, last[2] - first[2] + 1);
        insert(around(first, last, reach), inImage, around, whole, offset);
        insert(intensities, size, around, whole, margin);
        return Surroundings.owning(size, reach, spacing(), around);
    }

    private double[] around(int[] first, int[] last, double reach) {
        if (resampling.isEmpty()) {
            return image.copy(new IndexBox(first[0], first[1], first[2], last[0], last[1], last[2]));
        }
        double[] values = interpolated(axes, first, last, resampling.get().image(), support -> {
            double[] old = image.copy(support);
            if (resampling.get().image() == Interpolation.CUBIC_SPLINE) {
                requireFinite(old, i -> true, support, "near the region, of which a family looks " + reach + " mm around it and the"
                        + " prefilter of the spline mixes whole rows, ",
                        "repair the image, interpolate linearly or leave out the family that looks so far (local intensity)");
            }
            return old;
        });
        round(values, resampling.get());
        return values;
    }

    private static void insert(double[] box, GridSize size, double[] larger, int[] whole, int[] offset) {
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                System.arraycopy(box, size.x() * (y + size.y() * z), larger,
                        offset[0] + whole[0] * (offset[1] + y + whole[1] * (offset[2] + z)), size.x());
            }
        }
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

    /** Numbers of a box must be finite where they count; which do is asked of those only that are not. */
    private static void requireFinite(double[] values, IntPredicate counts, IndexBox box, String where, String remedy) {
        int bad = 0;
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) && counts.test(i)) {
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
}
