package io.github.radiomics4j.core.map;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.numeric.Sample;
import io.github.radiomics4j.core.numeric.SampleBuffer;
import io.github.radiomics4j.core.roi.IntensityGrid;
import java.util.Arrays;
import java.util.function.Supplier;

/** The intensities of a window, gathered anew at every voxel: sorting the few of them costs less than to keep them sorted. */
final class SampleWindow implements MovingWindow<Sample> {
    private final Bordered grid;
    private final int[] steps;
    private final SampleBuffer buffer;

    /** Intensities with a border wide enough for the window; NaN marks what is not of the region. */
    private record Bordered(double[] intensities, int border, int rowStride, int sliceStride) {

        static Bordered of(IntensityGrid grid, int border) {
            GridSize size = grid.size();
            int rowStride = size.x() + 2 * border;
            int sliceStride = Math.multiplyExact(rowStride, size.y() + 2 * border);
            double[] intensities = new double[Math.multiplyExact(sliceStride, size.z() + 2 * border)];
            Arrays.fill(intensities, Double.NaN);
            Bordered bordered = new Bordered(intensities, border, rowStride, sliceStride);
            int from = 0;
            for (int z = 0; z < size.z(); z++) {
                for (int y = 0; y < size.y(); y++) {
                    for (int x = 0; x < size.x(); x++, from++) {
                        if (grid.mask().contains(from)) {
                            intensities[bordered.index(x, y, z)] = grid.at(from);
                        }
                    }
                }
            }
            return bordered;
        }

        int index(int x, int y, int z) {
            return border + x + rowStride * (border + y) + sliceStride * (border + z);
        }

        int[] steps(Window window) {
            int[] steps = new int[window.voxels()];
            int n = 0;
            for (int z = -window.sliceRadius(); z <= window.sliceRadius(); z++) {
                for (int y = -window.radius(); y <= window.radius(); y++) {
                    for (int x = -window.radius(); x <= window.radius(); x++) {
                        steps[n++] = x + y * rowStride + z * sliceStride;
                    }
                }
            }
            return steps;
        }
    }

    private SampleWindow(Bordered grid, int[] steps) {
        this.grid = grid;
        this.steps = steps;
        this.buffer = new SampleBuffer(steps.length);
    }

    /** Windows over a region, one for each thread. */
    static Supplier<MovingWindow<Sample>> over(IntensityGrid intensities, Window window) {
        Bordered grid = Bordered.of(intensities, window.border());
        int[] steps = grid.steps(window);
        return () -> new SampleWindow(grid, steps);
    }

    @Override
    public void centreOn(int x, int y, int z) {
        int at = grid.index(x, y, z);
        buffer.clear();
        double[] intensities = grid.intensities();
        for (int step : steps) {
            double intensity = intensities[at + step];
            if (!Double.isNaN(intensity)) {
                buffer.add(intensity);
            }
        }
    }

    /** The voxel itself is in its window. */
    @Override
    public boolean measurable() {
        return true;
    }

    @Override
    public Sample statistics() {
        return buffer.sample();
    }
}
