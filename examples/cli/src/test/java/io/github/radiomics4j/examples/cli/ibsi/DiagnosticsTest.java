package io.github.radiomics4j.examples.cli.ibsi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.RegionPreparation;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    private static final GridSize SIZE = new GridSize(4, 2, 1);

    /** Intensities 0 to 7, a region of 1 to 6, of which re-segmentation keeps 1 to 3. */
    private static Map<String, Double> figures() {
        ScalarImage image = ScalarImage.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, SIZE, ImageGeometry.of(VoxelSpacing.mm(1, 2, 3)));
        Mask mask = Mask.of(new byte[] {0, 1, 1, 1, 1, 1, 1, 0}, SIZE);
        return Diagnostics.of(image, mask, new RegionPreparation(Optional.empty(), Optional.of(Resegmentation.range(1, 3)),
                new FixedBinNumber(2)));
    }

    @Test
    void thereAreSixtyFiguresAsInEachConfiguration() {
        assertEquals(60, figures().size());
    }

    @Test
    void theWholeImageIsMeasuredAndNotTheRegion() {
        Map<String, Double> figures = figures();
        assertEquals(4, figures.get("img_dim_x_init_img"));
        assertEquals(3, figures.get("vox_dim_z_init_img"));
        assertEquals(3.5, figures.get("mean_int_init_img"));
        assertEquals(0, figures.get("min_int_interp_img"));
        assertEquals(7, figures.get("max_int_interp_img"));
    }

    @Test
    void resegmentationChangesTheIntensityMaskOnly() {
        Map<String, Double> figures = figures();
        assertEquals(6, figures.get("int_mask_vox_count_interp_roi"));
        assertEquals(3, figures.get("int_mask_vox_count_reseg_roi"));
        assertEquals(6, figures.get("morph_mask_vox_count_reseg_roi"));
        assertEquals(1, figures.get("int_mask_bb_dim_y_reseg_roi"));
        assertEquals(2, figures.get("morph_mask_bb_dim_y_reseg_roi"));
        assertEquals(4, figures.get("int_mask_dim_x_reseg_roi"));
        assertEquals(3, figures.get("int_mask_max_int_reseg_roi"));
    }

    @Test
    void boxIsTheSmallestAroundTheRegion() {
        GridSize size = new GridSize(4, 3, 2);
        byte[] inside = new byte[24];
        inside[1 + 4 * (1 + 3 * 0)] = 1;
        inside[3 + 4 * (2 + 3 * 0)] = 1;
        assertArrayEquals(new int[] {3, 2, 1}, Diagnostics.extent(BitGrid.of(size, inside)));
        assertArrayEquals(new int[] {0, 0, 0}, Diagnostics.extent(BitGrid.of(size, new byte[24])));
    }
}
