package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.io.tiff.TiffReader;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.FixedBinSize;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;

/** Rows of {@code bad/cases.csv} that are files with an image or a label map: what is done with them, and what they must hold. */
final class HostileImages {
    static final Set<String> SAME_AS_OK_IMAGE = Set.of("nifti/ok-image.nii.gz", "nifti/ok-big-endian.nii", "nifti/ok-nifti2.nii",
            "nifti/ok-slope-zero.nii", "nifti/ok-4d-one-volume.nii.gz", "nifti/ok-qform-only.nii.gz", "nifti/ok-plain-named-gz.nii.gz",
            "nifti/bitpix-mismatch.nii", "nifti/extension-size-0.nii", "nifti/pixdim-negative.nii", "nifti/q-s-disagree.nii.gz",
            "nifti/gzip-bomb.nii.gz", "nrrd/ok-image.nrrd", "nrrd/ok-big-endian.nrrd", "nrrd/ok-ras.nrrd", "nrrd/ok-ascii.nrrd",
            "nrrd/ok-hex.nrrd", "nrrd/ok-detached.nhdr", "nrrd/ok-skip-back.nhdr", "metaimage/ok-image.mha", "metaimage/ok-compressed.mha",
            "metaimage/ok-msb.mha", "metaimage/compressed-size-wrong.mha");
    private static final Set<String> SAME_AS_OK_MASK = Set.of("nifti/ok-mask.nii.gz", "nrrd/ok-mask.nrrd", "metaimage/ok-mask.mha",
            "mask/float-integers.nii.gz", "mask/shift-1e-5mm.nii.gz", "mask/flipped-axis.nii.gz", "mask/permuted-axes.nii.gz");
    private static final String LABEL_3 = " (label 3 asked for)";

    /** A TIFF has no voxel size of its own here: the user states it. */
    private static final ImageReader FILES = ImageFiles.with(List.of(new TiffReader().withSpacing(VoxelSpacing.isotropic(1.5))));
    private static final FeatureExtractor FEATURES = FeatureExtractor.discretisedBy(new FixedBinNumber(16));

    private final Path bad;
    private final double[] okValues;
    private final byte[] okDisc;
    private final FeatureVector okFeatures;

    /** Reads the sound controls. */
    HostileImages(Path bad) {
        this.bad = bad;
        ScalarImage okImage = ImageFiles.read(bad.resolve("nifti/ok-image.nii.gz"));
        Mask disc = ImageFiles.readMask(bad.resolve("nifti/ok-mask.nii.gz"), 1);
        okValues = SharedFiles.values(okImage);
        okDisc = whole(disc);
        okFeatures = FEATURES.extract(okImage, disc);
    }

    /**
     * Goes the way of a user: the file and the one beside it are read, the label is taken, features are extracted.
     *
     * @param row of the table
     * @param readOnly whether to stop once the file is read
     * @return checks what the file holds, where it is to be accepted
     */
    Runnable use(CSVRecord row, boolean readOnly) {
        String name = row.get("file");
        ScalarImage read = FILES.read(bad.resolve(name.replace(LABEL_3, "")));
        if (!readOnly) {
            extract(row, name, read);
        }
        return () -> checkContent(name, read);
    }

    private void extract(CSVRecord row, String name, ScalarImage read) {
        boolean isMask = name.startsWith("mask/") || name.matches(".*/(ok-)?mask.*");
        ScalarImage other = FILES.read(bad.resolve(row.get("use_with")));
        Mask mask = Mask.ofLabel(isMask ? read : other, name.endsWith(LABEL_3) ? 3 : 1);
        ScalarImage image = isMask ? other : read;
        FeatureVector features = FEATURES.extract(image, mask);
        if (SAME_AS_OK_IMAGE.contains(name) || SAME_AS_OK_MASK.contains(name) || name.equals("nifti/nan-outside-roi.nii.gz")) {
            assertEquals(okFeatures.keys(), features.keys());
            for (FeatureKey key : okFeatures.keys()) {
                // headers hold positions and spacings in single precision, or as text
                assertEquals(okFeatures.get(key), features.get(key), 1e-6 * Math.abs(okFeatures.get(key)), key::toString);
            }
        } else if (name.equals("nifti/huge-value.nii.gz")) {
            FeatureExtractor fixedSize = FeatureExtractor.discretisedBy(new FixedBinSize(25, 0));
            assertThrows(InvalidInputException.class, () -> fixedSize.extract(image, mask));
        }
    }

    private void checkContent(String file, ScalarImage image) {
        if (SAME_AS_OK_IMAGE.contains(file)) {
            isTheBaseImage(image);
            return;
        }
        double[] values = SharedFiles.values(image);
        switch (file) {
            case "nifti/ok-mask.nii.gz", "nrrd/ok-mask.nrrd", "metaimage/ok-mask.mha" -> {
                labelsAre(image, 1, 2);
                assertEquals(1821, count(values, 1));
                assertEquals(1030, count(values, 2));
                assertArrayEquals(okDisc, whole(Mask.ofLabel(image, 1)));
            }
            case "nifti/ok-scaled.nii" -> assertArrayEquals(Arrays.stream(okValues).map(v -> 0.5 * v - 10).toArray(), values);
            case "nifti/nan-outside-roi.nii.gz" -> {
                assertEquals(Double.NaN, at(image, 0, 0, 5));
                differsInExactly(1, values);
            }
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
            case "mask/flipped-axis.nii.gz", "mask/permuted-axes.nii.gz" -> {
                ScalarImage okImage = FILES.read(bad.resolve("nifti/ok-image.nii.gz"));
                assertArrayEquals(okDisc, whole(MaskTransfer.reorderToImage(Mask.ofLabel(image, 1), okImage)));
            }
            case "tiff/ok-image.tif" -> assertArrayEquals(Arrays.copyOfRange(okValues, 20 * 16 * 6, 20 * 16 * 7), values);
            case "tiff/ok-mask.tif" -> assertArrayEquals(Arrays.copyOfRange(okDisc, 20 * 16 * 6, 20 * 16 * 7),
                    whole(Mask.ofLabel(image, 1)));
            case "tiff/multi-page.tif" -> assertEquals(new GridSize(20, 16, 5), image.size());
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
