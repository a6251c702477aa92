package io.github.radiomics4j.core.io.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.ReadLimits;
import io.github.radiomics4j.core.io.SharedFiles;
import io.github.radiomics4j.core.io.dicom.series.DicomReader;
import io.github.radiomics4j.core.io.dicom.series.DicomSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Structure sets and segmentations of real objects against what others found in them, and against NIfTI and NRRD twins. */
class ReferenceRegionsTest {
    private static final RegionReader REGIONS = new RegionReader();
    /** The sarcoma's structure sets name the series before it was processed, in the same frame of reference. */
    private static final RegionReader ON_ANY_SERIES = new RegionReader(ReadLimits.STANDARD, RegionRules.STANDARD.onAnySeries());

    private static byte[] voxels(Mask mask) {
        return mask.copy(IndexBox.whole(mask.size()));
    }

    private static int count(Mask mask) {
        return sum(voxels(mask));
    }

    private static int sum(byte[] inside) {
        int sum = 0;
        for (byte one : inside) {
            sum += one;
        }
        return sum;
    }

    @Test
    void everyStructureSetAndSegmentationHasTheStatedVoxels() throws IOException {
        Path images = SharedFiles.folder("images");
        List<CSVRecord> rows = SharedFiles.rows(images.resolve("dicom/expected-masks.csv")).stream()
                .filter(row -> row.get("object").endsWith(".dcm")).toList();
        assertEquals(16, rows.size());
        List<String> disagreements = new ArrayList<>();
        for (CSVRecord row : rows) {
            String disagreement = disagreement(images.resolve(row.get("object")), row);
            if (!disagreement.isEmpty()) {
                disagreements.add(row.get("object") + " " + row.get("segment") + ": " + disagreement);
            }
        }
        SharedFiles.writeConformance("io-dicom-regions.txt", "DICOM structure sets and segmentations with the stated voxels",
                rows.size() - disagreements.size(), rows.size());
        assertTrue(disagreements.isEmpty(), () -> "\n" + String.join("\n", disagreements));
    }

    private static String disagreement(Path file, CSVRecord row) {
        String segment = row.get("segment");
        RegionChoice choice = row.get("type").equals("RTSTRUCT") ? RegionChoice.named(segment)
                : RegionChoice.number(Integer.parseInt(segment.split(" ")[0]));
        Path folder = file.getParent().getFileName().toString().matches("rtstruct|seg") ? file.getParent() : file;
        boolean irregular = row.get("object").contains("seg-kinds");
        Path series = folder.resolveSibling("series");
        RegionReader reader = row.get("object").contains("sts002") ? ON_ANY_SERIES : REGIONS;
        Mask mask = reader.readMask(file, irregular ? headSlices() : ReferencedGrid.of(new DicomReader().series(series)), choice);
        VoxelSpacing spacing = mask.geometry().orElseThrow().spacing();
        int slices = (int) IntStream.range(0, mask.size().z())
                .filter(z -> sum(mask.copy(new IndexBox(0, 0, z, mask.size().x() - 1, mask.size().y() - 1, z))) > 0).count();
        int voxels = count(mask);
        String found = voxels + " voxels on " + slices + " slices";
        String expected = row.get("voxels") + " voxels on " + row.get("slices") + " slices";
        List<String> wrong = new ArrayList<>(found.equals(expected) ? List.of() : List.of(found + " instead of " + expected));
        compare(row, "volume_mm3", voxels * spacing.voxelVolume(), wrong);
        if (!row.get("mean").isEmpty()) {
            double[] inside = inside(new DicomReader().read(series), mask);
            compare(row, "min", Arrays.stream(inside).min().orElseThrow(), wrong);
            compare(row, "mean", Arrays.stream(inside).average().orElseThrow(), wrong);
            compare(row, "max", Arrays.stream(inside).max().orElseThrow(), wrong);
        }
        return String.join(", ", wrong);
    }

    private static double[] inside(ScalarImage image, Mask mask) {
        double[] values = SharedFiles.values(image);
        byte[] inside = voxels(mask);
        return IntStream.range(0, values.length).filter(i -> inside[i] == 1).mapToDouble(i -> values[i]).toArray();
    }

