package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.map.FeatureMap;
import io.github.radiomics4j.core.map.FeatureMaps;
import io.github.radiomics4j.core.map.Window;
import io.github.radiomics4j.core.preprocessing.RegionPreparation;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code map}: a feature over a window around every voxel of a region, as an image. */
@Command(name = "map", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = {"Maps a feature: measures it in a window around every voxel of a region.", "",
            "Voxels of a window outside the region do not count; grey levels are those of the whole region."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class MapCommand implements Callable<Integer> {
    private CommandSpec spec;

    @Mixin
    private ImageOptions image;

    @Mixin
    private RegionOptions regions;

    @Option(names = "--settings", required = true, paramLabel = "FILE",
            description = "How the region is prepared, as for extract, see below; families and aggregations are not read.")
    private Path settings;

    @Option(names = "--feature", required = true, paramLabel = "NAME",
            description = "Which feature: family and feature of the table that extract writes, such as glcm.contrast or "
                + "intensity_statistics.intensity_variance; any of the textures, intensity_statistics and intensity_histogram.")
    private String feature;

    @Option(names = "--radius", paramLabel = "VOXELS", defaultValue = "1",
            description = "Voxels to either side of the middle of the window; default: ${DEFAULT-VALUE}, for 3 x 3 x 3 voxels.")
    private int radius;

    @Option(names = "--slice-radius", paramLabel = "VOXELS",
            description = "The same along z; 0 stays within the slice; default: as --radius.")
    private Optional<Integer> sliceRadius = Optional.empty();

    @Option(names = "--absent", paramLabel = "VALUE", defaultValue = "0",
            description = "Written where the map has no number, outside the region or where the feature is undefined; NaN is possible; "
                + "default: ${DEFAULT-VALUE}.")
    private double absent;

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads that measure, by default one for each processor; the map has the same bits whatever their number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private MapOutput out;

    /**
     * Takes the command's description and completes its help with what the library knows today.
     *
     * @param given what picocli made of the annotations
     */
    @Spec
    void setSpec(CommandSpec given) {
        spec = given;
        HelpFooter.add(given, () -> SettingsFile.help(ExtractCommand.HELP_WIDTH));
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        ExtractCommand.requireThreads(threads);
        MapOutput.Open output = out.checked(image, regions, settings);
        FeatureMaps<?> maps = MapFeature.named(feature).withWindow(window());
        LabelChoice choice = regions.choice();
        RegionPreparation preparation = SettingsFile.read(settings).extractor().preparation();

        ImageOptions.Measured measured = image.read();
        Map.Entry<Integer, Mask> region = regions.readOnly(choice, measured, image);
        FeatureMap map = ExtractCommand.named("label " + region.getKey() + " of " + regions.path() + " in " + image.path(),
                () -> map(maps, preparation.prepare(measured.image(), region.getValue())));
        ScalarImage whole = map.image(preparation.placeOf(measured.image(), region.getValue()), absent);
        output.write(whole);
        spec.commandLine().getErr().println(summary(map, (System.nanoTime() - start) / 1e9));
        return 0;
    }

    private FeatureMap map(FeatureMaps<?> maps, PreparedRoi roi) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> maps.of(roi)).join().get(0);
        } finally {
            pool.shutdown();
        }
    }

    private Window window() {
        try {
            return new Window(radius, sliceRadius.orElse(radius));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--radius and --slice-radius: " + e.getMessage(), e);
        }
    }

    private String summary(FeatureMap map, double seconds) {
        int missing = map.region().count() - map.defined().count();
        return String.format(Locale.ROOT, "radiomics4j: map of %s at %d voxels%s in %.1f s, written to %s", feature, map.defined().count(),
                missing == 0 ? "" : ", undefined at " + missing + " more", seconds, out.path());
    }
}
