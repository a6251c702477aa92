package io.github.radiomics4j.core.io.dicom.rtstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.region.ReferencedGrid;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionLabel;
import io.github.radiomics4j.core.io.region.RegionRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contours drawn in memory: what fills, and what is refused. */
class StructureSetTest {
    private static final GridSize SIZE = new GridSize(12, 10, 4);
    private static final ImageGeometry STRAIGHT = ImageGeometry.of(new VoxelSpacing(0.5, 2, 3), new double[] {-20, 7, 100},
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    /** Axes turned by a rotation about no axis of the patient: columns of (1/3) [2 -2 1; 1 2 2; -2 -1 2], transposed. */
    private static final ImageGeometry OBLIQUE = ImageGeometry.of(new VoxelSpacing(0.7, 1.3, 2.9), new double[] {-20, 7, 100},
            new double[][] {{2 / 3.0, 1 / 3.0, -2 / 3.0}, {-2 / 3.0, 2 / 3.0, -1 / 3.0}, {1 / 3.0, 2 / 3.0, 2 / 3.0}});

    @TempDir
    Path folder;

    /** A rectangle from corner to corner, in indices, on a slice. */
    private static double[] rectangle(ImageGeometry geometry, double left, double top, double right, double bottom, double slice) {
        return world(geometry, left, top, slice, right, top, slice, right, bottom, slice, left, bottom, slice);
    }

    private static double[] world(ImageGeometry geometry, double... index) {
        double[] points = new double[index.length];
        for (int i = 0; i < index.length; i += 3) {
            System.arraycopy(geometry.toWorld(index[i], index[i + 1], index[i + 2]), 0, points, i, 3);
        }
        return points;
    }

    private Mask filled(ImageGeometry geometry, double[]... contours) throws IOException {
        StructureSetBytes bytes = new StructureSetBytes("1.2");
        for (double[] contour : contours) {
            bytes.contour(contour);
        }
        return bytes.region(1, "a").written(folder).mask(RegionChoice.only(), ReferencedGrid.of(SIZE, geometry), RegionRules.STANDARD);
    }

    private static int count(Mask mask) {
        int count = 0;
        for (byte inside : mask.copy(IndexBox.whole(mask.size()))) {
            count += inside;
        }
        return count;
    }

    private static int at(Mask mask, int x, int y, int z) {
        return mask.copy(new IndexBox(x, y, z, x, y, z))[0];
    }

    @Test
    void aSquareFillsTheVoxelsWhoseCentresItHolds() throws IOException {
        for (ImageGeometry geometry : List.of(STRAIGHT, OBLIQUE)) {
            Mask mask = filled(geometry, rectangle(geometry, 1.5, 2.5, 5.5, 6.5, 2));
            assertEquals(new IndexBox(2, 3, 2, 5, 6, 2), mask.boundingBox());
            assertEquals(16, count(mask));
            assertEquals(Optional.of(geometry), mask.geometry());
        }
    }

    @Test
    void aContourWithinAnotherIsAHole() throws IOException {
        Mask mask = filled(STRAIGHT, rectangle(STRAIGHT, 0.5, 0.5, 8.5, 8.5, 1), rectangle(STRAIGHT, 2.5, 2.5, 5.5, 5.5, 1));
        assertEquals(64 - 9, count(mask));
        assertEquals(0, at(mask, 4, 4, 1));
        assertEquals(1, at(mask, 2, 4, 1));
    }

    @Test
    void aKeyholeIsTheSameHoleWithinOneContour() throws IOException {
        Mask mask = filled(STRAIGHT, world(STRAIGHT, 0.5, 0.5, 1, 8.5, 0.5, 1, 8.5, 8.5, 1, 0.5, 8.5, 1, 0.5, 4.3, 1,
                2.5, 4, 1, 2.5, 5.5, 1, 5.5, 5.5, 1, 5.5, 2.5, 1, 2.5, 2.5, 1, 2.5, 4, 1, 0.5, 4.3, 1));
        Mask apart = filled(STRAIGHT, rectangle(STRAIGHT, 0.5, 0.5, 8.5, 8.5, 1), rectangle(STRAIGHT, 2.5, 2.5, 5.5, 5.5, 1));
        assertArrayEquals(apart.copy(IndexBox.whole(SIZE)), mask.copy(IndexBox.whole(SIZE)));
    }

    @Test
    void twoContoursApartAreTwoIslandsAndAMissingSliceStaysEmpty() throws IOException {
        Mask mask = filled(STRAIGHT, rectangle(STRAIGHT, 0.5, 0.5, 2.5, 2.5, 0), rectangle(STRAIGHT, 5.5, 5.5, 8.5, 7.5, 0),
                rectangle(STRAIGHT, 0.5, 0.5, 1.5, 1.5, 2));
        assertEquals(4 + 6 + 1, count(mask));
        assertEquals(0, at(mask, 1, 1, 1));
        assertEquals(0, at(mask, 4, 4, 0));
    }

    @Test
    void contoursMayLieAcrossAnyIndexAxis() throws IOException {
        Mask acrossX = filled(OBLIQUE, world(OBLIQUE, 3, 0.5, 0.5, 3, 6.5, 0.5, 3, 6.5, 2.5, 3, 0.5, 2.5),
                world(OBLIQUE, 4, 0.5, 0.5, 4, 6.5, 0.5, 4, 6.5, 1.5, 4, 0.5, 1.5));
        assertEquals(new IndexBox(3, 1, 1, 4, 6, 2), acrossX.boundingBox());
        assertEquals(12 + 6, count(acrossX));
        Mask acrossY = filled(OBLIQUE, world(OBLIQUE, 0.5, 9, -0.5, 2.5, 9, -0.5, 2.5, 9, 3.5, 0.5, 9, 3.5));
        assertEquals(new IndexBox(1, 9, 0, 2, 9, 3), acrossY.boundingBox());
        assertEquals(8, count(acrossY));
    }

    @Test
    void aCentreOnAnEdgeBelongsWhereTheRegionLiesTowardsSmallerIndices() throws IOException {
        for (ImageGeometry geometry : List.of(STRAIGHT, OBLIQUE)) {
            Mask mask = filled(geometry, rectangle(geometry, 2, 3, 5, 7, 0));
            assertEquals(new IndexBox(3, 4, 0, 5, 7, 0), mask.boundingBox());
            assertEquals(12, count(mask));
        }
    }

    @Test
    void aContourALittleOffItsSliceIsTakenToItAndOneBetweenSlicesIsRefused() throws IOException {
        assertEquals(new IndexBox(2, 3, 2, 4, 6, 2), filled(STRAIGHT, rectangle(STRAIGHT, 1.5, 2.5, 4.5, 6.5, 2.09)).boundingBox());
        assertTrue(refusal(Problem.CONTOUR_INVALID, rectangle(STRAIGHT, 1.5, 2.5, 4.5, 6.5, 2.2)).contains("0.200 slice distances"));
        assertTrue(refusal(Problem.CONTOUR_INVALID, rectangle(STRAIGHT, 1.5, 2.5, 4.5, 6.5, 2.5)).contains("0.500 slice distances"));
    }

    private String refusal(Problem problem, double[]... contours) {
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> filled(STRAIGHT, contours));
        assertEquals(problem, refusal.problem(), refusal.getMessage());
        return refusal.getMessage();
    }

