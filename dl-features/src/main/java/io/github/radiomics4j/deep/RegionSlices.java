package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.deep.IntensityNormalisation.Scaling;
import io.github.radiomics4j.deep.RegionSampling.Slices;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The square images that a network is given: cut, normalised, resized. */
final class RegionSlices {
    private final int count;
    private final int size;
    private final float[] pixels;

    private RegionSlices(int count, int size, float[] pixels) {
        this.count = count;
        this.size = size;
        this.pixels = pixels;
    }

    int count() {
        return count;
    }

    /** Copies one slice's {@code size²} pixels, rows first. */
    void copy(int slice, float[] target, int at) {
        System.arraycopy(pixels, slice * size * size, target, at, size * size);
    }

    static RegionSlices of(ScalarImage image, Mask mask, RegionSampling sampling, IntensityNormalisation normalisation, int size) {
        mask.requireOnGridOf(image);
        IndexBox box = mask.boundingBox();
        int[] areas = areas(mask, box);
        Scaling scaling = scaling(image, mask, box, areas, normalisation);
        int[] chosen = chosen(areas, sampling);
        IndexBox around = boxInSlices(mask, box, chosen);
        VoxelSpacing spacing = image.geometry().spacing();
        GridSize boxSize = around.size();
        double edge = Math.max(boxSize.x() * spacing.x(), boxSize.y() * spacing.y()) + 2 * sampling.marginMm();
        AxisWeights columns = AxisWeights.of(boxSize.x(), edge / spacing.x(), size);
        AxisWeights rows = AxisWeights.of(boxSize.y(), edge / spacing.y(), size);
        float[] pixels = new float[Math.multiplyExact(chosen.length, size * size)];
        for (int s = 0; s < chosen.length; s++) {
            Slice slice = Slice.cut(image, mask, sampling.surroundings(), around, box.minZ() + chosen[s], columns, rows);
            resize(slice, scaling, around, columns, rows, pixels, s * size * size);
        }
        return new RegionSlices(chosen.length, size, pixels);
    }

    /** The map that a rule finds on the voxels it asks for; the region's must be finite in any case. */
    static Scaling scaling(ScalarImage image, Mask mask, IndexBox box, int[] areas, IntensityNormalisation normalisation) {
        double[] region = intensities(image, mask, box, areas);
        return normalisation.scalingFor(switch (normalisation.extent()) {
            case REGION -> region;
            case IMAGE -> intensities(image);
        });
    }

    static int[] areas(Mask mask, IndexBox box) {
        int[] areas = new int[box.size().z()];
        for (int z = 0; z < areas.length; z++) {
            for (byte inside : mask.copy(slice(box, box.minZ() + z))) {
                areas[z] += inside;
            }
        }
        return areas;
    }

    static double[] intensities(ScalarImage image, Mask mask, IndexBox box, int[] areas) {
        double[] region = new double[Math.toIntExact(Arrays.stream(areas).asLongStream().sum())];
        int n = 0;
        for (int z = 0; z < areas.length; z++) {
            IndexBox slice = slice(box, box.minZ() + z);
            byte[] inside = mask.copy(slice);
            double[] values = image.copy(slice);
            for (int i = 0; i < values.length; i++) {
                if (inside[i] != 0) {
                    requireFinite(values[i], slice, i, "the region");
                    region[n++] = values[i];
                }
            }
        }
        return region;
    }

    private static double[] intensities(ScalarImage image) {
        IndexBox whole = IndexBox.whole(image.size());
        double[] all = new double[Math.toIntExact(image.size().voxels())];
        for (int z = 0; z < image.size().z(); z++) {
            IndexBox slice = slice(whole, z);
            double[] values = image.copy(slice);
            for (int i = 0; i < values.length; i++) {
                requireFinite(values[i], slice, i, "the whole image (or normalise by the region)");
            }
            System.arraycopy(values, 0, all, z * values.length, values.length);
        }
        return all;
    }

    private static int[] chosen(int[] areas, RegionSampling sampling) {
        int largest = 0;
        for (int z = 1; z < areas.length; z++) {
            if (areas[z] > areas[largest]) {
                largest = z;
            }
        }
        if (areas[largest] < sampling.minimumVoxels()) {
            throw new InvalidInputException(Problem.EMPTY_MASK, "the region is too small: a slice must hold at least "
                    + sampling.minimumVoxels() + " of its voxels, the largest one holds " + areas[largest]
                    + "; ask for fewer (slicesOfAtLeast) or leave the case out");
        }
        return sampling.slices() == Slices.LARGEST ? new int[] {largest}
                : IntStream.range(0, areas.length).filter(z -> areas[z] >= sampling.minimumVoxels()).toArray();
    }

