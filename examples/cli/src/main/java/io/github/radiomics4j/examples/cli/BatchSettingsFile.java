package io.github.radiomics4j.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the settings of a cohort: those of {@link SettingsFile} for all structures, and under {@code structures} the keys that are others
 * for one of them.
 */
final class BatchSettingsFile {
    private static final String STRUCTURES = "structures";

    private BatchSettingsFile() { }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8
     * @param structures those of the cohort
     * @return structure to settings, in the order of structures
     * @throws SettingsException where it is not there or not as documented; the message names the place
     */
    static Map<String, ExtractionSettings> read(Path file, List<String> structures) {
        return parse(YamlText.read(file, "settings file"), file.toString(), structures);
    }

    /**
     * Reads settings.
     *
     * @param text YAML
     * @param name the file's name, for messages
     * @param structures those of the cohort
     * @return structure to settings, in the order of structures
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static Map<String, ExtractionSettings> parse(String text, String name, List<String> structures) {
        YamlReader yaml = new YamlReader(name);
        Node root = yaml.root(text).orElseThrow(
                () -> new SettingsException(name, 0, 0, "the settings file is empty. " + SettingsFile.whyDiscretisation()));
        return of(yaml, root, structures);
    }

    /**
     * Reads settings of a larger file.
     *
     * @param yaml the file
     * @param root where they stand
     * @param structures those of the cohort
     * @return structure to settings, in the order of structures
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static Map<String, ExtractionSettings> of(YamlReader yaml, Node root, List<String> structures) {
        List<String> known = new ArrayList<>(SettingsFile.KEYS);
        known.add(STRUCTURES);
        Map<String, Node> common = new LinkedHashMap<>(yaml.mapping(root, "the settings", known));
        Node special = common.remove(STRUCTURES);
        Map<String, Node> ofStructures = special == null ? Map.of() : yaml.mapping(special, STRUCTURES, structures);
        Map<String, ExtractionSettings> settings = new LinkedHashMap<>();
        for (String structure : structures) {
            Node own = ofStructures.get(structure);
            Map<String, Node> keys = new LinkedHashMap<>(common);
            if (own != null) {
                keys.putAll(yaml.mapping(own, "the settings of " + structure, SettingsFile.KEYS));
            }
            settings.put(structure, SettingsFile.of(yaml, keys, own == null ? root : own));
        }
        return settings;
    }
}
