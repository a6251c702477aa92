package io.github.radiomics4j.core.map;

import io.github.radiomics4j.core.feature.FeatureDefinition;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.List;

/** The loop over the voxels of a map. */
final class MapKernel {

    private MapKernel() {
    }

    /** Writes the features of each voxel in some slices of the region to their arrays, NaN where they are undefined. */
    static <S> void fill(BitGrid region, int fromSlice, int toSlice, MovingWindow<S> window, List<FeatureDefinition<S>> features,
            double[][] values) {
        for (int z = fromSlice; z < toSlice; z++) {
            fillSlice(region, z, window, features, values);
        }
    }

    private static <S> void fillSlice(BitGrid region, int z, MovingWindow<S> window, List<FeatureDefinition<S>> features,
            double[][] values) {
        GridSize size = region.size();
        for (int y = 0; y < size.y(); y++) {
            int row = size.x() * (y + size.y() * z);
            for (int x = 0; x < size.x(); x++) {
                if (region.contains(row + x)) {
                    window.centreOn(x, y, z);
                    fillVoxel(row + x, window, features, values);
                }
            }
        }
    }

    private static <S> void fillVoxel(int at, MovingWindow<S> window, List<FeatureDefinition<S>> features, double[][] values) {
        if (window.measurable()) {
            S statistics = window.statistics();
            for (int f = 0; f < values.length; f++) {
                values[f][at] = features.get(f).valueOf(statistics);
            }
        } else {
            for (double[] map : values) {
                map[at] = Double.NaN;
            }
        }
    }
}
