package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.extraction.FeatureFamilies;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.IntensityVolumeHistogram;
import io.github.radiomics4j.core.preprocessing.AlreadyDiscrete;
import io.github.radiomics4j.core.preprocessing.Discretisation;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.FixedBinSize;
import io.github.radiomics4j.core.preprocessing.Interpolation;
import io.github.radiomics4j.core.preprocessing.Resampling;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a settings file. Its keys, and what holds where one is left out, are described in {@code docs/cli.md}; only
 * {@code discretisation} has no default.
 */
final class SettingsFile {
    /** The smallest settings file. */
    static final String MINIMAL = "discretisation: {fixedBinNumber: 32}";

    private static final String RESAMPLING = "resampling";
    private static final String RESEGMENTATION = "resegmentation";
    private static final String DISCRETISATION = "discretisation";
    private static final String AGGREGATIONS = "aggregations";
    private static final String FAMILIES = "families";
    private static final String HISTOGRAM = "intensityVolumeHistogram";
    private static final String SPACING = "spacing";
    private static final String IMAGE = "image";
    private static final String MASK = "mask";
    private static final String MASK_THRESHOLD = "maskThreshold";
    private static final String ROUND_INTENSITIES = "roundIntensities";
    private static final String RANGE = "range";
    private static final String SIGMA = "sigma";
    private static final String FIXED_BIN_NUMBER = "fixedBinNumber";
    private static final String FIXED_BIN_SIZE = "fixedBinSize";
    private static final String ORIGIN = "origin";
    private static final String STEP = "step";
    private static final String NONE = "none";

    /** What the settings of one extractor may say. */
    static final List<String> KEYS = List.of(RESAMPLING, RESEGMENTATION, DISCRETISATION, AGGREGATIONS, FAMILIES, HISTOGRAM);

    private final YamlReader yaml;

    private SettingsFile(YamlReader yaml) {
        this.yaml = yaml;
    }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8
     * @return the settings
     * @throws SettingsException where it is not there or not as documented; the message names the place
     */
    static ExtractionSettings read(Path file) {
        return parse(YamlText.read(file, "settings file"), file.toString());
    }

    /**
     * Reads settings.
     *
     * @param text YAML
     * @param name the file's name, for messages
     * @return the settings
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static ExtractionSettings parse(String text, String name) {
        YamlReader yaml = new YamlReader(name);
        Node root = yaml.root(text).orElseThrow(
                () -> new SettingsException(name, 0, 0, "the settings file is empty. " + whyDiscretisation()));
        return new SettingsFile(yaml).settings(root);
    }

    /**
     * Why there is no default, and how to choose.
     *
     * @return a sentence that shows the smallest settings file
     */
    static String whyDiscretisation() {
        return "How intensities become grey levels must be chosen, no choice is right for all images; the smallest settings file is: "
                + MINIMAL;
    }

    /**
     * The keys of a settings file, for the help of a command.
     *
     * @param width of a line, in characters
     * @return lines
     */
    static List<String> help(int width) {
        List<String> lines = new ArrayList<>(List.of("", "Settings (YAML; every key but discretisation may be left out):",
                "  discretisation: {fixedBinNumber: 32}",
                "      or {fixedBinSize: 25, origin: -1000}; without origin bins start at the lower end of the range",
                "      or none: the intensities are grey levels already",
                "  resampling: {spacing: [2, 2, 2], image: linear, mask: linear, maskThreshold: 0.5,",
                "      roundIntensities: false}; spacing in mm is needed, the rest are the defaults;",
                "      image and mask: nearest, linear or spline. Default: no resampling",
                "  resegmentation: {range: [-1000, 400], sigma: 3}",
                "      either or both; default: none",
                "  aggregations: [3d_merged]", "      which is the default; one or more of"));
        lines.addAll(wrapped(aggregationsByLabel().keySet(), width));
        lines.add("  families: [glcm, glrlm]");
        lines.add("      default: all; one or more of");
        lines.addAll(wrapped(familiesByName().keySet(), width));
        lines.add("  intensityVolumeHistogram: {fixedBinNumber: 1000}");
        lines.add("      which is the default; or {fixedBinSize: 2.5}, or {step: 1} for whole numbers such as HU");
        return lines;
    }