    private static void compare(CSVRecord row, String column, double found, List<String> wrong) {
        double stated = Double.parseDouble(row.get(column));
        if (!(Math.abs(found - stated) <= 1e-6 * Math.abs(stated))) {
            wrong.add(column + " " + found + " instead of " + stated);
        }
    }

    /** The four slices of that series have uneven steps and make no volume, but all lie on a grid of the smaller step. */
    private static ReferencedGrid headSlices() {
        return ReferencedGrid.of(new GridSize(16, 16, 165), ImageGeometry.of(new VoxelSpacing(0.488281, 0.488281, 1.25),
                new double[] {-125, -128.100006, -99.480003}, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
    }

    @Test
    void contoursOfTheSarcomaFillTheMasksOfItsTwins() throws IOException {
        Path case2 = SharedFiles.folder("images/dicom/sts002");
        for (String modality : List.of("ct", "mr", "pet")) {
            Path folder = case2.resolve(modality);
            equalsTwin(ON_ANY_SERIES, folder.resolve("rtstruct/RS.dcm"), folder.resolve("series"), folder);
        }
        SharedFiles.writeConformance("io-dicom-sts.txt", "Sarcoma structure sets equal to their NIfTI masks voxel for voxel", 3, 3);
    }

    @Test
    void contoursOfTheCtPhantomFillItsMask() throws IOException {
        Path folder = SharedFiles.folder("ibsi/ibsi1/ct_phantom");
        assertEquals(125256, equalsTwin(REGIONS, folder.resolve("dicom/rtstruct/DCM_RS_00060.dcm"), folder.resolve("dicom/image"), folder));
        SharedFiles.writeConformance("io-dicom-ct-phantom.txt", "Voxels of the IBSI-1 CT phantom's structure set and NIfTI mask", 125256,
                125256);
    }

    /** On the grid of the series, and on that of the NIfTI image, whose numbers are single precision. */
    private static int equalsTwin(RegionReader reader, Path structureSet, Path seriesFolder, Path twins) {
        DicomSeries series = new DicomReader().series(seriesFolder);
        ScalarImage image = series.image(ReadLimits.STANDARD);
        Mask twin = ImageFiles.readMask(twins.resolve("mask.nii.gz"), 1);
        Mask mask = reader.readMask(structureSet, series, RegionChoice.only());
        mask.requireOnGridOf(image);
        assertArrayEquals(voxels(twin), voxels(mask));
        assertArrayEquals(voxels(twin),
                voxels(REGIONS.readMask(structureSet, ImageFiles.read(twins.resolve("image.nii.gz")), RegionChoice.only())));
        return count(mask);
    }

    @Test
    void segmentationsEqualTheLabelMapsBesideThem() {
        Path folder = SharedFiles.folder("images/dicom");
        Path liver = folder.resolve("ct-liver-spine-seg");
        Map<Integer, String> overlaps = Map.of(1, "1", 2, "2", 3, "3", 4, "1", 5, "1");
        DicomSeries series = new DicomReader().series(liver.resolve("series"));
        equal(liver.resolve("liver-seg.nrrd"), liver.resolve("seg-liver.dcm"), series, 1);
        overlaps.forEach((segment, map) -> equal(liver.resolve("partial-overlaps-" + map + ".nrrd"),
                liver.resolve("seg-partial-overlaps.dcm"), series, segment));
        Path tiny = folder.resolve("ct-23x38x3-seg");
        equal(tiny.resolve("label.nrrd"), tiny.resolve("seg.dcm"), new DicomReader().series(tiny.resolve("series")), 1);
    }

    private static void equal(Path labels, Path segmentation, DicomSeries series, int number) {
        Mask map = REGIONS.readMask(labels, series, RegionChoice.number(number));
        Mask mask = REGIONS.readMask(segmentation, series, RegionChoice.number(number));
        mask.requireOnGridOf(series.image(ReadLimits.STANDARD));
        assertArrayEquals(voxels(map), voxels(mask), segmentation + " segment " + number);
    }
}