    @Test
    void whatBoundsNoAreaIsRefused() throws IOException {
        double[] square = rectangle(STRAIGHT, 1.5, 2.5, 4.5, 6.5, 2);
        refusal(Problem.CONTOUR_INVALID, world(STRAIGHT, 1, 1, 1, 5, 5, 1));
        refusal(Problem.CONTOUR_INVALID, world(STRAIGHT, 1, 1, 1, 5, 1, 1, 5, 5, 2));
        refusal(Problem.EMPTY_MASK, rectangle(STRAIGHT, 1.1, 1.1, 1.9, 1.9, 2));
        for (String type : List.of("POINT", "OPEN_PLANAR", "OPEN_NONPLANAR")) {
            StructureSet set = new StructureSetBytes("1.2").contour(type, 4, square).region(1, "a").written(folder);
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> mask(set, RegionChoice.only()));
            assertEquals(Problem.CONTOUR_INVALID, refusal.problem());
            assertTrue(refusal.getMessage().contains(type) && refusal.getMessage().contains("item 1 of ContourSequence"),
                    refusal.getMessage());
        }
        assertEquals(12, count(mask(new StructureSetBytes("1.2").contour("CLOSEDPLANAR_XOR", 4, square).region(1, "a").written(folder),
                RegionChoice.only())));
    }

    private static Mask mask(StructureSet set, RegionChoice choice) {
        return set.mask(choice, ReferencedGrid.of(SIZE, STRAIGHT), RegionRules.STANDARD);
    }

    @Test
    void aNumberOfPointsThatIsNotThatOfTheCoordinatesIsRefused() throws IOException {
        StructureSet set = new StructureSetBytes("1.2").contour("CLOSED_PLANAR", 5, rectangle(STRAIGHT, 1, 1, 3, 3, 1)).region(1, "a")
                .written(folder);
        assertEquals(Problem.HEADER_INVALID,
                assertThrows(InvalidInputException.class, () -> mask(set, RegionChoice.only())).problem());
    }

    @Test
    void aContourThatIsMovedByTheRetiredOffsetIsRefused() throws IOException {
        double[] square = rectangle(STRAIGHT, 1.5, 2.5, 4.5, 6.5, 2);
        assertEquals(12, count(mask(new StructureSetBytes("1.2").contour(square).moved("0\\0\\0").region(1, "a").written(folder),
                RegionChoice.only())));
        StructureSet set = new StructureSetBytes("1.2").contour(square).moved("0\\0\\3").region(1, "a").written(folder);
        assertEquals(Problem.CONTOUR_INVALID,
                assertThrows(InvalidInputException.class, () -> mask(set, RegionChoice.only())).problem());
    }

    @Test
    void regionsAreChosenByNumberOrNameAndListedWhereThatFails() throws IOException {
        StructureSet set = new StructureSetBytes("1.2").contour(rectangle(STRAIGHT, 0.5, 0.5, 2.5, 2.5, 0)).region(4, "GTV")
                .contour(rectangle(STRAIGHT, 0.5, 0.5, 3.5, 3.5, 0)).region(2, "lung")
                .contour(rectangle(STRAIGHT, 0.5, 0.5, 4.5, 4.5, 0)).region(9, "lung").written(folder);
        assertEquals(List.of(new RegionLabel(4, "GTV"), new RegionLabel(2, "lung"), new RegionLabel(9, "lung")), set.regions());
        assertEquals(4, count(mask(set, RegionChoice.named("GTV"))));
        assertEquals(9, count(mask(set, RegionChoice.number(2))));
        assertEquals(16, count(mask(set, RegionChoice.number(9))));
        for (RegionChoice choice : List.of(RegionChoice.named("lung"), RegionChoice.named("gtv"), RegionChoice.number(1),
                RegionChoice.only())) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> mask(set, choice));
            assertEquals(Problem.LABEL_ABSENT, refusal.problem());
            assertTrue(refusal.getMessage().contains("4 (GTV), 2 (lung), 9 (lung)"), refusal.getMessage());
        }
    }

    @Test
    void aRegionBeyondTheBorderIsRefusedOrCutOnRequest() throws IOException {
        StructureSet set = new StructureSetBytes("1.2").contour(rectangle(STRAIGHT, -3.5, -0.9, 2.5, 2.5, 0))
                .contour(rectangle(STRAIGHT, 0.5, 0.5, 2.5, 2.5, 7)).region(1, "a").written(folder);
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> mask(set, RegionChoice.only()));
        assertEquals(Problem.GEOMETRY_MISMATCH, refusal.problem());
        ReferencedGrid grid = ReferencedGrid.of(SIZE, STRAIGHT);
        assertEquals(9, count(set.mask(RegionChoice.only(), grid, RegionRules.STANDARD.cutAtBorder())));
        StructureSet outside = new StructureSetBytes("1.2").contour(rectangle(STRAIGHT, 20.5, 0.5, 30.5, 2.5, 0)).region(1, "a")
                .written(folder);
        assertEquals(Problem.GEOMETRY_MISMATCH, assertThrows(InvalidInputException.class,
                () -> outside.mask(RegionChoice.only(), grid, RegionRules.STANDARD.cutAtBorder())).problem());
        StructureSet far = new StructureSetBytes("1.2").contour(rectangle(STRAIGHT, -1e300, 0.5, 30.5, 2.5, 0)).region(1, "a")
                .written(folder);
        assertEquals(Problem.GEOMETRY_MISMATCH, assertThrows(InvalidInputException.class,
                () -> far.mask(RegionChoice.only(), grid, RegionRules.STANDARD.cutAtBorder())).problem());
    }

    @Test
    void whatTheRegionWasDrawnOnIsTold() throws IOException {
        StructureSet set = new StructureSetBytes("1.2").onSeries("1.5", "1.5.1").region(1, "a").written(folder);
        RegionLabel region = set.regions().get(0);
        assertEquals(Optional.of("1.2"), set.frameOfReferenceUid(region));
        assertEquals(Set.of("1.5"), set.seriesUids(region));
        assertThrows(IllegalArgumentException.class, () -> set.seriesUids(new RegionLabel(2, "b")));
        assertEquals(Problem.EMPTY_MASK, assertThrows(InvalidInputException.class, () -> mask(set, RegionChoice.only())).problem());
    }
}
