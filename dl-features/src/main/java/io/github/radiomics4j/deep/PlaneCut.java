package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.deep.IntensityNormalisation.Scaling;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;

/** The part of a plane that a square needs, clipped to the image. */
final class PlaneCut {
    private final PlaneBox around;
    private final AxisWeights columns;
    private final AxisWeights rows;
    private final int minColumn;
    private final int maxColumn;
    private final int minRow;
    private final int maxRow;
    private final double[] values;
    private final byte[] inside;
    private final Surroundings surroundings;

    /**
     * Copies what is needed.
     *
     * @param around the region's rectangle, from whose first voxel the weights count
     * @param columns from voxels to columns of pixels
     * @param rows from voxels to rows of pixels
     */
    PlaneCut(ScalarImage image, Mask mask, Surroundings surroundings, PlaneBox around, AxisWeights columns, AxisWeights rows) {
        GridSize size = image.size();
        PlaneAxes axes = around.axes();
        this.around = around;
        this.columns = columns;
        this.rows = rows;
        this.surroundings = surroundings;
        this.minColumn = Math.max(0, around.minColumn() + columns.first());
        this.maxColumn = Math.min(size.along(axes.columns()) - 1, around.minColumn() + columns.last());
        this.minRow = Math.max(0, around.minRow() + rows.first());
        this.maxRow = Math.min(size.along(axes.rows()) - 1, around.minRow() + rows.last());
        IndexBox box = axes.rectangle(around.at(), minColumn, minRow, maxColumn, maxRow);
        this.values = image.copy(box);
        this.inside = mask.copy(box);
        if (surroundings == Surroundings.CONTEXT) {
            for (int i = 0; i < values.length; i++) {
                RegionIntensities.requireFinite(values[i], box, i, "the region's surroundings (or mask the region: RegionSampling.masked)");
            }
        }
    }

    /** Rows first: each needed row of voxels becomes {@code size} pixels, then each column of these. */
    void resize(Scaling scaling, float[] out, int at) {
        int size = columns.size();
        int firstRow = rows.first();
        double[][] narrowed = new double[rows.last() - firstRow + 1][size];
        for (int r = 0; r < narrowed.length; r++) {
            int row = around.minRow() + firstRow + r;
            for (int i = 0; i < size; i++) {
                double[] weights = columns.weights(i);
                double sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * value(around.minColumn() + columns.start(i) + k, row, scaling);
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

    private double value(int column, int row, Scaling scaling) {
        int nearestColumn = Math.min(Math.max(column, minColumn), maxColumn);
        int nearestRow = Math.min(Math.max(row, minRow), maxRow);
        int index = nearestColumn - minColumn + (maxColumn - minColumn + 1) * (nearestRow - minRow);
        boolean shown = surroundings == Surroundings.CONTEXT || inside[index] != 0 && nearestColumn == column && nearestRow == row;
        return shown ? scaling.apply(values[index]) : 0;
    }
}
