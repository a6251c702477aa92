package io.github.radiomics4j.core.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.io.SharedFiles;
import io.github.radiomics4j.core.io.region.RegionRules;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.table.FeatureTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cohort of everything: all pairs of real images and masks, whatever their format, and all that must be refused. */
class SharedCohortTest {
    private static final double RELATIVE = 1e-9;
    /** Rows of which only one of several regions is wrong, so that what they prove depends on a name asked for. */
    private static final Set<String> BY_NAME = Set.of("dicom/rtstruct/name-twice.dcm");

    @TempDir
    private Path folder;

    private record Row(String image, String mask, String label) {
    }

    private static Map<String, Row> sound(Path images, Map<String, Double> means) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (CSVRecord pair : SharedFiles.rows(images.resolve("label-stats.csv"))) {
            Path caseFolder = images.resolve(pair.get("case"));
            String id = String.join(" ", pair.get("case"), pair.get("image"), pair.get("mask"));
            if (means.containsKey(id)) {
                continue; // one label of a pair will do: each case reads its image again
            }
            rows.put(id, new Row(caseFolder.resolve(pair.get("image")).toString(), caseFolder.resolve(pair.get("mask")).toString(),
                    pair.get("label")));
            means.put(id, Double.parseDouble(pair.get("mean")));
        }
        return rows;
    }

    private static Map<String, Row> broken(Path bad) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (CSVRecord row : SharedFiles.rows(bad.resolve("cases.csv"))) {
            String name = row.get("file").replaceAll(" \\(.*", "");
            if (!row.get("expect").equals("REFUSE") || BY_NAME.contains(name)) {
                continue;
            }
            boolean isMask = name.startsWith("mask/") || name.startsWith("dicom/rtstruct/") || name.startsWith("dicom/seg/")
                    || row.get("file").contains("label 3");
            String other = row.get("use_with").isEmpty() ? "dicom/rtstruct/ok.dcm" : row.get("use_with");
            String label = row.get("file").contains("label 3") ? "3" : other.startsWith("dicom") || name.startsWith("dicom") ? "" : "1";
            rows.put("bad " + row.get("file"), new Row(bad.resolve(isMask ? other : name).normalize().toString(),
                    bad.resolve(isMask ? name : other).normalize().toString(), label));
        }
        return rows;
    }

    @Test
    void soundCasesOfAllFormatsAreMeasuredAndBrokenOnesNamed() throws IOException {
        Path images = SharedFiles.folder("images");
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Row> sound = sound(images, means);
        Map<String, Row> broken = broken(images.resolve("bad"));
        List<String> lines = new ArrayList<>(List.of("case,r.image,r.mask,r.label"));
        Set<String> ids = new LinkedHashSet<>(sound.keySet());
        ids.addAll(broken.keySet());
        for (String id : ids) {
            Row row = sound.getOrDefault(id, broken.get(id));
            lines.add(String.join(",", "\"" + id + "\"", row.image(), row.mask(), row.label()));
        }
        Path csv = Files.write(folder.resolve("cases.csv"), lines);
        // the cells' pages state no voxel size
        CaseReading reading = new CaseReading(RegionRules.STANDARD, false, false, Optional.of(VoxelSpacing.isotropic(1)));
        CohortResult result = CohortExtraction.of(Map.of("r", FeatureExtractor.discretisedBy(new FixedBinNumber(2))
                .withFamilies(List.of(new IntensityStatistics())))).readBy(reading).run(Cohort.read(csv), folder.resolve("state"), 2);

        Map<String, CaseFailure> failures = result.failures().stream().collect(Collectors.toMap(CaseFailure::caseId, f -> f));
        assertEquals(broken.keySet(), failures.keySet());
        failures.values().forEach(failure -> assertTrue(failure.problem().isPresent(), failure.toString()));
        FeatureTable table = result.tables().get("r");
        assertEquals(List.copyOf(sound.keySet()), table.cases());
        int mean = table.indexOf("original.intensity_statistics.mean_intensity");
        for (int row = 0; row < table.caseCount(); row++) {
            double expected = means.get(table.cases().get(row));
            assertEquals(expected, table.value(row, mean), RELATIVE * Math.abs(expected), table.cases().get(row));
        }
        SharedFiles.writeConformance("cohort-shared.txt", "Cohort of all real images, and of all that must be refused",
                ids.size(), ids.size());
        Files.write(Path.of("target", "cohort-failures.txt"), result.failures().stream().map(CaseFailure::toString).toList());
    }
}
