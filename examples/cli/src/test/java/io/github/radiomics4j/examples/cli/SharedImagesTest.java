package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureFamilies;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.io.ImageFiles;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First-order features of real images, from the command line, against numbers computed by numpy ({@code label-stats.csv}). */
class SharedImagesTest {
    /** The reference has 10 significant digits: half a unit of the last is at most 5e-10 of the number, and 5e-10 is left for sums. */
    private static final double RELATIVE = 1e-9;

    private final Path images = Path.of(System.getProperty("radiomics4j.shared", "../shared"), "images");

    @TempDir
    private Path folder;

    @BeforeEach
    void requireImages() {
        Assumptions.assumeTrue(Files.isDirectory(images), "skipped: there is no folder " + images + " with the reference images");
    }

    private static Map<String, Double> measured(List<CSVRecord> rows, String caseName, double voxelVolume) {
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, String> sameName = Map.of("min", "minimum_intensity", "p10", "intensity_percentile_10", "median", "median_intensity",
                "mean", "mean_intensity", "p90", "intensity_percentile_90", "max", "maximum_intensity", "skewness", "intensity_skewness",
                "energy", "intensity_energy");
        sameName.forEach((column, feature) -> values.put(column, CommandRun.value(rows, caseName, "intensity_statistics", feature)));
        values.put("std_population", Math.sqrt(CommandRun.value(rows, caseName, "intensity_statistics", "intensity_variance")));
        values.put("kurtosis_not_excess", CommandRun.value(rows, caseName, "intensity_statistics", "intensity_kurtosis") + 3);
        double rms = CommandRun.value(rows, caseName, "intensity_statistics", "root_mean_square_intensity");
        double voxels = Math.rint(values.get("energy") / (rms * rms));
        values.put("voxels", voxels);
        values.put("volume", voxels * voxelVolume);
        return values;
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"brain1, image.nrrd, label.nrrd, 1", "breast1, image.nrrd, label.nrrd, 1", "prostate-phantom, image.nrrd, label.nrrd, 4",
        "lumbar-muscle-dixon, water.nii.gz, muscles-on-water.nii.gz, 4", "lumbar-muscle-dixon, fat.nii.gz, muscles-on-fat.nii.gz, 4",
        "lumbar-disc-t2, t2.nii.gz, vertebra-disc-instances.nii.gz, 8", "lumbar-disc-t2, t2.nii.gz, subregions.nii.gz, 13",
        "lumbar-ct-vertebra, ct.nii.gz, vertebra-instances.nii.gz, 3", "lumbar-ct-vertebra, ct.nii.gz, subregions.nii.gz, 10",
        "abdomen-mr, mr.nii.gz, organs.nii.gz, 23", "abdomen-ct, ct.nii.gz, organs.nii.gz, 41", "lung-ct-mha, ct.mha, lung.mha, 1",
        "head-2d-metaimage, image.mha, mask.mha, 1", "head-2d-metaimage, fixed.mhd, mask_fixed.mhd, 1",
        "cells-2d-tiff, cells.ome.tif, cells-labels.ome.tif, 66", "dicom/sts002/ct, image.nii.gz, mask.nii.gz, 1",
        "dicom/sts002/mr, image.nii.gz, mask.nii.gz, 1", "dicom/sts002/pet, image.nii.gz, mask.nii.gz, 1"})
    void firstOrderFeaturesAreThoseOfNumpy(String caseFolder, String imageName, String maskName, int labels) throws IOException {
        Path image = images.resolve(caseFolder).resolve(imageName);
        Path out = folder.resolve("o.csv");
        // the cells' pages state no voxel size
        CommandRun run = CommandRun.of("extract", "--image", image, "--mask", images.resolve(caseFolder).resolve(maskName), "--settings",
                firstOrder(), "--out", out, "--case", "x", "--label", "all", "--spacing", "1,1,1", "--resample-mask");
        assertEquals(0, run.exitCode(), run.err());

        List<CSVRecord> rows = CommandRun.rows(out);
        Map<String, List<CSVRecord>> byCase = rows.stream().collect(Collectors.groupingBy(row -> row.get("case")));
        int total = 0;
        List<String> wrong = new ArrayList<>();
        for (CSVRecord reference : CommandRun.rows(images.resolve("label-stats.csv"))) {
            String label = reference.get("label");
            if (!reference.get("case").equals(caseFolder) || !reference.get("image").equals(imageName)
                    || !reference.get("mask").equals(maskName)) {
                continue;
            }
            String name = labels == 1 ? "x" : "x_label" + label;
            double voxelVolume = Double.parseDouble(reference.get("volume")) / Double.parseDouble(reference.get("voxels"));
            for (Map.Entry<String, Double> value : measured(byCase.get(name), name, voxelVolume).entrySet()) {
                double expected = Double.parseDouble(reference.get(value.getKey()).replace("nan", "NaN"));
                total++;
                // numpy has no skewness and kurtosis of one voxel, the standard has 0
                boolean equal = Double.isNaN(expected) ? value.getValue() == 0 || value.getValue() == 3
                        : Math.abs(value.getValue() - expected) <= RELATIVE * Math.abs(expected);
                if (!equal) {
                    wrong.add("label " + label + " " + value.getKey() + ": expected " + expected + ", got " + value.getValue());
                }
            }
        }
        conformance("Command line, " + caseFolder + " " + imageName + " " + maskName, total - wrong.size(), total);
        assertEquals(12 * labels, total, "reference numbers found");
        assertEquals(List.of(), wrong);
    }

    /** Structure sets, segmentations and label maps on the series of their folder, all of each object's regions in one run. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"sts002/ct/rtstruct/RS.dcm, sts002/ct/series, 1", "sts002/mr/rtstruct/RS.dcm, sts002/mr/series, 1",
        "sts002/pet/rtstruct/RS.dcm, sts002/pet/series, 1", "ct-liver-spine-seg/seg-liver.dcm, ct-liver-spine-seg/series, 1",
        "ct-liver-spine-seg/seg-partial-overlaps.dcm, ct-liver-spine-seg/series, 5",
        "ct-liver-spine-seg/liver-seg.nrrd, ct-liver-spine-seg/series, 1",
        "ct-liver-spine-seg/liver-spine-seg.nrrd, ct-liver-spine-seg/series, 2",
        "ct-liver-spine-seg/spine-seg.nrrd, ct-liver-spine-seg/series, 1",
        "ct-liver-spine-seg/spine-seg-label5.nrrd, ct-liver-spine-seg/series, 1",
        "ct-liver-spine-seg/heart-seg.nrrd, ct-liver-spine-seg/series, 1",
        "ct-liver-spine-seg/partial-overlaps-1.nrrd, ct-liver-spine-seg/series, 3",
        "ct-liver-spine-seg/partial-overlaps-2.nrrd, ct-liver-spine-seg/series, 1",
        "ct-liver-spine-seg/partial-overlaps-3.nrrd, ct-liver-spine-seg/series, 1",
        "ct-23x38x3-seg/seg.dcm, ct-23x38x3-seg/series, 1", "ct-23x38x3-seg/seg.dcm, ct-23x38x3-seg/multiframe.dcm, 1",
        "ct-23x38x3-seg/label.nrrd, ct-23x38x3-seg/series, 1", "breast-mr-sagittal-seg/seg/1-1.dcm, breast-mr-sagittal-seg/series, 1",
        "abdomen-ct-j2k/organs.nii.gz, abdomen-ct-j2k/series, 31"})
    void regionsOfDicomCasesHaveTheirVoxels(String regions, String series, int labels) throws IOException {
        Path dicom = images.resolve("dicom");
        Path out = folder.resolve("o.csv");
        CommandRun run = CommandRun.of("extract", "--image", dicom.resolve(series), "--mask", dicom.resolve(regions), "--label", "all",
                "--settings", firstOrder(), "--out", out, "--case", "x", "--any-series", "--resample-mask");
        assertEquals(0, run.exitCode(), run.err());
        Map<String, List<CSVRecord>> byCase = CommandRun.rows(out).stream().collect(Collectors.groupingBy(row -> row.get("case")));
        int total = 0;
        List<String> wrong = new ArrayList<>();
        for (CSVRecord reference : CommandRun.rows(dicom.resolve("expected-masks.csv"))) {
            if (!reference.get("object").equals("dicom/" + regions)) {
                continue;
            }
            String name = labels == 1 ? "x" : "x_label" + reference.get("segment").split(" ")[0];
            Map<String, Double> values = measured(byCase.get(name), name, 1);
            for (String column : List.of("voxels", "min", "mean", "max")) {
                if (!reference.get(column).isEmpty()) {
                    total++;
                    double expected = Double.parseDouble(reference.get(column));
                    if (!(Math.abs(values.get(column) - expected) <= RELATIVE * Math.abs(expected))) {
                        wrong.add(reference.get("segment") + " " + column + ": expected " + expected + ", got " + values.get(column));
                    }
                }
            }
        }
        conformance("Command line, " + regions + " on " + series, total - wrong.size(), total);
        assertEquals(List.of(), wrong);
        assertTrue(total >= labels, total + " reference numbers found");
    }

    /** Series that are no volume, with each of their segmentations: refused by name. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"seg_image_ct_binary.dcm", "seg_image_ct_binary_overlap.dcm", "seg_image_ct_binary_fractional.dcm",
        "seg_image_ct_true_fractional.dcm"})
    void slicesThatAreNoVolumeAreRefusedWhateverTheMask(String regions) throws IOException {
        Path kinds = images.resolve("dicom").resolve("seg-kinds");
        Path out = folder.resolve("o.csv");
        CommandRun run = CommandRun.of("extract", "--image", kinds.resolve("series"), "--mask", kinds.resolve(regions), "--label", "1",
                "--settings", firstOrder(), "--out", out);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("a slice is missing or misplaced") && !Files.exists(out), run.err());
    }

    @Test
    void aRegionIsFoundByItsName() throws IOException {
        Path liver = images.resolve("dicom").resolve("ct-liver-spine-seg");
        Path out = folder.resolve("o.csv");
        CommandRun run = CommandRun.of("extract", "--image", liver.resolve("series"), "--mask", liver.resolve("seg-partial-overlaps.dcm"),
                "--roi", "PURPLE", "--settings", firstOrder(), "--out", out, "--case", "x", "--any-series");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(10743, measured(CommandRun.rows(out), "x", 1).get("voxels"));
    }

    @Test
    void aRegionThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
        Path case1 = images.resolve("dicom").resolve("sts002").resolve("ct");
        CommandRun run = CommandRun.of("extract", "--image", case1.resolve("series"), "--mask", case1.resolve("rtstruct").resolve("RS.dcm"),
                "--roi", "GTV", "--settings", firstOrder(), "--out", folder.resolve("o.csv"), "--any-series");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("GTV_Mass_CT"), run.err());
    }

    @Test
    void messagesNameTheOptionThatHelps() throws IOException {
        Path sts = images.resolve("dicom").resolve("sts002").resolve("ct");
        CommandRun other = CommandRun.of("extract", "--image", sts.resolve("series"), "--mask", sts.resolve("rtstruct").resolve("RS.dcm"),
                "--settings", firstOrder(), "--out", folder.resolve("o.csv"));
        assertEquals(2, other.exitCode());
        assertTrue(other.err().contains("; on the command line: --any-series"), other.err());
        Path cells = images.resolve("cells-2d-tiff");
        CommandRun bare = CommandRun.of("extract", "--image", cells.resolve("cells.ome.tif"), "--mask", cells.resolve("cells-labels.ome.tif"),
                "--label", "all", "--settings", firstOrder(), "--out", folder.resolve("o.csv"));
        assertEquals(2, bare.exitCode());
        assertTrue(bare.err().contains("; on the command line: --spacing X,Y,Z"), bare.err());
    }

    private Path firstOrder() throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), SettingsFile.MINIMAL + "\nfamilies: [intensity_statistics]\n");
    }

    private static void conformance(String section, int matched, int total) throws IOException {
        String name = "cli-" + section.replaceAll("[^A-Za-z0-9]+", "-") + ".txt";
        Path file = Files.createDirectories(Path.of("target", "conformance")).resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(section + ": " + matched + "/" + total + "\n");
        }
    }

    /** The example for CT is configuration C of IBSI 1, so its table of the CT phantom must hold the reference values. */
    @Test
    void theExampleForCtGivesTheReferenceValuesOfIbsi() throws IOException {
        Path phantom = images.resolveSibling("ibsi").resolve("ibsi1").resolve("ct_phantom");
        Assumptions.assumeTrue(Files.isDirectory(phantom), "skipped: there is no folder " + phantom);
        Path out = folder.resolve("o.csv");
        CommandRun run = CommandRun.of("extract", "--image", phantom.resolve("image.nii.gz"), "--mask", phantom.resolve("mask.nii.gz"),
                "--settings", Path.of("src", "settings", "ct-lung-ibsi-c.yaml"), "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        Map<String, BigDecimal> values = new HashMap<>();
        for (CSVRecord row : CommandRun.rows(out)) {
            if (Double.isFinite(Double.parseDouble(row.get("value")))) {
                values.put(row.get("family_id") + row.get("ibsi_id") + row.get("aggregation_id"), new BigDecimal(row.get("value")));
            }
        }
        Set<String> families = FeatureFamilies.standard().stream().map(f -> f.id().name()).collect(Collectors.toSet());
        int total = 0;
        List<String> wrong = new ArrayList<>();
        Path references = Path.of("..", "..", "radiomics-core", "src", "test", "resources", "ibsi", "reference_values.csv");
        for (CSVRecord reference : CommandRun.rows(references)) {
            if (!reference.get("dataset").equals("ct_config_c") || !families.contains(reference.get("family"))) {
                continue;
            }
            total++;
            FamilyId family = FeatureFamilies.standard().stream().map(FeatureFamily::id)
                    .filter(id -> id.name().equals(reference.get("family"))).findFirst().orElseThrow();
            BigDecimal value = values.get(family.ibsiCode().orElseThrow() + reference.get("ibsi_id") + reference.get("aggregation_id"));
            BigDecimal expected = new BigDecimal(reference.get("value"));
            if (value == null || value.round(new MathContext(3, RoundingMode.HALF_EVEN)).subtract(expected).abs()
                    .compareTo(new BigDecimal(reference.get("tolerance"))) > 0) {
                wrong.add(reference.toList() + " but was " + value);
            }
        }
        conformance("Command line, IBSI 1 CT phantom configuration C", total - wrong.size(), total);
        assertEquals(List.of(), wrong);
        assertTrue(total >= 139, total + " reference values");
    }

    /** Rows of {@code bad/cases.csv} that are read by formats known here; each says whether a file is to be accepted or refused. */
    @Test
    void brokenAndHostileFilesEndWithOneLineThatNamesThem() throws IOException {
        Path bad = images.resolve("bad");
        Path out = folder.resolve("o.csv");
        Path settings = Files.writeString(folder.resolve("s.yaml"), SettingsFile.MINIMAL);
        int total = 0;
        List<String> wrong = new ArrayList<>();
        for (CSVRecord row : CommandRun.rows(bad.resolve("cases.csv"))) {
            String file = row.get("file").replaceAll(" \\(.*", "");
            if (!file.matches("(nifti|nrrd|metaimage|mask)/.*")) {
                continue;
            }
            boolean isMask = file.matches("mask/.*|.*/(ok-)?mask.*");
            String label = row.get("file").contains("label 3") ? "3" : "1";
            Files.deleteIfExists(out);
            CommandRun run = CommandRun.of("extract", "--image", bad.resolve(isMask ? row.get("use_with") : file), "--mask",
                    bad.resolve(isMask ? file : row.get("use_with")), "--label", label, "--settings", settings, "--out", out);
            boolean asExpected = run.exitCode() == 0 && row.get("expect").contains("ACCEPT") && Files.exists(out)
                    || run.exitCode() == 2 && row.get("expect").contains("REFUSE") && !Files.exists(out)
                    && run.err().contains(file.replaceAll("\\.[^/]*$", ""));
            total++;
            if (!asExpected || run.err().lines().count() != 1 || !run.err().startsWith("radiomics4j: ")) {
                wrong.add(row.get("file") + " (" + row.get("expect") + "): exit code " + run.exitCode() + ", " + run.err());
            }
        }
        conformance("Command line, broken and hostile files", total - wrong.size(), total);
        assertEquals(List.of(), wrong);
        assertTrue(total >= 90, total + " rows");
    }

    @Test
    void theWaterImageWithTheMaskOfTheFatImageIsRefused() throws IOException {
        Path dixon = images.resolve("lumbar-muscle-dixon");
        CommandRun run = CommandRun.of("extract", "--image", dixon.resolve("water.nii.gz"), "--mask",
                dixon.resolve("muscles-on-fat.nii.gz"), "--label", "all", "--settings",
                Files.writeString(folder.resolve("s.yaml"), SettingsFile.MINIMAL), "--out",
                folder.resolve("o.csv"));
        assertEquals(2, run.exitCode(), run.err());
    }
}