    private static List<String> wrapped(Collection<String> names, int width) {
        String indent = "      ";
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String name : names) {
            if (!line.isEmpty() && indent.length() + line.length() + name.length() + 3 > width) {
                lines.add(indent + line + ",");
                line = "";
            }
            line = line.isEmpty() ? name : line + ", " + name;
        }
        lines.add(indent + line);
        return lines;
    }

    private ExtractionSettings settings(Node root) {
        return settings(yaml.mapping(root, "the settings", KEYS), root);
    }

    /**
     * Reads settings of a larger file.
     *
     * @param yaml the file
     * @param keys some of {@link #KEYS} and what stands there
     * @param place where a missing key is missed
     * @return the settings
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static ExtractionSettings of(YamlReader yaml, Map<String, Node> keys, Node place) {
        return new SettingsFile(yaml).settings(keys, place);
    }

    private ExtractionSettings settings(Map<String, Node> keys, Node root) {
        Optional<Resampling> resampling = Optional.ofNullable(keys.get(RESAMPLING)).map(this::resampling);
        Optional<Resegmentation> resegmentation = Optional.ofNullable(keys.get(RESEGMENTATION)).map(this::resegmentation);
        List<Aggregation> aggregations = Optional.ofNullable(keys.get(AGGREGATIONS))
                .map(node -> yaml.choices(node, AGGREGATIONS, aggregationsByLabel())).orElse(List.of(Aggregation.THREE_D_MERGED));
        List<FeatureFamily<?>> families = Optional.ofNullable(keys.get(FAMILIES))
                .map(node -> yaml.choices(node, FAMILIES, familiesByName())).orElseGet(FeatureFamilies::standard);
        if (keys.containsKey(HISTOGRAM)) {
            families = withHistogram(families, keys.get(HISTOGRAM));
        }
        if (!keys.containsKey(DISCRETISATION)) {
            throw yaml.at(root, "key " + DISCRETISATION + " is missing. " + whyDiscretisation());
        }
        Discretisation discretisation = discretisation(keys.get(DISCRETISATION), resegmentation);
        return new ExtractionSettings(resampling, resegmentation, discretisation, aggregations, families);
    }

    private Resampling resampling(Node node) {
        Map<String, Node> keys = yaml.mapping(node, RESAMPLING, List.of(SPACING, IMAGE, MASK, MASK_THRESHOLD, ROUND_INTENSITIES));
        Node spacing = keys.get(SPACING);
        if (spacing == null) {
            throw yaml.at(node, RESAMPLING + " needs the new " + SPACING + " in mm, such as spacing: [2, 2, 2]");
        }
        boolean inPlane = spacing instanceof SequenceNode list && list.getValue().size() == 2;
        double[] mm = yaml.numbers(spacing, SPACING, inPlane ? 2 : 3, false, "[2, 2, 2]");
        Resampling plain = yaml.checked(spacing, () -> inPlane ? Resampling.inPlane(mm[0], mm[1])
                : Resampling.to(new VoxelSpacing(mm[0], mm[1], mm[2])));
        Interpolation image = interpolation(keys, IMAGE, plain.image());
        Interpolation mask = interpolation(keys, MASK, plain.mask());
        Node threshold = keys.get(MASK_THRESHOLD);
        double maskThreshold = threshold == null ? plain.maskThreshold() : yaml.number(threshold, MASK_THRESHOLD);
        Node round = keys.get(ROUND_INTENSITIES);
        boolean roundIntensities = round == null ? plain.roundIntensities() : yaml.flag(round, ROUND_INTENSITIES);
        return yaml.checked(threshold == null ? node : threshold,
                () -> new Resampling(plain.spacing(), image, mask, maskThreshold, roundIntensities));
    }

    private Interpolation interpolation(Map<String, Node> keys, String key, Interpolation otherwise) {
        Map<String, Interpolation> known = new LinkedHashMap<>();
        for (Interpolation interpolation : Interpolation.values()) {
            known.put(nameOf(interpolation), interpolation);
        }
        return Optional.ofNullable(keys.get(key)).map(node -> yaml.choice(node, key, known)).orElse(otherwise);
    }

    private static String nameOf(Interpolation interpolation) {
        return switch (interpolation) {
            case NEAREST -> "nearest";
            case LINEAR -> "linear";
            case CUBIC_SPLINE -> "spline";
        };
    }

    private Resegmentation resegmentation(Node node) {
        Map<String, Node> keys = yaml.mapping(node, RESEGMENTATION, List.of(RANGE, SIGMA));
        Node range = keys.get(RANGE);
        Node sigma = keys.get(SIGMA);
        if (range == null && sigma == null) {
            throw yaml.at(node, RESEGMENTATION + " needs range: [lower, upper], or sigma: 3, or both");
        }
        double[] bounds = range == null ? new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}
                : yaml.numbers(range, RANGE, 2, true, "[-1000, 400]");
        Resegmentation within = yaml.checked(range == null ? node : range,
                () -> new Resegmentation(bounds[0], bounds[1], OptionalDouble.empty()));
        return sigma == null ? within : yaml.checked(sigma, () -> within.withOutliersBeyond(yaml.number(sigma, SIGMA)));
    }

    private Discretisation discretisation(Node node, Optional<Resegmentation> resegmentation) {
        if (yaml.isWord(node, NONE)) {
            return new AlreadyDiscrete();
        }
        if (!(node instanceof MappingNode)) {
            throw yaml.wrongType(node, DISCRETISATION, "{fixedBinNumber: 32}, {fixedBinSize: 25, origin: -1000} or none");
        }
        Map<String, Node> keys = yaml.mapping(node, DISCRETISATION, List.of(FIXED_BIN_NUMBER, FIXED_BIN_SIZE, ORIGIN));
        Node number = keys.get(FIXED_BIN_NUMBER);
        Node size = keys.get(FIXED_BIN_SIZE);
        Node origin = keys.get(ORIGIN);
        if ((number == null) == (size == null)) {
            throw yaml.at(node, DISCRETISATION + " needs either " + FIXED_BIN_NUMBER + " or " + FIXED_BIN_SIZE + ", found "
                    + (number == null ? "neither" : "both"));
        }
        if (number != null) {
            if (origin != null) {
                throw yaml.at(origin, ORIGIN + " belongs to " + FIXED_BIN_SIZE + "; with " + FIXED_BIN_NUMBER
                        + " the first bin starts at the region's minimum");
            }
            return yaml.checked(number, () -> new FixedBinNumber(yaml.wholeNumber(number, FIXED_BIN_NUMBER)));
        }
        double width = yaml.number(size, FIXED_BIN_SIZE);
        double start = origin == null ? lowerBound(size, resegmentation) : yaml.number(origin, ORIGIN);
        return yaml.checked(size, () -> new FixedBinSize(width, start));
    }

    private double lowerBound(Node size, Optional<Resegmentation> resegmentation) {
        return resegmentation.map(Resegmentation::lower).filter(Double::isFinite).orElseThrow(() -> yaml.at(size, FIXED_BIN_SIZE
                + " needs an origin, where the first bin starts: a bin must mean the same intensities in every image. Give "
                + "{fixedBinSize: 25, origin: -1000}, or a resegmentation range, whose lower bound is then the origin"));
    }

    private List<FeatureFamily<?>> withHistogram(List<FeatureFamily<?>> families, Node node) {
        IntensityVolumeHistogram histogram = histogram(node);
        if (families.stream().noneMatch(family -> family.id().equals(histogram.id()))) {
            throw yaml.at(node, HISTOGRAM + " says how family " + histogram.id() + " is measured, which is not among the families; "
                    + "add it to them, or leave this key out");
        }
        List<FeatureFamily<?>> with = new ArrayList<>();
        families.forEach(family -> with.add(family.id().equals(histogram.id()) ? histogram : family));
        return with;
    }

    private IntensityVolumeHistogram histogram(Node node) {
        Map<String, Node> keys = yaml.mapping(node, HISTOGRAM, List.of(FIXED_BIN_NUMBER, FIXED_BIN_SIZE, STEP));
        if (keys.size() != 1) {
            throw yaml.at(node, HISTOGRAM + " needs one of " + FIXED_BIN_NUMBER + ", " + FIXED_BIN_SIZE + " and " + STEP + ", found "
                    + (keys.isEmpty() ? "none" : String.join(", ", keys.keySet())));
        }
        String key = keys.keySet().iterator().next();
        Node value = keys.get(key);
        return yaml.checked(value, () -> switch (key) {
            case FIXED_BIN_NUMBER -> IntensityVolumeHistogram.ofBins(yaml.wholeNumber(value, key));
            case FIXED_BIN_SIZE -> IntensityVolumeHistogram.ofBinSize(yaml.number(value, key));
            default -> IntensityVolumeHistogram.inSteps(yaml.number(value, key));
        });
    }

    private static Map<String, Aggregation> aggregationsByLabel() {
        Map<String, Aggregation> known = new LinkedHashMap<>();
        for (Aggregation aggregation : Aggregation.values()) {
            if (aggregation.isDirectional()) {
                known.put(aggregation.label(), aggregation);
            }
        }
        return known;
    }

    private static Map<String, FeatureFamily<?>> familiesByName() {
        Map<String, FeatureFamily<?>> known = new LinkedHashMap<>();
        FeatureFamilies.standard().forEach(family -> known.put(family.id().name(), family));
        return known;
    }
}
