package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityStatistics;
import io.github.radiomics4j.core.io.ImageFiles;
import io.github.radiomics4j.core.io.VoxelType;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.texture.Glcm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A cohort of tiny images with two structures, written into a folder. */
final class SmallCohort {
    private static final GridSize SIZE = new GridSize(8, 8, 4);

    private SmallCohort() {
    }

    /** Writes images, masks with labels 1 (disc) and 2 (muscle), and {@code cases.csv}; returns the latter. */
    static Path write(Path folder, int cases) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "case,patient,outcome,image,disc.mask,disc.label,muscle.mask,muscle.label,age,scanner"));
        for (int i = 0; i < cases; i++) {
            image(folder.resolve("i" + i + ".nii.gz"), i);
            mask(folder.resolve("m" + i + ".nii.gz"), i);
            lines.add("c" + i + ",p" + i / 2 + "," + i % 2 + ",i" + i + ".nii.gz,m" + i + ".nii.gz,1,m" + i + ".nii.gz,2," + (40 + i)
                    + ",\"A, 3T\"");
        }
        return Files.write(folder.resolve("cases.csv"), lines);
    }

    static void image(Path file, long seed) {
        Random random = new Random(seed);
        write(file, random.ints(SIZE.voxels(), 0, 200).asDoubleStream().toArray());
    }

    private static void mask(Path file, long seed) {
        Random random = new Random(-1 - seed);
        write(file, random.ints(SIZE.voxels(), 0, 3).asDoubleStream().toArray());
    }

    private static void write(Path file, double[] values) {
        ImageFiles.write(ScalarImage.of(values, SIZE, ImageGeometry.of(VoxelSpacing.isotropic(1))), VoxelType.INT16, file);
    }

    static FeatureExtractor extractor(int bins) {
        return FeatureExtractor.discretisedBy(new FixedBinNumber(bins)).withFamilies(List.of(new IntensityStatistics(), new Glcm()));
    }

    static CohortExtraction extraction() {
        Map<String, FeatureExtractor> sources = new LinkedHashMap<>();
        sources.put("disc", extractor(8));
        sources.put("muscle", extractor(16));
        return CohortExtraction.of(sources);
    }

    /** All files of a folder, name to content. */
    static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
