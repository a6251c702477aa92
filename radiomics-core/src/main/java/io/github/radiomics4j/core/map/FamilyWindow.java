package io.github.radiomics4j.core.map;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.LevelGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Any family: at every voxel the part of the region in the window is cut out and measured like a region. */
final class FamilyWindow<S> implements MovingWindow<S> {
    private final FeatureFamily<S> family;
    private final PreparedRoi roi;
    private final Window window;
    private final Aggregation aggregation;
    private List<S> statistics = List.of();

    private FamilyWindow(FeatureFamily<S> family, PreparedRoi roi, Window window) {
        this.family = family;
        this.roi = roi;
        this.window = window;
        // a window within the slice has directions within the slice
        this.aggregation = family.aggregationFor(window.sliceRadius() == 0 ? Aggregation.TWO_HALF_D_MERGED : Aggregation.THREE_D_MERGED);
    }

    /** Windows over a region, one for each thread. */
    static <S> Supplier<MovingWindow<S>> over(FeatureFamily<S> family, PreparedRoi roi, Window window) {
        return () -> new FamilyWindow<>(family, roi, window);
    }

    @Override
    public void centreOn(int x, int y, int z) {
        statistics = family.measure(cut(x, y, z), aggregation);
        if (statistics.size() > 1) {
            throw new IllegalStateException("family " + family.id() + " has " + statistics.size()
                    + " matrices of a window, a map is of one");
        }
    }

    /** The window as far as it lies in the region's box. */
    private PreparedRoi cut(int x, int y, int z) {
        GridSize whole = roi.levels().size();
        int minX = Math.max(0, x - window.radius());
        int minY = Math.max(0, y - window.radius());
        int minZ = Math.max(0, z - window.sliceRadius());
        GridSize size = new GridSize(Math.min(whole.x() - 1, x + window.radius()) - minX + 1,
                Math.min(whole.y() - 1, y + window.radius()) - minY + 1, Math.min(whole.z() - 1, z + window.sliceRadius()) - minZ + 1);
        int voxels = Math.toIntExact(size.voxels());
        int[] levels = new int[voxels];
        double[] intensities = new double[voxels];
        byte[] shape = new byte[voxels];
        byte[] inside = new byte[voxels];
        short[] bordered = roi.levels().bordered();
        int to = 0;
        for (int wz = minZ; wz < minZ + size.z(); wz++) {
            for (int wy = minY; wy < minY + size.y(); wy++) {
                int level = roi.levels().rowStart(wy, wz) + minX;
                int from = minX + whole.x() * (wy + whole.y() * wz);
                for (int i = 0; i < size.x(); i++, to++) {
                    levels[to] = bordered[level + i];
                    intensities[to] = roi.intensities().at(from + i);
                    inside[to] = (byte) (roi.intensities().mask().contains(from + i) ? 1 : 0);
                    shape[to] = (byte) (roi.morphologicalMask().contains(from + i) ? 1 : 0);
                }
            }
        }
        return new PreparedRoi(roi.spacing(), BitGrid.owning(size, shape), IntensityGrid.owning(intensities, BitGrid.owning(size, inside)),
                LevelGrid.of(size, levels), roi.range(), roi.discretisation(), Optional.empty());
    }

    @Override
    public boolean measurable() {
        return !statistics.isEmpty();
    }

    @Override
    public S statistics() {
        return statistics.get(0);
    }
}
