package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.intensity.IntensityStatisticsFeature;
import io.github.radiomics4j.core.io.tiff.TiffReader;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real images and the IBSI phantoms against numbers that others computed from the same files. */
class ReferenceImagesTest {
    /** The tables hold 10 significant digits. */
    private static final double RELATIVE = 1e-9;

    /** The TIFF pair states no voxel size; its table counts pixels. */
    private static final ImageReader FILES = ImageFiles.with(List.of(new TiffReader().withSpacing(VoxelSpacing.isotropic(1))));
    private static final FeatureExtractor STATISTICS = FeatureExtractor.discretisedBy(new FixedBinNumber(16))
            .withFamilies(List.of(new IntensityStatistics()));

    @TestFactory
    Stream<DynamicNode> everyLabelHasThePublishedStatistics() throws IOException {
        Path images = SharedFiles.folder("images");
        Map<String, List<CSVRecord>> pairs = SharedFiles.rows(images.resolve("label-stats.csv")).stream()
                .collect(Collectors.groupingBy(row -> row.get("case") + "/" + row.get("mask"), LinkedHashMap::new, Collectors.toList()));
        int total = pairs.values().stream().mapToInt(List::size).sum();
        assertEquals(184, total);
        AtomicInteger matched = new AtomicInteger();
        Stream<DynamicNode> tests = pairs.entrySet().stream().map(pair -> DynamicContainer.dynamicContainer(pair.getKey(),
                Stream.of(DynamicTest.dynamicTest(pair.getValue().size() + " labels",
                        () -> matched.addAndGet(checked(images, pair.getValue()))))));
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("totals", () -> {
            SharedFiles.writeConformance("io-label-statistics.txt", "Statistics of labels in NIfTI, NRRD, MetaImage and TIFF files",
                    matched.get(), total);
            assertEquals(total, matched.get());
        })));
    }

    private static int checked(Path images, List<CSVRecord> rows) {
        Path folder = images.resolve(rows.get(0).get("case"));
        ScalarImage image = FILES.read(folder.resolve(rows.get(0).get("image")));
        ScalarImage labels = FILES.read(folder.resolve(rows.get(0).get("mask")));
        for (CSVRecord row : rows) {
            Mask mask = Mask.ofLabel(labels, Integer.parseInt(row.get("label")));
            FeatureVector statistics = STATISTICS.extract(image, mask);
            int voxels = count(mask);
            assertEquals(Integer.parseInt(row.get("voxels")), voxels, row::toString);
            near(row, "volume", voxels * labels.geometry().spacing().voxelVolume());
            near(row, "min", statistics.get(IntensityStatisticsFeature.MINIMUM_INTENSITY));
            near(row, "p10", statistics.get(IntensityStatisticsFeature.INTENSITY_PERCENTILE_10));
            near(row, "median", statistics.get(IntensityStatisticsFeature.MEDIAN_INTENSITY));
            near(row, "mean", statistics.get(IntensityStatisticsFeature.MEAN_INTENSITY));
            near(row, "p90", statistics.get(IntensityStatisticsFeature.INTENSITY_PERCENTILE_90));
            near(row, "max", statistics.get(IntensityStatisticsFeature.MAXIMUM_INTENSITY));
            near(row, "std_population", Math.sqrt(statistics.get(IntensityStatisticsFeature.INTENSITY_VARIANCE)));
            if (row.get("skewness").equals("nan")) {
                // numpy's 0/0 for a region of one intensity, where IBSI defines both as 0
                assertEquals(row.get("min"), row.get("max"));
                assertEquals(0, statistics.get(IntensityStatisticsFeature.INTENSITY_SKEWNESS));
                assertEquals(0, statistics.get(IntensityStatisticsFeature.INTENSITY_KURTOSIS));
            } else {
                near(row, "skewness", statistics.get(IntensityStatisticsFeature.INTENSITY_SKEWNESS));
                near(row, "kurtosis_not_excess", 3 + statistics.get(IntensityStatisticsFeature.INTENSITY_KURTOSIS));
            }
            near(row, "energy", statistics.get(IntensityStatisticsFeature.INTENSITY_ENERGY));
            IndexBox box = mask.boundingBox();
            String slice = row.get("unit").equals("px2") ? "" : "/" + box.minZ();   // tables of 2D images leave out z
            assertEquals(row.get("bbox_min"), box.minX() + "/" + box.minY() + slice, row::toString);
            String slices = row.get("unit").equals("px2") ? "" : "/" + box.size().z();
            assertEquals(row.get("bbox_size"), box.size().x() + "/" + box.size().y() + slices, row::toString);
        }
        return rows.size();
    }

    private static void near(CSVRecord row, String column, double found) {
        near(row, column, found, RELATIVE);
    }

    private static void near(CSVRecord row, String column, double found, double relative) {
        double expected = Double.parseDouble(row.get(column));
        assertEquals(expected, found, relative * Math.abs(expected), () -> column + " in " + row);
    }

    @Test
    void labelMapsOfDicomSeriesHaveThePublishedVoxelCounts() throws IOException {
        Path images = SharedFiles.folder("images");
        List<CSVRecord> rows = SharedFiles.rows(images.resolve("dicom/expected-masks.csv")).stream()
                .filter(row -> row.get("object").matches(".*\\.(nii\\.gz|nrrd)")).toList();
        assertTrue(rows.size() > 30);
        Map<String, List<CSVRecord>> byFile = rows.stream()
                .collect(Collectors.groupingBy(row -> row.get("object"), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<CSVRecord>> file : byFile.entrySet()) {
            ScalarImage labels = ImageFiles.read(images.resolve(file.getKey()));
            int[] counts = new int[256];
            for (double label : SharedFiles.values(labels)) {
                counts[(int) label]++;
            }
            for (CSVRecord row : file.getValue()) {
                int n = counts[Integer.parseInt(row.get("segment").split(" ")[0])];
                assertEquals(Integer.parseInt(row.get("voxels")), n, row::toString);
                near(row, "volume_mm3", n * labels.geometry().spacing().voxelVolume(), 1e-6);
            }
        }
        SharedFiles.writeConformance("io-dicom-label-maps.txt", "Voxel counts of label maps on DICOM series", rows.size(), rows.size());
    }

    @Test
    void everyFileOfTheReferenceImagesThatIsNoDicomIsRead() throws IOException {
        Path images = SharedFiles.folder("images");
        List<Path> files;
        try (Stream<Path> all = Files.walk(images)) {
            files = all.filter(file -> file.toString().matches(".*\\.(nii|nii\\.gz|nrrd|mha|mhd|tif)"))
                    .filter(file -> !file.startsWith(images.resolve("bad")))
                    .sorted().toList();
        }
        assertTrue(files.size() > 30, files.size() + " files");
        for (Path file : files) {
            ScalarImage image = FILES.read(file);
            assertTrue(image.size().voxels() > 1000, file + ": " + image);
        }
    }

    @Test
    void theDigitalPhantomIsReadAsDescribed() {
        Path folder = SharedFiles.folder("ibsi/ibsi1/digital_phantom");
        ScalarImage image = ImageFiles.read(folder.resolve("image.nii.gz"));
        Mask mask = ImageFiles.readMask(folder.resolve("mask.nii.gz"), 1);
        mask.requireOnGridOf(image);
        assertEquals(new GridSize(5, 4, 4), image.size());
        assertEquals(VoxelSpacing.isotropic(2), image.geometry().spacing());
        assertArrayEquals(new double[3], image.geometry().origin());
        directionsArePositive(image);
        assertEquals(74, count(mask));
        assertEquals(2.15, meanInside(image, mask), 0.005);
    }

    @Test
    void theCtPhantomIsReadAsDescribed() throws IOException {
        Path folder = SharedFiles.folder("ibsi/ibsi1/ct_phantom");
        ScalarImage image = ImageFiles.read(folder.resolve("image.nii.gz"));
        Mask mask = ImageFiles.readMask(folder.resolve("mask.nii.gz"), 1);
        mask.requireOnGridOf(image);
        assertEquals(new GridSize(204, 201, 60), image.size());
        VoxelSpacing spacing = image.geometry().spacing();
        assertArrayEquals(new double[] {0.977, 0.977, 3}, new double[] {spacing.x(), spacing.y(), spacing.z()}, 1e-7);
        assertArrayEquals(new double[] {-174.3945, -79.6255, -100.4}, image.geometry().origin(), 5e-5);
        directionsArePositive(image);
        double[] values = SharedFiles.values(image);
        assertEquals(-1000, Arrays.stream(values).min().orElseThrow());
        assertEquals(3065, Arrays.stream(values).max().orElseThrow());
        assertEquals(125256, count(mask));
        assertEquals(-46.9, meanInside(image, mask), 0.05);
        assertEquals(17, mask.boundingBox().minZ());
        assertEquals(42, mask.boundingBox().maxZ());
        SharedFiles.writeConformance("io-ibsi-phantoms.txt", "IBSI-1 CT phantom read", 1, 1);
    }

    @Test
    void theOrientationPhantomShowsTheAxisOrder() {
        ScalarImage image = ImageFiles.read(SharedFiles.folder("ibsi/ibsi2/phase1").resolve("images/orientation.nii.gz"));
        assertEquals(new GridSize(32, 48, 64), image.size());
        double[] values = SharedFiles.values(image);
        for (int k = 0, at = 0; k < 64; k++) {
            for (int j = 0; j < 48; j++) {
                for (int i = 0; i < 32; i++, at++) {
                    assertEquals(i + j + k, values[at]);
                }
            }
        }
    }

    @Test
    void theImpulsePhantomHasItsImpulseInPlace() {
        ScalarImage image = ImageFiles.read(SharedFiles.folder("ibsi/ibsi2/phase1").resolve("images/impulse.nii.gz"));
        assertEquals(255, image.copy(new IndexBox(31, 31, 31, 31, 31, 31))[0]);
        assertEquals(255, Arrays.stream(SharedFiles.values(image)).sum());
    }

    @Test
    void responseMapsHaveThePublishedRange() throws IOException {
        Path folder = SharedFiles.folder("ibsi/ibsi2/phase1");
        List<CSVRecord> rows = SharedFiles.rows(folder.resolve("tests.csv")).stream()
                .filter(row -> !row.get("reference_map").isEmpty()).toList();
        assertEquals(33, rows.size());
        for (CSVRecord row : rows) {
            double[] values = SharedFiles.values(ImageFiles.read(folder.resolve(row.get("reference_map"))));
            double min = Double.parseDouble(row.get("reference_min"));
            double max = Double.parseDouble(row.get("reference_max"));
            // the table holds 9 significant digits
            assertEquals(min, Arrays.stream(values).min().orElseThrow(), 5.001e-9 * Math.abs(min), row.get("test_id"));
            assertEquals(max, Arrays.stream(values).max().orElseThrow(), 5.001e-9 * Math.abs(max), row.get("test_id"));
        }
        SharedFiles.writeConformance("io-ibsi-response-maps.txt", "Ranges of IBSI-2 response maps read", rows.size(), rows.size());
    }

    private static void directionsArePositive(ScalarImage image) {
        for (int row = 0; row < 3; row++) {
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(row == axis ? 1 : 0, image.geometry().direction(row, axis), 1e-12);
            }
        }
    }

    private static int count(Mask mask) {
        int n = 0;
        for (byte inside : mask.copy(IndexBox.whole(mask.size()))) {
            n += inside;
        }
        return n;
    }

    private static double meanInside(ScalarImage image, Mask mask) {
        double[] values = SharedFiles.values(image);
        byte[] inside = mask.copy(IndexBox.whole(mask.size()));
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += inside[i] * values[i];
        }
        return sum / count(mask);
    }
}
