package io.github.radiomics4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of families, threads and region size and writes what they measured as a page and a picture named after the JDK
 * it runs on, {@code speed-17.md} and {@code speed-17.svg}:
 * {@code java -cp benchmarks.jar io.github.radiomics4j.benchmarks.SpeedReport docs}.
 */
public final class SpeedReport {
    private static final String[] ROWS = {"bareLoop", "glcm", "glrlm", "glszm", "gldzm", "glszmAndGldzm", "ngtdm", "ngldm", "ngtdmAndNgldm",
        "intensity", "morphology", "spatialCorrelation", "localIntensity", "allAggregations", "everything", "complete"};
    private static final int WARM = 3;
    /** Long enough for the compiler to have come to its end: until then it works on the second core and halves what two threads gain. */
    private static final int WARM_FOR_THREADS = 15;
    private static final List<String> OF_THREADS = List.of("glcm", "glrlm", "localIntensity", "spatialCorrelation", "allAggregations",
            "everything", "complete");

    private SpeedReport() {
    }

    /** Median milliseconds of the iterations, and megabytes allocated, per operation. */
    private record Cost(double milliseconds, double allocated) {
    }

    /**
     * Measures, for about 25 minutes.
     *
     * @param args the folder to write to
     * @throws RunnerException where a benchmark fails
     * @throws IOException where the folder cannot be written
     */
    public static void main(String[] args) throws RunnerException, IOException {
        String name = "speed-" + Runtime.version().feature();
        Map<String, Cost> families = run("FamilyBenchmark", WARM, Map.of("levels", List.of("32"), "texture", List.of("FINE", "COARSE")));
        families.putAll(run("FamilyBenchmark.(bareLoop|gl.*|ng.*|everything)$", WARM,
                Map.of("levels", List.of("64", "256"), "texture", List.of("FINE"))));
        Map<String, Cost> threads = run("FamilyBenchmark.(" + String.join("|", OF_THREADS) + ")$", WARM_FOR_THREADS,
                Map.of("levels", List.of("32"), "texture", List.of("FINE"), "threads", List.of("1", "2")));
        Map<String, Cost> scaling = run("ScalingBenchmark", WARM, Map.of());
        Path folder = Path.of(args[0]);
        Files.writeString(folder.resolve(name + ".md"), page(name, families, threads, scaling));
        Files.writeString(folder.resolve(name + ".svg"), ScalingPlot.svg(points(scaling)));
    }

    /** Costs by name and the values of the parameters (levels, texture, threads): parameters in the order of their names. */
    private static Map<String, Cost> run(String include, int warm, Map<String, List<String>> parameters) throws RunnerException {
        var options = new OptionsBuilder().include("io.github.radiomics4j.benchmarks." + include).forks(1).addProfiler(GCProfiler.class);
        if (include.startsWith("Family")) {
            options.warmupIterations(warm).warmupTime(TimeValue.seconds(1)).measurementIterations(5).measurementTime(TimeValue.seconds(1));
        }
        parameters.forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
        Collection<RunResult> results = new Runner(options.build()).run();
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (RunResult result : results) {
            var run = result.getParams();
            StringBuilder key = new StringBuilder(run.getBenchmark().replaceAll(".*\\.", ""));
            run.getParamsKeys().stream().sorted().forEach(name -> key.append(' ').append(run.getParam(name)));
            costs.put(key.toString(), new Cost(result.getPrimaryResult().getStatistics().getPercentile(50), allocated(result) / 1e6));
        }
        return costs;
    }

    private static double allocated(RunResult run) {
        for (Result<?> second : run.getSecondaryResults().values()) {
            if (second.getLabel().endsWith("alloc.rate.norm")) {
                return second.getScore();
            }
        }
        throw new IllegalStateException("the run has no figure for allocation");
    }

    private static String page(String name, Map<String, Cost> families, Map<String, Cost> threads, Map<String, Cost> scaling) {
        StringBuilder page = new StringBuilder("# Speed on JDK " + Runtime.version().feature()
                + "\n\nWritten by `java -cp benchmarks/target/benchmarks.jar "
                + SpeedReport.class.getName() + " docs`\non " + LocalDate.now() + ", JDK " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name")
                + ". What the rows are: [benchmarks.md](benchmarks.md).\n\n"
                + "Milliseconds for a region of 1 000 245 voxels, one thread, medians; in brackets the ratio to the bare loop of the"
                + " same run.\n\n"
                + "| | 32 levels, fine | 32 levels, coarse | 64 levels, fine | 256 levels, fine | allocated, MB |\n"
                + "|---|---:|---:|---:|---:|---:|\n");
        for (String row : ROWS) {
            page.append("| ").append(row);
            for (String column : List.of(" 32 FINE 1", " 32 COARSE 1", " 64 FINE 1", " 256 FINE 1")) {
                page.append(" | ").append(cell(families, row, column));
            }
            page.append(String.format(Locale.ROOT, " | %.1f |%n", families.get(row + " 32 FINE 1").allocated()));
        }
        page.append("\nThreads, 32 levels, fine texture:\n\n| | one thread, ms | two threads, ms | faster by |\n|---|---:|---:|---:|\n");
        for (String row : OF_THREADS) {
            double one = threads.get(row + " 32 FINE 1").milliseconds();
            double two = threads.get(row + " 32 FINE 2").milliseconds();
            page.append(String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", row, one, two, one / two));
        }
        page.append("\nFrom image and mask to all features but peaks, Moran's I and Geary's C, a ball of noise, 32 levels, one thread,"
                + " a heap of 8 GB:\n\n| voxels of the region | ms | ns per voxel |\n|---:|---:|---:|\n");
        for (double[] point : points(scaling)) {
            page.append(String.format(Locale.ROOT, "| %.0f | %.1f | %.0f |%n", point[0], point[1], point[1] * 1e6 / point[0]));
        }
        return page.append("\n![time over voxels](" + name + ".svg)\n").toString().replace(System.lineSeparator(), "\n");
    }

    private static String cell(Map<String, Cost> costs, String row, String parameters) {
        return Optional.ofNullable(costs.get(row + parameters)).map(Cost::milliseconds).map(median -> String.format(Locale.ROOT,
                "%.1f (%.2f)", median, median / costs.get("bareLoop" + parameters).milliseconds())).orElse("");
    }

    /** Voxels of the ball, and milliseconds. */
    private static List<double[]> points(Map<String, Cost> scaling) {
        List<double[]> points = new ArrayList<>();
        scaling.forEach((key, cost) -> points.add(
                new double[] {Math.PI / 6 * Math.pow(Double.parseDouble(key.split(" ")[1]), 3), cost.milliseconds()}));
        return points;
    }
}
