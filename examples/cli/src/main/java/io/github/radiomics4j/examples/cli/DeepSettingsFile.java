package io.github.radiomics4j.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a settings file of deep features. Its keys are described in {@code docs/cli.md}; only {@code network} has no default. */
final class DeepSettingsFile {
    /** The smallest settings file. */
    static final String MINIMAL = "network: scattering";
    /** What it may say. */
    static final List<String> KEYS = List.of("network", EncoderNetwork.LAYER, DeepChoices.SIZE, DeepChoices.SAMPLING,
            DeepChoices.NORMALISATION, DeepChoices.CHANNEL_STATISTICS, DeepChoices.POOLINGS, DeepChoices.SAMPLE_POOLINGS,
            DeepChoices.BATCH);

    private DeepSettingsFile() { }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8; names of files in it are relative to its folder
     * @return what measures so, to be closed
     * @throws SettingsException where it is not there or not as documented; the message names the place
     * @throws UsageException where a library is missing, or a network's file is of no known format
     * @throws io.github.radiomics4j.core.InvalidInputException where a network's file cannot be read
     */
    static DeepSource read(Path file) {
        return parse(YamlText.read(file, "settings file"), file.toString(), YamlText.folderOf(file));
    }

    /**
     * Reads settings.
     *
     * @param text YAML
     * @param name the file's name, for messages
     * @param folder where relative names of files start
     * @return what measures so, to be closed
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static DeepSource parse(String text, String name, Path folder) {
        YamlReader yaml = new YamlReader(name);
        Node root = yaml.root(text).orElseThrow(
                () -> new SettingsException(name, 0, 0, "the settings file is empty; the smallest one is: " + MINIMAL));
        return of(yaml, root, folder);
    }

    /**
     * Reads settings of a larger file.
     *
     * @param yaml the file
     * @param root where they stand
     * @param folder where relative names of files start
     * @return what measures so, to be closed
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static DeepSource of(YamlReader yaml, Node root, Path folder) {
        YamlParameters settings = new YamlParameters(yaml, root, "the smallest deep settings are " + MINIMAL,
                yaml.mapping(root, "the deep settings", KEYS));
        return DeepNetwork.read(settings, folder).source(settings);
    }

    /**
     * The keys of a settings file, for the help of a command.
     *
     * @return lines
     */
    static List<String> help() {
        List<String> lines = new ArrayList<>(List.of("", "Deep settings (YAML; every key but network may be left out):",
                "  network: a file (" + NetworkFormat.endings() + ") relative to the settings file, or one of"));
        lines.addAll(RecipeKind.help(DeepNetwork.all(Path.of(""))));
        lines.add("      the last for a file that knows one size only; scattering has also averagedOverOrientations");
        lines.add("      and logarithms, both false");
        lines.add("  layer: one that deep layers lists; default: the last");
        lines.add("  size: 64");
        lines.add("      pixels along each edge; default: 64, in 3 dimensions 32, or the network's own");
        lines.add("  sampling: default largest_slice, in 3 dimensions cube; one of");
        lines.addAll(RecipeKind.help(DeepSampling.all()));
        lines.add("  normalisation: default z_score_in_region; one of");
        lines.addAll(RecipeKind.help(DeepChoices.normalisations()));
        lines.add("  channelStatistics: of the network's training, for input from 0 to 1; default none; one of");
        lines.addAll(RecipeKind.help(DeepChoices.channelStatistics()));
        lines.add("  poolings: [" + String.join(", ", DeepChoices.poolings().keySet()) + "]");
        lines.add("      over the positions of a map; default: all, for scattering mean and standard_deviation");
        lines.add("  samplePoolings: [mean]");
        lines.add("      over slices or planes, of the same three; default: mean");
        lines.add("  batch: 1");
        lines.add("      images computed at a time");
        return lines;
    }
}