    private static IndexBox boxInSlices(Mask mask, IndexBox box, int[] chosen) {
        GridSize boxSize = box.size();
        int minX = boxSize.x();
        int minY = boxSize.y();
        int maxX = -1;
        int maxY = -1;
        for (int z : chosen) {
            byte[] inside = mask.copy(slice(box, box.minZ() + z));
            for (int i = 0; i < inside.length; i++) {
                if (inside[i] != 0) {
                    minX = Math.min(minX, i % boxSize.x());
                    maxX = Math.max(maxX, i % boxSize.x());
                    minY = Math.min(minY, i / boxSize.x());
                    maxY = Math.max(maxY, i / boxSize.x());
                }
            }
        }
        return new IndexBox(box.minX() + minX, box.minY() + minY, box.minZ(), box.minX() + maxX, box.minY() + maxY, box.maxZ());
    }

    private static IndexBox slice(IndexBox box, int z) {
        return new IndexBox(box.minX(), box.minY(), z, box.maxX(), box.maxY(), z);
    }

    private static void requireFinite(double value, IndexBox box, int index, String where) {
        if (!Double.isFinite(value)) {
            int nx = box.size().x();
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "intensities must be finite in " + where + ", found " + value
                    + " at voxel (" + (box.minX() + index % nx) + ", " + (box.minY() + index / nx) + ", " + box.minZ()
                    + "): exclude such voxels from the mask or mend the image");
        }
    }

    /** Rows first: each needed row of voxels becomes {@code size} pixels, then each column of these. */
    static void resize(Slice slice, Scaling scaling, IndexBox around, AxisWeights columns, AxisWeights rows, float[] out, int at) {
        int size = columns.size();
        int firstRow = rows.first();
        double[][] narrowed = new double[rows.last() - firstRow + 1][size];
        for (int r = 0; r < narrowed.length; r++) {
            int y = around.minY() + firstRow + r;
            for (int i = 0; i < size; i++) {
                double[] weights = columns.weights(i);
                double sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * slice.value(around.minX() + columns.start(i) + k, y, scaling);
                }
                narrowed[r][i] = sum;
            }
        }
        for (int j = 0; j < size; j++) {
            double[] weights = rows.weights(j);
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * narrowed[rows.start(j) + k - firstRow][i];
                }
                float pixel = (float) sum;
                if (!Float.isFinite(pixel)) {
                    throw new InvalidInputException(Problem.NONFINITE_VALUES, "normalised intensity " + sum
                            + " is beyond single precision: intensities of the region and its surroundings differ too much in size,"
                            + " mask the region or use a window");
                }
                out[at + j * size + i] = pixel;
            }
        }
    }

    /** The part of a slice that the square needs, clipped to the image. */
    record Slice(IndexBox box, double[] values, byte[] inside, Surroundings surroundings) {

        static Slice cut(ScalarImage image, Mask mask, Surroundings surroundings, IndexBox around, int z, AxisWeights columns,
                AxisWeights rows) {
            IndexBox box = new IndexBox(Math.max(0, around.minX() + columns.first()), Math.max(0, around.minY() + rows.first()), z,
                    Math.min(image.size().x() - 1, around.minX() + columns.last()),
                    Math.min(image.size().y() - 1, around.minY() + rows.last()), z);
            double[] values = image.copy(box);
            byte[] inside = mask.copy(box);
            if (surroundings == Surroundings.CONTEXT) {
                for (int i = 0; i < values.length; i++) {
                    requireFinite(values[i], box, i, "the region's surroundings (or mask the region: RegionSampling.masked)");
                }
            }
            return new Slice(box, values, inside, surroundings);
        }

        double value(int x, int y, Scaling scaling) {
            int nearestX = Math.min(Math.max(x, box.minX()), box.maxX());
            int nearestY = Math.min(Math.max(y, box.minY()), box.maxY());
            int index = nearestX - box.minX() + box.size().x() * (nearestY - box.minY());
            boolean shown = surroundings == Surroundings.CONTEXT || inside[index] != 0 && nearestX == x && nearestY == y;
            return shown ? scaling.apply(values[index]) : 0;
        }
    }
}
