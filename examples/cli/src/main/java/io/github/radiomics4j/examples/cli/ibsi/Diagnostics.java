package io.github.radiomics4j.examples.cli.ibsi;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.preprocessing.Discretisation;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.RegionPreparation;
import io.github.radiomics4j.core.roi.BitGrid;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The diagnostic figures of IBSI: dimensions, voxel counts, boxes and intensities of image and region before processing, after
 * interpolation and after re-segmentation. All come from the {@link RegionPreparation} that features are measured after; the whole
 * image is a region of all its voxels.
 */
public final class Diagnostics {
    /** Grey levels are not among the figures, so they are made by a rule that takes any intensities. */
    private static final Discretisation ANY = new FixedBinNumber(2);

    private static final String[] AXES = {"x", "y", "z"};

    private final Map<String, Double> figures = new LinkedHashMap<>();

    private Diagnostics() { }

    /**
     * The figures of a region.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @param preparation how the region is prepared
     * @return tag of the compliance spreadsheet to value: voxels, mm, or the unit of the image
     * @throws io.github.radiomics4j.core.InvalidInputException where the region or the whole image cannot be prepared
     */
    public static Map<String, Double> of(ScalarImage image, Mask mask, RegionPreparation preparation) {
        RegionPreparation none = new RegionPreparation(Optional.empty(), Optional.empty(), ANY);
        RegionPreparation interpolation = new RegionPreparation(preparation.resampling(), Optional.empty(), ANY);
        Diagnostics diagnostics = new Diagnostics();
        GridSize size = diagnostics.image("init", image, none);
        diagnostics.region("init", size, none.prepare(image, mask));
        size = diagnostics.image("interp", image, interpolation);
        diagnostics.region("interp", size, interpolation.prepare(image, mask));
        diagnostics.region("reseg", size, preparation.prepare(image, mask));
        return diagnostics.figures;
    }

    private GridSize image(String stage, ScalarImage image, RegionPreparation preparation) {
        byte[] all = new byte[Math.toIntExact(image.size().voxels())];
        Arrays.fill(all, (byte) 1);
        PreparedRoi whole = preparation.prepare(image, Mask.of(all, image.size()));
        GridSize size = whole.morphologicalMask().size();
        for (int axis = 0; axis < AXES.length; axis++) {
            put("img_dim_" + AXES[axis] + "_" + stage + "_img", size.along(axis));
            put("vox_dim_" + AXES[axis] + "_" + stage + "_img", whole.spacing().along(axis));
        }
        intensities("", "_" + stage + "_img", whole.intensities());
        return size;
    }

    private void region(String stage, GridSize image, PreparedRoi roi) {
        String end = "_" + stage + "_roi";
        int[] intensityBox = extent(roi.intensities().mask());
        int[] morphologicalBox = extent(roi.morphologicalMask());
        for (int axis = 0; axis < AXES.length; axis++) {
            put("int_mask_dim_" + AXES[axis] + end, image.along(axis));
            put("int_mask_bb_dim_" + AXES[axis] + end, intensityBox[axis]);
            put("morph_mask_bb_dim_" + AXES[axis] + end, morphologicalBox[axis]);
        }
        put("int_mask_vox_count" + end, roi.intensities().mask().count());
        put("morph_mask_vox_count" + end, roi.morphologicalMask().count());
        intensities("int_mask_", end, roi.intensities());
    }

    private void intensities(String start, String end, IntensityGrid grid) {
        DoubleSummaryStatistics statistics = Arrays.stream(grid.region()).summaryStatistics();
        put(start + "mean_int" + end, statistics.getAverage());
        put(start + "min_int" + end, statistics.getMin());
        put(start + "max_int" + end, statistics.getMax());
    }

    private void put(String tag, double value) {
        figures.put(tag, value);
    }

    /** Voxels along each axis of the smallest box around a region. */
    static int[] extent(BitGrid mask) {
        GridSize size = mask.size();
        int[] min = {size.x(), size.y(), size.z()};
        int[] max = {-1, -1, -1};
        int index = 0;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    if (mask.contains(index++)) {
                        widen(min, max, 0, x);
                        widen(min, max, 1, y);
                        widen(min, max, 2, z);
                    }
                }
            }
        }
        return new int[] {Math.max(0, max[0] - min[0] + 1), Math.max(0, max[1] - min[1] + 1), Math.max(0, max[2] - min[2] + 1)};
    }

    private static void widen(int[] min, int[] max, int axis, int at) {
        min[axis] = Math.min(min[axis], at);
        max[axis] = Math.max(max[axis], at);
    }
}
