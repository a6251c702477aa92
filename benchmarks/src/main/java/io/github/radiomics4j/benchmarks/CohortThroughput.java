package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortExtraction;
import io.github.radiomics4j.core.cohort.CohortResult;
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
import io.github.radiomics4j.core.texture.Glrlm;
import io.github.radiomics4j.core.texture.Glszm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes a cohort of small cases (24 × 24 × 12 voxels, two structures) and measures it (first order and three texture families), to see
 * how many a second there are and whether memory depends on their number:
 * {@code java -Xmx256m -cp benchmarks.jar io.github.radiomics4j.benchmarks.CohortThroughput FOLDER 5000 2}. The folder is made and
 * should be new; a second run on it shows what a resume costs.
 */
public final class CohortThroughput {
    private static final GridSize SIZE = new GridSize(24, 24, 12);
    private static final double NANOS = 1e9;

    private CohortThroughput() {
    }

    /**
     * Measures a cohort.
     *
     * @param args the folder, the number of cases, the number of workers
     * @throws IOException where the folder cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path csv = folder.resolve("cases.csv");
        if (!Files.exists(csv)) {
            write(folder, csv, Integer.parseInt(args[1]));
        }
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(new FixedBinNumber(16))
                .withFamilies(List.of(new IntensityStatistics(), new Glcm(), new Glrlm(), new Glszm()));
        long start = System.nanoTime();
        CohortResult result = CohortExtraction.of(Map.of("disc", extractor, "muscle", extractor))
                .run(Cohort.read(csv), folder.resolve("state"), Integer.parseInt(args[2]));
        double run = (System.nanoTime() - start) / NANOS;
        result.writeTo(folder.resolve("tables"));
        double all = (System.nanoTime() - start) / NANOS;
        int cases = result.cohort().cases().size();
        System.out.printf(Locale.ROOT, "%d cases: %d structures measured, %d of an earlier run, %d features; %.1f s, %.1f cases a second; "
                + "tables in %.1f s; peak of heap pools %.0f MB%s%n", cases, result.measured(), result.taken(),
                result.tables().get("disc").columnCount(), run, cases / run, all - run, peakOfHeap(), resident());
    }

    private static void write(Path folder, Path csv, int cases) throws IOException {
        List<String> lines = new ArrayList<>(List.of("case,image,disc.mask,disc.label,muscle.mask,muscle.label"));
        for (int i = 0; i < cases; i++) {
            Random random = new Random(i);
            double[] image = new double[Math.toIntExact(SIZE.voxels())];
            double[] labels = new double[image.length];
            for (int v = 0; v < image.length; v++) {
                image[v] = random.nextInt(400);
                int x = v % SIZE.x();
                int z = v / (SIZE.x() * SIZE.y());
                labels[v] = z < 2 || z >= SIZE.z() - 2 || x < 2 || x >= SIZE.x() - 2 ? 0 : x < SIZE.x() / 2 ? 1 : 2;
            }
            write(folder.resolve("i" + i + ".nii.gz"), image);
            write(folder.resolve("m" + i + ".nii.gz"), labels);
            lines.add(String.format(Locale.ROOT, "c%1$d,i%1$d.nii.gz,m%1$d.nii.gz,1,m%1$d.nii.gz,2", i));
        }
        Files.write(csv, lines);
    }

    private static void write(Path file, double[] values) {
        ImageFiles.write(ScalarImage.of(values, SIZE, ImageGeometry.of(VoxelSpacing.isotropic(1))), VoxelType.INT16, file);
    }

    private static double peakOfHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6;
    }

    /** The most that the process had in memory, where the system tells. */
    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "";
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                .map(line -> ", peak of the process " + line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("");
    }
}
