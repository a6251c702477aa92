package io.github.radiomics4j.core.io.region;

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
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.SharedFiles;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import io.github.radiomics4j.core.io.dicom.series.DicomSeries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One door for label maps, structure sets and segmentations. */
class RegionReaderTest {
    private static final ReferencedGrid GRID = ReferencedGrid.of(new GridSize(3, 1, 1), ImageGeometry.of(VoxelSpacing.isotropic(1)));

    @TempDir
    Path folder;

    private Path labels(String values) throws IOException {
        return Files.writeString(folder.resolve("labels.nrrd"), "NRRD0004\ntype: float\ndimension: 3\nspace: LPS\nsizes: 3 1 1\n"
                + "space directions: (1,0,0) (0,1,0) (0,0,1)\nspace origin: (0,0,0)\nencoding: ascii\n\n" + values + "\n",
                StandardCharsets.US_ASCII);
    }

    private static Problem refused(Path file, RegionChoice choice) {
        return assertThrows(InvalidInputException.class, () -> new RegionReader().readMask(file, GRID, choice)).problem();
    }

    @Test
    void theLabelsOfALabelMapAreRegionsWithoutNames() throws IOException {
        Path file = labels("0 7 3");
        assertEquals(List.of(new RegionLabel(3, ""), new RegionLabel(7, "")), new RegionReader().regions(file));
        assertArrayEquals(new byte[] {0, 1, 0},
                new RegionReader().readMask(file, GRID, RegionChoice.number(7)).copy(new IndexBox(0, 0, 0, 2, 0, 0)));
        for (RegionChoice choice : List.of(RegionChoice.only(), RegionChoice.number(4), RegionChoice.named("liver"))) {
            assertEquals(Problem.LABEL_ABSENT, refused(file, choice));
        }
        assertArrayEquals(new byte[] {0, 0, 1},
                new RegionReader().readMask(labels("0 0 5"), GRID, RegionChoice.only()).copy(new IndexBox(0, 0, 0, 2, 0, 0)));
    }

    @Test
    void whatIsNoLabelMapIsRefused() throws IOException {
        assertEquals(Problem.EMPTY_MASK, refused(labels("0 0 0"), RegionChoice.only()));
        assertEquals(Problem.MASK_NOT_LABEL, refused(labels("0 0.5 0"), RegionChoice.only()));
        assertEquals(Problem.MASK_NOT_LABEL, refused(labels("0 1e12 0"), RegionChoice.only()));
        assertEquals(Problem.MISSING_FILE, refused(folder.resolve("none.nrrd"), RegionChoice.only()));
    }

    @Test
    void aDicomImageIsNoRegion() {
        Path file = SharedFiles.folder("images/bad/dicom/ok-series").resolve("01.dcm");
        assertEquals(Problem.UNSUPPORTED_DATATYPE, refused(file, RegionChoice.only()));
        assertEquals(Problem.UNSUPPORTED_DATATYPE,
                assertThrows(InvalidInputException.class, () -> new RegionReader().regions(file)).problem());
    }

    @Test
    void anotherSeriesOfTheSameFrameOfReferenceIsAcceptedOnRequest() {
        Path bad = SharedFiles.folder("images/bad/dicom");
        DicomSeries series = new DicomReader().series(bad.resolve("ok-series"));
        RegionReader lenient = new RegionReader(ReadLimits.STANDARD, RegionRules.STANDARD.onAnySeries());
        assertEquals(108, count(lenient.readMask(bad.resolve("rtstruct/other-series.dcm"), series, RegionChoice.only())));
        InvalidInputException refusal = assertThrows(InvalidInputException.class,
                () -> lenient.readMask(bad.resolve("rtstruct/other-frame-of-reference.dcm"), series, RegionChoice.only()));
        assertEquals(Problem.REFERENCE_MISMATCH, refusal.problem());
    }

    @Test
    void aRegionIsCutAtTheBorderOnRequest() {
        Path bad = SharedFiles.folder("images/bad/dicom");
        DicomSeries series = new DicomReader().series(bad.resolve("ok-series"));
        RegionReader cutting = new RegionReader(ReadLimits.STANDARD, RegionRules.STANDARD.cutAtBorder());
        assertEquals(27, count(cutting.readMask(bad.resolve("rtstruct/partly-outside.dcm"), series, RegionChoice.only())));
    }

    private static int count(Mask mask) {
        int count = 0;
        for (byte inside : mask.copy(IndexBox.whole(mask.size()))) {
            count += inside;
        }
        return count;
    }

    @Test
    void ofTwoRegionsOfOneNameTheNumberDecides() {
        Path bad = SharedFiles.folder("images/bad/dicom");
        DicomSeries series = new DicomReader().series(bad.resolve("ok-series"));
        Path file = bad.resolve("rtstruct/name-twice.dcm");
        List<RegionLabel> regions = new RegionReader().regions(file);
        assertEquals(2, regions.size());
        assertEquals(regions.get(0).name(), regions.get(1).name());
        for (RegionLabel region : regions) {
            assertTrue(count(new RegionReader().readMask(file, series, RegionChoice.number(region.number()))) > 0);
        }
    }

    @Test
    void indicesAreTheInverseOfPlacesEvenWhereAxesAreNotQuitePerpendicular() {
        ImageGeometry skewed = ImageGeometry.of(new VoxelSpacing(0.7, 1.3, 2.9), new double[] {-300, 70, 1000},
                new double[][] {{0.6, 0.8, 0.00008}, {-0.8, 0.6, 0}, {0, 0, 1}});
        double[] world = skewed.toWorld(400, 300, 200);
        assertArrayEquals(new double[] {400, 300, 200},
                ReferencedGrid.of(new GridSize(1, 1, 1), skewed).toIndex(world[0], world[1], world[2]), 1e-9);
    }
}
