package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Where in an image a feature, or a score of features, comes from: boxes are covered one after the other and the region is measured
 * again (Zeiler and Fergus 2014). With f the score of the image as it is, and f(B) that of the image whose voxels in box B hold the fill
 * value,
 *
 * <pre>{@code map(v) = (1 / n(v)) Σ (f(B) − f)   over the n(v) boxes B that cover voxel v}</pre>
 *
 * in the score's unit: negative where covering the voxel's surroundings lowers the score. Covered is the image alone, the mask stays as it
 * is. Any {@link FeatureSource} will do, a network, scattering or radiomics; a gradient is not needed.
 *
 * <p>Boxes lie in the extent: the smallest box around the region, a margin added on each side, clipped to the image. The first begins
 * with the extent, the last along each axis is moved back to end with it, and a box longer than the extent is cut to it. Outside, the map
 * is 0: not examined. A source that samples more than the box around the region (a square's or a cube's shorter sides, its margin) needs a margin as
 * wide. The fill value is the mean intensity of the region, unless another is given.
 *
 * <p>The region is measured once per box, and once more: choose strides accordingly. Immutable and safe to share between threads as far as
 * the source and the score are; the same input gives the same bits as far as they do.
 */
public final class OcclusionSensitivity {
    private final FeatureSource source;
    private final ToDoubleFunction<FeatureVector> score;
    private final OcclusionBoxes boxes;
    private final double marginMm;
    private final OptionalDouble fill;

    private OcclusionSensitivity(FeatureSource source, ToDoubleFunction<FeatureVector> score, OcclusionBoxes boxes, double marginMm,
            OptionalDouble fill) {
        this.source = Objects.requireNonNull(source);
        this.score = Objects.requireNonNull(score);
        this.boxes = Objects.requireNonNull(boxes);
        this.marginMm = marginMm;
        this.fill = fill;
    }

    /**
     * The sensitivity of one feature, without margin.
     *
     * @param source what measures
     * @param key one of its features; another is refused when the first region is measured
     * @param boxes what is covered at a time
     * @return the measurement
     */
    public static OcclusionSensitivity of(FeatureSource source, FeatureKey key, OcclusionBoxes boxes) {
        Objects.requireNonNull(key);
        return of(source, features -> features.get(key), boxes);
    }

    /**
     * The sensitivity of a number made of all features, such as a Radscore's weighted sum, without margin.
     *
     * @param source what measures
     * @param score a finite number out of the source's features
     * @param boxes what is covered at a time
     * @return the measurement
     */
    public static OcclusionSensitivity of(FeatureSource source, ToDoubleFunction<FeatureVector> score, OcclusionBoxes boxes) {
        return new OcclusionSensitivity(source, score, boxes, 0, OptionalDouble.empty());
    }

    /**
     * The same with more around the region.
     *
     * @param mm what is added to the box around the region on each side, from 0 to {@link RegionSampling#LARGEST_MARGIN_MM} mm
     * @return the measurement
     * @throws IllegalArgumentException where the margin is out of range
     */
    public OcclusionSensitivity withMargin(double mm) {
        if (!(mm >= 0 && mm <= RegionSampling.LARGEST_MARGIN_MM)) {
            throw new IllegalArgumentException("margin must be from 0 to " + RegionSampling.LARGEST_MARGIN_MM + " mm, was " + mm);
        }
        return new OcclusionSensitivity(source, score, boxes, mm, fill);
    }

    /**
     * The same with a fixed fill value instead of the region's mean.
     *
     * @param intensity what covered voxels hold, finite
     * @return the measurement
     * @throws IllegalArgumentException where the intensity is not finite
     */
    public OcclusionSensitivity filledWith(double intensity) {
        if (!Double.isFinite(intensity)) {
            throw new IllegalArgumentException("the fill value must be finite, was " + intensity);
        }
        return new OcclusionSensitivity(source, score, boxes, marginMm, OptionalDouble.of(intensity));
    }

