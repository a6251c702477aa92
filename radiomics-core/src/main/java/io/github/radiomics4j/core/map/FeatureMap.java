package io.github.radiomics4j.core.map;

import io.github.radiomics4j.core.feature.FeatureId;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.preprocessing.RegionPlace;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Arrays;

/**
 * The values of a feature over a window around each voxel of a region, in the region's box. A voxel has a number where it belongs to the
 * region and the feature is defined in its window; {@link #defined()} says where. No number stands for a missing one unless the caller
 * chooses it. Immutable.
 */
public final class FeatureMap {
    private final FeatureId feature;
    private final Window window;
    private final BitGrid region;
    private final BitGrid defined;
    private final double[] values;

    FeatureMap(FeatureId feature, Window window, BitGrid region, double[] values) {
        this.feature = feature;
        this.window = window;
        this.region = region;
        this.values = values;
        byte[] finite = new byte[values.length];
        for (int i = 0; i < finite.length; i++) {
            finite[i] = (byte) (region.contains(i) && Double.isFinite(values[i]) ? 1 : 0);
        }
        this.defined = BitGrid.of(region.size(), finite);
    }

    /**
     * What was measured.
     *
     * @return family, name, code, unit
     */
    public FeatureId feature() {
        return feature;
    }

    /**
     * Over what it was measured.
     *
     * @return the window
     */
    public Window window() {
        return window;
    }

    /**
     * The box of the region.
     *
     * @return voxels along each axis
     */
    public GridSize size() {
        return region.size();
    }

    /**
     * The voxels of the region, with a number or without.
     *
     * @return the intensity mask of the region
     */
    public BitGrid region() {
        return region;
    }

    /**
     * The voxels that have a number.
     *
     * @return the region less the voxels in whose window the feature is NaN or infinite
     */
    public BitGrid defined() {
        return defined;
    }

    /**
     * The value at a voxel.
     *
     * @param index {@code x + nx (y + ny z)} in the region's box
     * @return a finite number
     * @throws IllegalArgumentException where the map has none ({@link #defined()})
     */
    public double at(int index) {
        if (!defined.contains(index)) {
            throw new IllegalArgumentException("map of " + feature + " has no number at voxel " + index + ", which "
                    + (region.contains(index) ? "has a window in which the feature is undefined" : "is outside the region"));
        }
        return values[index];
    }

    /**
     * All values.
     *
     * @param absent stands where the map has no number ({@link #defined()}); NaN is possible
     * @return index {@code x + nx (y + ny z)} in the region's box, a fresh array
     */
    public double[] values(double absent) {
        double[] filled = new double[values.length];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = defined.contains(i) ? values[i] : absent;
        }
        return filled;
    }

    /**
     * The map as an image of the whole grid that the region was cut from.
     *
     * @param place where the region lies ({@link io.github.radiomics4j.core.preprocessing.RegionPreparation#placeOf})
     * @param absent stands where the map has no number ({@link #defined()}), also outside the region's box; NaN is possible
     * @return an image of the place's grid and geometry; single precision would round it
     * @throws IllegalArgumentException where the place's box has another size than the map
     */
    public ScalarImage image(RegionPlace place, double absent) {
        if (!place.box().size().equals(size())) {
            throw new IllegalArgumentException("a map of " + size() + " does not fill a box of " + place.box().size());
        }
        GridSize grid = place.grid();
        double[] whole = new double[Math.toIntExact(grid.voxels())];
        Arrays.fill(whole, absent);
        double[] box = values(absent);
        for (int z = 0; z < size().z(); z++) {
            for (int y = 0; y < size().y(); y++) {
                int to = place.box().minX() + grid.x() * (place.box().minY() + y + grid.y() * (place.box().minZ() + z));
                System.arraycopy(box, size().x() * (y + size().y() * z), whole, to, size().x());
            }
        }
        return ScalarImage.of(whole, grid, place.geometry());
    }

    @Override
    public String toString() {
        return "map of " + feature + " over " + window + " voxels, " + defined.count() + " of " + region.count() + " voxels defined";
    }
}
