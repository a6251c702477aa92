package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.Augmentation;
import io.github.radiomics4j.deep.ImageSampling;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.TrainingPlan;
import io.github.radiomics4j.deep.dl4j.AutoencoderTraining;
import io.github.radiomics4j.deep.dl4j.ClassifierTraining;
import io.github.radiomics4j.deep.dl4j.ClassifierTraining.ClassWeights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how an encoder is to be trained. The keys are described in {@code docs/cli.md}; {@code kind} and {@code seed} are needed. */
final class TrainingFile {
    /** The smallest training file. */
    static final String MINIMAL = "{kind: autoencoder, seed: 1}";
    /** What it may say. */
    static final List<String> KEYS = List.of("kind", RecipeChoices.SEED, "channels", DeepChoices.SIZE, DeepChoices.SAMPLING,
            DeepChoices.NORMALISATION, "epochs", "patience", "holdOut", DeepChoices.BATCH, "learningRate", "augmentation",
            RecipeChoices.CLASS_WEIGHTS);

    private static final String CHANNELS = KEYS.get(2);

    /** One kind of training. */
    @FunctionalInterface
    private interface Kind {
        CohortTraining of(YamlParameters p, PatchCutting cutting, TrainingPlan plan);
    }

    private TrainingFile() { }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8
     * @return the training
     * @throws SettingsException where it is not there or not as documented; the message names the place
     */
    static CohortTraining read(Path file) {
        return parse(YamlText.read(file, "training file"), file.toString());
    }

    /**
     * Reads a training.
     *
     * @param text YAML
     * @param name the file's name, for messages
     * @return the training
     * @throws SettingsException where it is not as documented; the message names the place
     */
    static CohortTraining parse(String text, String name) {
        YamlReader yaml = new YamlReader(name);
        Node root = yaml.root(text).orElseThrow(
                () -> new SettingsException(name, 0, 0, "the training file is empty; the smallest one is: " + MINIMAL));
        YamlParameters p = new YamlParameters(yaml, root, "the smallest training file is " + MINIMAL,
                yaml.mapping(root, "the training", KEYS));
        Kind kind = p.choice(KEYS.get(0), kinds());
        return p.checked(() -> kind.of(p, cutting(p), plan(p)));
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("autoencoder", (p, cutting, plan) -> {
            p.node(RecipeChoices.CLASS_WEIGHTS).ifPresent(node -> {
                throw p.yaml().at(node, "an autoencoder does not look at outcomes; leave " + RecipeChoices.CLASS_WEIGHTS + " out");
            });
            AutoencoderTraining usual = new AutoencoderTraining(cutting.dimensions(), AutoencoderTraining.of(plan).channels(), plan);
            AutoencoderTraining training = DeepChoices.changed(p, CHANNELS, usual,
                    (t, node) -> new AutoencoderTraining(cutting.dimensions(), channels(p.yaml(), node), plan));
            return new CohortTraining("autoencoder", cutting, training, training::train);
        });
        kinds.put("classifier", (p, cutting, plan) -> {
            ClassWeights weights = p.choice(RecipeChoices.CLASS_WEIGHTS, RecipeChoices.named(ClassWeights.values()), ClassWeights.BALANCED);
            ClassifierTraining usual = new ClassifierTraining(cutting.dimensions(), ClassifierTraining.of(plan).channels(), weights, plan);
            ClassifierTraining training = DeepChoices.changed(p, CHANNELS, usual,
                    (t, node) -> new ClassifierTraining(cutting.dimensions(), channels(p.yaml(), node), weights, plan));
            return new CohortTraining("classifier", cutting, training, training::train);
        });
        return kinds;
    }

    private static List<Integer> channels(YamlReader yaml, Node node) {
        List<Integer> channels = new ArrayList<>();
        yaml.list(node, CHANNELS, "[8, 16, 32]").forEach(one -> channels.add(yaml.wholeNumber(one, "each of " + CHANNELS)));
        return channels;
    }

    private static PatchCutting cutting(YamlParameters p) {
        ImageSampling sampling = DeepChoices.<ImageSampling>changed(p, DeepChoices.SAMPLING, RegionSampling.largestSlice(0),
                (usual, node) -> DeepChoices.one(p, node, DeepChoices.SAMPLING, DeepSampling.all()));
        IntensityNormalisation normalisation = DeepChoices.changed(p, DeepChoices.NORMALISATION, IntensityNormalisation.zScoreInRegion(),
                (usual, node) -> DeepChoices.one(p, node, DeepChoices.NORMALISATION, DeepChoices.normalisations()));
        return new PatchCutting(sampling, normalisation, p.whole(DeepChoices.SIZE, sampling.dimensions() == 2 ? 64 : 32));
    }

    private static TrainingPlan plan(YamlParameters p) {
        TrainingPlan usual = TrainingPlan.seeded(p.whole(RecipeChoices.SEED));
        TrainingPlan plan = usual.withEpochs(p.whole("epochs", usual.epochs()), p.whole("patience", usual.patience()))
                .holdingOut(p.number("holdOut", usual.holdOut()))
                .inBatchesOf(p.whole(DeepChoices.BATCH, usual.batchSize()), p.number("learningRate", usual.learningRate()));
        return DeepChoices.changed(p, "augmentation", plan, (x, node) -> x.augmentedBy(augmentation(p.yaml(), node, x.augmentation())));
    }

    private static Augmentation augmentation(YamlReader yaml, Node node, Augmentation usual) {
        if (yaml.isWord(node, "none")) {
            return Augmentation.none();
        }
        YamlParameters p = new YamlParameters(yaml, node, "none or {flipColumns: true, flipRows: true, shift: 2}",
                yaml.mapping(node, "augmentation", List.of("flipColumns", "flipRows", "flipSlices", "shift")));
        return new Augmentation(p.flag("flipColumns", usual.flipColumns()), p.flag("flipRows", usual.flipRows()),
                p.flag("flipSlices", usual.flipSlices()), p.whole("shift", usual.largestShift()));
    }

    /**
     * The keys of a training file, for the help of a command.
     *
     * @return lines
     */
    static List<String> help() {
        return List.of("", "Training (YAML; every key but kind and seed may be left out; the values are the defaults):",
                "  kind: " + String.join(" or ", kinds().keySet()),
                "      a classifier needs the outcome of every case", "  seed: a whole number", "  channels: [8, 16, 32]",
                "      of the convolutions; each halves the image", "  size: 64",
                "      pixels along each edge, a multiple of 2 to the number of convolutions",
                "  sampling: largest_slice", "  normalisation: z_score_in_region", "      both as in help extract; with cube the network has 3 dimensions, the size is then 32",
                "  epochs: 60", "  patience: 8", "      epochs without a new lowest hold-out loss that end the training",
                "  holdOut: 0.2", "      the share of the cases whose loss decides when to stop", "  batch: 16", "  learningRate: 0.002",
                "  augmentation: {flipColumns: true, flipRows: true, shift: 2}", "      or none; flipSlices: false for cubes",
                "  classWeights: balanced", "      or equal; for classifier");
    }
}