    /**
     * Measures the map.
     *
     * @param image the image; not modified. It is copied once, 8 bytes per voxel
     * @param mask the region, on the image's grid; not modified
     * @return an image on the grid of {@code image}; write it as {@link io.github.radiomics4j.core.io.VoxelType#FLOAT64}
     * @throws InvalidInputException GEOMETRY_MISMATCH, EMPTY_MASK or NONFINITE_VALUES where mask or region do not do; NONFINITE_VALUES also
     *     where the score is not finite; what the source refuses, with the covered box
     * @throws java.util.NoSuchElementException where the source has no feature of that key
     */
    public ScalarImage map(ScalarImage image, Mask mask) {
        Mask onGrid = MaskTransfer.reorderToImage(mask, image);
        IndexBox region = onGrid.boundingBox();
        IndexBox extent = extent(image, region);
        double[] regionValues = RegionIntensities.ofRegion(image, onGrid, region);
        double cover = fill.orElseGet(() -> Arrays.stream(regionValues).sum() / regionValues.length);
        double uncovered = requireFinite(score.applyAsDouble(source.extract(image, onGrid)), "of the image as it is");

        double[] samples = image.copy(IndexBox.whole(image.size()));
        ScalarImage covered = ScalarImage.of(samples, image.size(), image.geometry());
        double[] changes = new double[samples.length];
        int[] coverings = new int[samples.length];
        GridSize size = extent.size();
        for (int z : boxes.starts(2, size.z())) {
            for (int y : boxes.starts(1, size.y())) {
                for (int x : boxes.starts(0, size.x())) {
                    IndexBox box = boxAt(x, y, z, extent);
                    double[] kept = image.copy(box);
                    eachRow(box, image.size(), (at, end, inBox) -> Arrays.fill(samples, at, end, cover));
                    double change = measured(covered, onGrid, box) - uncovered;
                    eachRow(box, image.size(), (at, end, inBox) -> {
                        System.arraycopy(kept, inBox, samples, at, end - at);
                        for (int i = at; i < end; i++) {
                            changes[i] += change;
                            coverings[i]++;
                        }
                    });
                }
            }
        }
        for (int i = 0; i < changes.length; i++) {
            changes[i] = coverings[i] == 0 ? 0 : changes[i] / coverings[i];
        }
        return ScalarImage.of(changes, image.size(), image.geometry());
    }

    private IndexBox extent(ScalarImage image, IndexBox region) {
        VoxelSpacing spacing = image.geometry().spacing();
        int[] first = new int[3];
        int[] last = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double margin = Math.ceil(marginMm / spacing.along(axis));
            first[axis] = (int) Math.max(0, region.min(axis) - margin);
            last[axis] = (int) Math.min(image.size().along(axis) - 1.0, region.max(axis) + margin);
        }
        return new IndexBox(first[0], first[1], first[2], last[0], last[1], last[2]);
    }

    private IndexBox boxAt(int x, int y, int z, IndexBox extent) {
        return new IndexBox(extent.minX() + x, extent.minY() + y, extent.minZ() + z,
                (int) Math.min(extent.maxX(), (long) extent.minX() + x + boxes.edge().x() - 1),
                (int) Math.min(extent.maxY(), (long) extent.minY() + y + boxes.edge().y() - 1),
                (int) Math.min(extent.maxZ(), (long) extent.minZ() + z + boxes.edge().z() - 1));
    }

    private double measured(ScalarImage covered, Mask mask, IndexBox box) {
        FeatureVector features;
        try {
            features = source.extract(covered, mask);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.problem(), "with " + box + " covered: " + e.getMessage(), e);
        }
        return requireFinite(score.applyAsDouble(features), "with " + box + " covered");
    }

    private static double requireFinite(double value, String when) {
        if (!Double.isFinite(value)) {
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "the score " + when + " is " + value
                    + ", a map needs finite ones: choose a feature that is defined everywhere, or smaller boxes");
        }
        return value;
    }

    /** What to do with a row of a box: indices {@code at} to {@code end} of the image, from {@code inBox} on in the box. */
    private interface RowAction {
        void accept(int at, int end, int inBox);
    }

    private static void eachRow(IndexBox box, GridSize size, RowAction action) {
        int nx = box.size().x();
        int inBox = 0;
        for (int z = box.minZ(); z <= box.maxZ(); z++) {
            for (int y = box.minY(); y <= box.maxY(); y++) {
                int at = box.minX() + size.x() * (y + size.y() * z);
                action.accept(at, at + nx, inBox);
                inBox += nx;
            }
        }
    }
}
