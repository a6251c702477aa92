package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every row of {@code bad/cases.csv} that is NIfTI, NRRD or a mask: read as described or refused with the stated problem. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {
    private static final String LABEL_3 = " (label 3 asked for)";

    /** Rows with the choice "ACCEPT or REFUSE" that are refused here; all others of that choice are accepted. */
    private static final Set<String> CHOSEN_TO_REFUSE = Set.of(
            "nrrd/bzip2.nrrd",               // no bzip2 in the JDK
            "nrrd/no-geometry.nrrd",         // no voxel size: a unit spacing would be made up
            "mask/flipped-axis.nii.gz",      // array order is never changed
            "mask/permuted-axes.nii.gz");

    /** Rows that are refused as another problem than the kind in the table, and why. */
    private static final Map<String, Problem> JUSTIFIED = Map.of(
            // the row allows "or refuse multi-file NRRD by name": that is done before the files are counted
            "nrrd/data-file-list-huge.nhdr", Problem.UNSUPPORTED_ENCODING);

    /** Rows that are about features, not about reading: here the file must read, with its special values in place. */
    private static final Set<String> ABOUT_FEATURES = Set.of("nifti/nan-inside-roi.nii.gz", "nifti/all-nan.nii.gz");

    private static final Set<String> SAME_AS_OK_IMAGE = Set.of("nifti/ok-image.nii.gz", "nifti/ok-big-endian.nii", "nifti/ok-nifti2.nii",
            "nifti/ok-slope-zero.nii", "nifti/ok-4d-one-volume.nii.gz", "nifti/ok-qform-only.nii.gz", "nifti/ok-plain-named-gz.nii.gz",
            "nifti/bitpix-mismatch.nii", "nifti/extension-size-0.nii", "nifti/pixdim-negative.nii", "nifti/q-s-disagree.nii.gz",
            "nifti/gzip-bomb.nii.gz", "nrrd/ok-image.nrrd", "nrrd/ok-big-endian.nrrd", "nrrd/ok-ras.nrrd", "nrrd/ok-ascii.nrrd",
            "nrrd/ok-hex.nrrd", "nrrd/ok-detached.nhdr", "nrrd/ok-skip-back.nhdr");

    private final AtomicInteger matched = new AtomicInteger();
    private final AtomicInteger total = new AtomicInteger();
    private Path bad;
    private ScalarImage okImage;
    private double[] okValues;
    private byte[] okDisc;

    private void readTheSoundControls() {
        bad = SharedFiles.folder("images/bad");
        okImage = ImageFiles.read(bad.resolve("nifti/ok-image.nii.gz"));
        okValues = SharedFiles.values(okImage);
        okDisc = whole(ImageFiles.readMask(bad.resolve("nifti/ok-mask.nii.gz"), 1));
    }

    @AfterAll
    void writeTheTotals() throws IOException {
        if (total.get() > 0) {
            SharedFiles.writeConformance("io-hostile-files.txt", "Broken, hostile and borderline NIfTI, NRRD and mask files", matched.get(),
                    total.get());
        }
    }

    /** Also the place where a missing folder shows as a skipped test: a factory that is skipped is not counted. */
    @Test
    void theDecisionsOfThisTestAreAboutRowsOfTheTable() throws IOException {
        Set<String> files = SharedFiles.rows(SharedFiles.folder("images/bad").resolve("cases.csv")).stream().map(row -> row.get("file"))
                .collect(Collectors.toSet());
        for (Set<String> decided : List.of(CHOSEN_TO_REFUSE, JUSTIFIED.keySet(), ABOUT_FEATURES, SAME_AS_OK_IMAGE)) {
            assertTrue(files.containsAll(decided), () -> decided + " are not all in cases.csv");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsReadAsDescribedOrRefusedAsStated() throws IOException {
        readTheSoundControls();
        List<CSVRecord> rows = SharedFiles.rows(bad.resolve("cases.csv")).stream()
                .filter(row -> row.get("file").matches("(nifti|nrrd|mask)/.*")).toList();
        assertTrue(rows.size() > 90, "cases.csv has " + rows.size() + " rows of these formats");
        total.set(rows.size());
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.get("file") + ": " + row.get("what_is_wrong"), () -> {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(row));
            matched.incrementAndGet();
        }));
    }

    private void check(CSVRecord row) {
        String file = row.get("file");
        boolean refuse = switch (row.get("expect")) {
            case "ACCEPT" -> false;
            case "REFUSE" -> !ABOUT_FEATURES.contains(file);
            case "ACCEPT or REFUSE", "REFUSE or ACCEPT" -> CHOSEN_TO_REFUSE.contains(file);
            default -> fail("unknown expectation " + row.get("expect"));
        };
        if (refuse) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> use(row));
            Problem expected = JUSTIFIED.getOrDefault(file, Problem.valueOf(row.get("kind").replace('-', '_').toUpperCase(Locale.ROOT)));
            assertEquals(expected, refusal.problem(), refusal.getMessage());
        } else {
            checkContent(file, use(row));
        }
    }

    /** Reads the file and, where the row is about a mask, takes label 1 (or 3) of it onto the grid of its image. */
    private ScalarImage use(CSVRecord row) {
        String name = row.get("file");
        ScalarImage read = ImageFiles.read(bad.resolve(name.replace(LABEL_3, "")));
        if (name.endsWith(LABEL_3)) {
            Mask.ofLabel(read, 3);
        } else if (name.startsWith("mask/")) {
            Mask.ofLabel(read, 1).requireOnGridOf(ImageFiles.read(bad.resolve(row.get("use_with"))));
        } else if (name.matches("nifti/(image-2d|one-slice)\\.nii\\.gz")) {
            ImageFiles.readMask(bad.resolve(row.get("use_with")), 1).requireOnGridOf(read);
        } else if (name.equals("nrrd/ok-mask.nrrd")) {
            Mask.ofLabel(read, 1).requireOnGridOf(ImageFiles.read(bad.resolve("nrrd/ok-image.nrrd")));
        }
        return read;
    }

    private void checkContent(String file, ScalarImage image) {
        if (SAME_AS_OK_IMAGE.contains(file)) {
            isTheBaseImage(image);
            return;
        }
        double[] values = SharedFiles.values(image);
        switch (file) {
            case "nifti/ok-mask.nii.gz", "nrrd/ok-mask.nrrd" -> {
                labelsAre(image, 1, 2);
                assertEquals(1821, count(values, 1));
                assertEquals(1030, count(values, 2));
                assertArrayEquals(okDisc, whole(Mask.ofLabel(image, 1)));
            }
            case "nifti/ok-scaled.nii" -> assertArrayEquals(Arrays.stream(okValues).map(v -> 0.5 * v - 10).toArray(), values);
            case "nifti/nan-inside-roi.nii.gz" -> {
                assertEquals(Double.NaN, at(image, 10, 3, 8));
                assertEquals(Double.POSITIVE_INFINITY, at(image, 7, 3, 5));
                differsInExactly(2, values);
            }
            case "nifti/nan-outside-roi.nii.gz" -> {
                assertEquals(Double.NaN, at(image, 0, 0, 5));
                differsInExactly(1, values);
            }
            case "nifti/all-nan.nii.gz" -> assertTrue(Arrays.stream(values).allMatch(Double::isNaN));
            case "nifti/huge-value.nii.gz" -> {
                assertEquals(3e38, Arrays.stream(values).max().orElseThrow(), 1e32);
                differsInExactly(1, values);
            }
            case "nifti/constant-image.nii.gz" -> assertEquals(values.length, count(values, 42));
            case "nifti/image-2d.nii.gz", "nifti/mask-2d.nii.gz", "nifti/one-slice.nii.gz", "nifti/mask-one-slice.nii.gz" -> {
                assertEquals(new GridSize(20, 16, 1), image.size());
                assertEquals(VoxelSpacing.isotropic(1.5), image.geometry().spacing());
            }
            case "mask/single-voxel.nii.gz" -> assertEquals(1, count(values, 1));
            case "mask/line.nii.gz" -> assertEquals(5, count(values, 1));
            case "mask/one-slice-region.nii.gz" -> {
                GridSize box = Mask.ofLabel(image, 1).boundingBox().size();
                assertEquals(1, Math.min(box.x(), Math.min(box.y(), box.z())), box.toString());
            }
            case "mask/two-pieces.nii.gz" -> assertEquals(16, count(values, 1));
            case "mask/border.nii.gz" -> assertEquals(values.length, count(values, 1));
            case "mask/labels-1-255-1000.nii.gz" -> labelsAre(image, 1, 255, 1000);
            case "mask/label-negative.nii.gz" -> {
                labelsAre(image, -1, 1);
                byte[] one = whole(Mask.ofLabel(image, 1));
                for (int i = 0; i < one.length; i++) {
                    assertEquals(values[i] == 1 ? 1 : 0, one[i]);
                }
            }
            case "mask/float-integers.nii.gz", "mask/shift-1e-5mm.nii.gz" -> assertArrayEquals(okDisc, whole(Mask.ofLabel(image, 1)));
            default -> fail("no content is stated in this test for " + file);
        }
    }

    /** Against what the NRRD header and another reader's statistics say of the base image, so that it is not compared with itself. */
    private void isTheBaseImage(ScalarImage image) {
        assertEquals(new GridSize(20, 16, 12), image.size());
        double[] values = SharedFiles.values(image);
        assertArrayEquals(okValues, values);
        assertEquals(0, Arrays.stream(values).min().orElseThrow());
        assertEquals(156, Arrays.stream(values).max().orElseThrow());
        assertEquals(53.620052, Arrays.stream(values).average().orElseThrow(), 5e-7);
        assertEquals(3805, Arrays.stream(values).filter(v -> v != 0).count());
        ImageGeometry stated = ImageGeometry.of(VoxelSpacing.isotropic(1.5),
                new double[] {16.729175567626953, -103.23123168926949, 114.63558959967548},
                new double[][] {{0, 0, -1}, {1, 0, 0}, {0, -1, 0}});
        assertTrue(image.geometry().coincidesWith(stated, image.size(), 1e-4), image.geometry() + " is not " + stated);
    }

    private void differsInExactly(int voxels, double[] values) {
        int different = 0;
        for (int i = 0; i < values.length; i++) {
            different += values[i] == okValues[i] ? 0 : 1;
        }
        assertEquals(voxels, different, "voxels that differ from ok-image");
    }

    private static void labelsAre(ScalarImage image, long... labels) {
        TreeSet<Long> expected = new TreeSet<>(Arrays.stream(labels).boxed().toList());
        assertEquals(expected, Mask.labelsIn(image));
    }

    private static double at(ScalarImage image, int x, int y, int z) {
        return image.copy(new IndexBox(x, y, z, x, y, z))[0];
    }

    private static long count(double[] values, double value) {
        return Arrays.stream(values).filter(v -> v == value).count();
    }

    private static byte[] whole(Mask mask) {
        return mask.copy(IndexBox.whole(mask.size()));
    }
}
