package io.github.radiomics4j.core.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RegionPreviewTest {
    private static final int O = PreviewPicture.OUTLINE;
    private static final VoxelSpacing CUBES = VoxelSpacing.mm(1, 1, 1);

    /** Values rise from 0 with the index. */
    private static ScalarImage ramp(GridSize size, ImageGeometry geometry) {
        double[] values = new double[(int) size.voxels()];
        Arrays.setAll(values, i -> i);
        return ScalarImage.of(values, size, geometry);
    }

    private static Mask box(GridSize size, int x0, int y0, int z0, int x1, int y1, int z1) {
        byte[] inside = new byte[(int) size.voxels()];
        for (int z = z0; z <= z1; z++) {
            for (int y = y0; y <= y1; y++) {
                for (int x = x0; x <= x1; x++) {
                    inside[x + size.x() * (y + size.y() * z)] = 1;
                }
            }
        }
        return Mask.of(inside, size);
    }

    private static int[] row(PreviewPicture picture, int y) {
        int[] row = new int[picture.width()];
        Arrays.setAll(row, x -> picture.level(x, y));
        return row;
    }

    @Test
    void aPixelPerVoxelShowsTheGreysAndTheOutlineOfTheRegion() {
        GridSize size = new GridSize(8, 8, 1);
        double[] values = new double[64];
        Arrays.setAll(values, i -> i % 8 < 4 ? 0 : 100);
        ScalarImage image = ScalarImage.of(values, size, ImageGeometry.of(CUBES));
        PreviewPicture picture = new RegionPreview(8, 100).of(image, box(size, 2, 2, 0, 5, 5, 0));
        assertEquals(8, picture.width());
        assertEquals(8, picture.height());
        assertArrayEquals(new int[] {0, 0, 0, 0, 254, 254, 254, 254}, row(picture, 0));
        assertArrayEquals(new int[] {0, 0, O, O, O, O, 254, 254}, row(picture, 2));
        assertArrayEquals(new int[] {0, 0, O, 0, 254, O, 254, 254}, row(picture, 3));
        assertArrayEquals(new int[] {0, 0, O, O, O, O, 254, 254}, row(picture, 5));
    }

    @Test
    void theSliceWithMostOfTheRegionIsShown() {
        GridSize size = new GridSize(10, 10, 5);
        byte[] inside = new byte[500];
        inside[55 + 100] = 1;
        inside[55 + 200] = 1;
        inside[56 + 200] = 1;
        assertEquals(2, RegionPreview.standard().of(ramp(size, ImageGeometry.of(CUBES)), Mask.of(inside, size)).slice());
    }

    @Test
    void ofSlicesWithAsMuchTheMiddleOneIsShown() {
        GridSize size = new GridSize(10, 10, 9);
        assertEquals(4, RegionPreview.standard().of(ramp(size, ImageGeometry.of(CUBES)), box(size, 3, 3, 1, 5, 5, 7)).slice());
    }

    @Test
    void flatVoxelsAreShownAsWideAndHighAsTheyAre() {
        GridSize size = new GridSize(80, 10, 80);
        ScalarImage image = ramp(size, ImageGeometry.of(VoxelSpacing.mm(0.5, 4, 0.5)));
        PreviewPicture picture = new RegionPreview(80, 1000).of(image, box(size, 30, 4, 30, 50, 6, 50), ViewPlane.AXIAL);
        assertEquals(80, picture.width());
        assertEquals(80, picture.height());
        assertEquals(32, firstRowWithOutline(picture));
        assertEquals(32 + 24 - 1, lastRowWithOutline(picture));
    }

    private static int firstRowWithOutline(PreviewPicture picture) {
        int y = 0;
        while (Arrays.stream(row(picture, y)).noneMatch(v -> v == O)) {
            y++;
        }
        return y;
    }

    private static int lastRowWithOutline(PreviewPicture picture) {
        int y = picture.height() - 1;
        while (Arrays.stream(row(picture, y)).noneMatch(v -> v == O)) {
            y--;
        }
        return y;
    }

    @Test
    void thePictureIsCutToTheRegionAndItsMarginInMillimetres() {
        GridSize size = new GridSize(100, 100, 1);
        ScalarImage image = ramp(size, ImageGeometry.of(VoxelSpacing.mm(2, 2, 2)));
        PreviewPicture picture = new RegionPreview(30, 20).of(image, box(size, 40, 40, 0, 49, 44, 0));
        assertEquals(30, picture.width());
        assertEquals(25, picture.height());
    }

    @Test
    void planesAreThoseOfThePatientWhateverTheGridsAxes() {
        GridSize size = new GridSize(20, 30, 5);
        double[][] sagittal = {{0, 0, 1}, {1, 0, 0}, {0, -1, 0}};
        ScalarImage image = ramp(size, ImageGeometry.of(CUBES, new double[3], sagittal));
        Mask mask = box(size, 9, 14, 2, 11, 16, 3);
        List<PreviewPicture> pictures = new RegionPreview(60, 1000).orthogonal(image, mask);
        assertEquals(List.of(ViewPlane.AXIAL, ViewPlane.CORONAL, ViewPlane.SAGITTAL),
                pictures.stream().map(PreviewPicture::plane).toList());
        assertEquals("5×20", shape(pictures.get(0), 3));
        assertEquals("5×30", shape(pictures.get(1), 2));
        assertEquals("20×30", shape(pictures.get(2), 2));
        assertEquals(15, pictures.get(0).slice());
        assertEquals(2, pictures.get(2).slice());
    }

    private static String shape(PreviewPicture picture, int pixelsPerVoxel) {
        return picture.width() / pixelsPerVoxel + "×" + picture.height() / pixelsPerVoxel;
    }

    @Test
    void theHeadIsAboveAndThePatientsLeftIsAtTheRight() {
        GridSize size = new GridSize(3, 3, 3);
        double[] values = new double[27];
        values[2 + 3 + 18] = 1;
        ScalarImage image = ScalarImage.of(values, size, ImageGeometry.of(CUBES, new double[3],
                new double[][] {{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}}));
        PreviewPicture coronal = new RegionPreview(9, 100).of(image, box(size, 1, 1, 1, 1, 1, 1), ViewPlane.CORONAL);
        assertTrue(coronal.level(1, 1) > coronal.level(7, 1), "x grows to the right of the patient, who faces us");
        assertTrue(coronal.level(1, 1) > coronal.level(1, 7), "z grows to the head");
    }

    @Test
    void thePngHoldsThePicture() throws Exception {
        GridSize size = new GridSize(40, 30, 1);
        PreviewPicture picture = RegionPreview.standard().of(ramp(size, ImageGeometry.of(CUBES)), box(size, 10, 10, 0, 20, 20, 0));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertEquals(picture.width(), read.getWidth());
        assertEquals(picture.height(), read.getHeight());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int level = picture.level(x, y);
                int grey = (int) Math.round(level * 255.0 / 254);
                int expected = level == O ? 0xFF8C1A : grey << 16 | grey << 8 | grey;
                assertEquals(expected, read.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertArrayEquals(picture.png(), picture.png());
    }

    @Test
    void oneIntensityIsMiddleGreyAndWhatIsNotFiniteIsBlack() {
        GridSize size = new GridSize(9, 9, 1);
        double[] values = new double[81];
        Arrays.fill(values, 7);
        values[0] = Double.NaN;
        PreviewPicture picture = new RegionPreview(9, 100).of(ScalarImage.of(values, size, ImageGeometry.of(CUBES)),
                box(size, 4, 4, 0, 4, 4, 0));
        assertEquals(0, picture.level(0, 0));
        assertEquals(127, picture.level(8, 8));
        assertEquals(O, picture.level(4, 4));
    }

    @Test
    void anOutlierDoesNotDarkenTheRest() {
        GridSize size = new GridSize(20, 20, 1);
        double[] values = new double[400];
        Arrays.setAll(values, i -> i % 20);
        values[399] = 1e6;
        PreviewPicture picture = new RegionPreview(20, 100).of(ScalarImage.of(values, size, ImageGeometry.of(CUBES)),
                box(size, 9, 9, 0, 9, 9, 0));
        Set<Integer> levels = new HashSet<>();
        Arrays.stream(row(picture, 0)).forEach(levels::add);
        assertEquals(20, levels.size());
    }

    @Test
    void whatCannotBeShownIsRefusedWithTheReason() {
        GridSize size = new GridSize(4, 4, 2);
        ScalarImage image = ramp(size, ImageGeometry.of(CUBES));
        RegionPreview preview = RegionPreview.standard();
        assertEquals(Problem.EMPTY_MASK,
                assertThrows(InvalidInputException.class, () -> preview.of(image, Mask.of(new byte[32], size))).problem());
        GridSize other = new GridSize(4, 4, 3);
        assertEquals(Problem.GEOMETRY_MISMATCH,
                assertThrows(InvalidInputException.class, () -> preview.of(image, box(other, 0, 0, 0, 1, 1, 1))).problem());
        double[] missing = new double[32];
        Arrays.fill(missing, Double.NaN);
        ScalarImage nothing = ScalarImage.of(missing, size, ImageGeometry.of(CUBES));
        assertEquals(Problem.NONFINITE_VALUES,
                assertThrows(InvalidInputException.class, () -> preview.of(nothing, box(size, 0, 0, 0, 1, 1, 1))).problem());
        assertThrows(IllegalArgumentException.class, () -> preview.withLongestSide(7));
        assertThrows(IllegalArgumentException.class, () -> preview.withMargin(-1));
    }
}
