package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.table.NearestName;
import io.github.radiomics4j.deep.OcclusionBoxes;
import io.github.radiomics4j.deep.OcclusionSensitivity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code deep saliency}: where in an image a deep feature comes from, as an image on the same grid. */
@Command(name = "saliency", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH, sortOptions = false,
        description = {"Maps where in an image a deep feature comes from: covers boxes one after the other, and measures again.", "",
            "A voxel of the map is the mean change of the feature over the boxes that cover the voxel, 0 where none does."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program; --debug shows where", "2:bad input or usage; the message says what"})
final class DeepSaliencyCommand implements Callable<Integer> {
    private CommandSpec spec;

    @Mixin
    private ImageOptions image;

    @Mixin
    private RegionOptions regions;

    @Option(names = "--settings", required = true, paramLabel = "FILE",
            description = "Deep settings, as for extract --deep: which network, how it is fed; see below.")
    private Path settings;

    @Option(names = "--feature", required = true, paramLabel = "NAME",
            description = "Which feature: source, family and feature of the table that extract writes, with dots between them, such as "
                + "deep_scattering2d.deep_order_1.scale_0_mean.")
    private String feature;

    @Option(names = "--box", paramLabel = "MM", defaultValue = "6",
            description = "Edge of the boxes in mm, rounded to whole voxels; default: ${DEFAULT-VALUE}.")
    private double box;

    @Option(names = "--stride", paramLabel = "MM",
            description = "From one box to the next, in mm, at most the edge, rounded down to whole voxels; default: half the edge.")
    private Optional<Double> stride = Optional.empty();

    @Option(names = "--margin", paramLabel = "MM", defaultValue = "0",
            description = "Covered around the box of the region, on each side, in mm; default: ${DEFAULT-VALUE}.")
    private double margin;

    @Option(names = "--fill", paramLabel = "VALUE", description = "Intensity of covered voxels; default: the mean of the region.")
    private Optional<Double> fill = Optional.empty();

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
        HelpFooter.add(given, DeepSettingsFile::help);
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        MapOutput.Open output = out.checked(image, regions, settings);
        LabelChoice choice = regions.choice();
        try (DeepSource network = DeepSettingsFile.read(settings)) {
            ScalarImage map = map(network, choice);
            output.write(map);
            spec.commandLine().getErr().println(summary(map, (System.nanoTime() - start) / 1e9));
        }
        return 0;
    }

    private ScalarImage map(DeepSource network, LabelChoice choice) {
        ImageOptions.Measured measured = image.read();
        OcclusionBoxes boxes = checked("--box and --stride", () -> OcclusionBoxes.millimetres(box, stride.orElse(box / 2),
                measured.image().geometry().spacing()));
        Map.Entry<Integer, Mask> region = regions.readOnly(choice, measured, image);
        return ExtractCommand.named("label " + region.getKey() + " of " + regions.path() + " in " + image.path(), () -> {
            OcclusionSensitivity bare = OcclusionSensitivity.of(network, features -> features.get(named(features.keys())), boxes);
            OcclusionSensitivity wide = checked("--margin", () -> bare.withMargin(margin));
            return checked("--fill", () -> fill.map(wide::filledWith).orElse(wide)).map(measured.image(), region.getValue());
        });
    }

    private FeatureKey named(List<FeatureKey> keys) {
        return keys.stream().filter(key -> key.columnName().equals(feature)).findFirst().orElseThrow(() -> {
            List<String> names = keys.stream().map(FeatureKey::columnName).toList();
            return new UsageException("--feature: " + settings + " has no feature \"" + feature + "\""
                    + NearestName.to(feature, names).map(near -> "; did you mean \"" + near + "\"?").orElse(".")
                    + " Its " + names.size() + " features go from " + names.get(0) + " to " + names.get(names.size() - 1));
        });
    }

    private static <T> T checked(String option, Supplier<T> setting) {
        try {
            return setting.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage(), e);
        }
    }

    private String summary(ScalarImage map, double seconds) {
        DoubleSummaryStatistics values = Arrays.stream(map.copy(IndexBox.whole(map.size()))).summaryStatistics();
        return String.format(Locale.ROOT, "radiomics4j: map of %s from %.6g to %.6g in %.1f s, written to %s", feature, values.getMin(),
                values.getMax(), seconds, out.path());
    }
}
