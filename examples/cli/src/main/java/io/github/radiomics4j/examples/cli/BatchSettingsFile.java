package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.FeatureSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the settings of a cohort: those of {@link SettingsFile} for all structures, under {@code deep} those of {@link DeepSettingsFile},
 * whose features are measured besides (or alone, where there is nothing else), and under {@code structures} the keys that are others for
 * one of them.
 */
final class BatchSettingsFile {
    private static final String STRUCTURES = "structures";
    private static final String DEEP = "deep";

    private final YamlReader yaml;
    private final Path folder;
    /** Structures that share their deep settings share the network. */
    private final Map<Node, DeepSource> networks = new IdentityHashMap<>();

    private BatchSettingsFile(YamlReader yaml, Path folder) {
        this.yaml = yaml;
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8; names of files in it are relative to its folder
     * @param structures those of the cohort
     * @return what measures them, to be closed
     * @throws SettingsException where it is not there or not as documented; the message names the place
     * @throws UsageException where the library of a network is missing
     * @throws InvalidInputException where a network's file cannot be read
     */
    static StructureSources read(Path file, List<String> structures) {
        return parse(YamlText.read(file, "settings file"), file.toString(), YamlText.folderOf(file), structures);
    }

    /**
     * Reads settings.
     *
     * @param text YAML
     * @param name the file's name, for messages
     * @param folder where relative names of files start
     * @param structures those of the cohort
     * @return what measures them, to be closed
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static StructureSources parse(String text, String name, Path folder, List<String> structures) {
        YamlReader yaml = new YamlReader(name);
        Node root = yaml.root(text).orElseThrow(
                () -> new SettingsException(name, 0, 0, "the settings file is empty. " + SettingsFile.whyDiscretisation()));
        return of(yaml, root, folder, structures);
    }

    /**
     * Reads settings of a larger file.
     *
     * @param yaml the file
     * @param root where they stand
     * @param folder where relative names of files start
     * @param structures those of the cohort
     * @return what measures them, to be closed
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static StructureSources of(YamlReader yaml, Node root, Path folder, List<String> structures) {
        BatchSettingsFile file = new BatchSettingsFile(yaml, folder);
        try {
            return new StructureSources(file.sources(root, structures), List.copyOf(file.networks.values()));
        } catch (RuntimeException e) {
            file.networks.values().forEach(DeepSource::close);
            throw e;
        }
    }

    private Map<String, FeatureSource> sources(Node root, List<String> structures) {
        List<String> keysOfOne = new ArrayList<>(SettingsFile.KEYS);
        keysOfOne.add(DEEP);
        List<String> known = new ArrayList<>(keysOfOne);
        known.add(STRUCTURES);
        Map<String, Node> common = new LinkedHashMap<>(yaml.mapping(root, "the settings", known));
        Node special = common.remove(STRUCTURES);
        Map<String, Node> ofStructures = special == null ? Map.of() : yaml.mapping(special, STRUCTURES, structures);
        Map<String, FeatureSource> sources = new LinkedHashMap<>();
        for (String structure : structures) {
            Node own = ofStructures.get(structure);
            Map<String, Node> keys = new LinkedHashMap<>(common);
            if (own != null) {
                keys.putAll(yaml.mapping(own, "the settings of " + structure, keysOfOne));
            }
            sources.put(structure, source(keys, own == null ? root : own));
        }
        return sources;
    }

    private FeatureSource source(Map<String, Node> keys, Node place) {
        Node deep = keys.remove(DEEP);
        if (deep == null) {
            return SettingsFile.of(yaml, keys, place).extractor();
        }
        if (keys.isEmpty()) {
            return network(deep);
        }
        FeatureSource radiomics = SettingsFile.of(yaml, keys, place).extractor();
        return radiomics.and(network(deep));
    }

    private DeepSource network(Node deep) {
        return networks.computeIfAbsent(deep, node -> DeepSettingsFile.of(yaml, node, folder));
    }
}
