package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.perturbation.ContourNoise;
import io.github.radiomics4j.core.perturbation.Dilation;
import io.github.radiomics4j.core.perturbation.Erosion;
import io.github.radiomics4j.core.perturbation.MaskPerturbation;
import io.github.radiomics4j.core.perturbation.PerturbationsInOrder;
import io.github.radiomics4j.core.perturbation.Rotation;
import io.github.radiomics4j.core.perturbation.Translation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how masks are changed. The keys are described in {@code docs/cli.md}. */
final class PerturbationsFile {
    /** A small file. */
    static final String MINIMAL = "perturbations: [erosion: {mm: 1}, dilation: {mm: 1}]";

    private static final String PERTURBATIONS = "perturbations";
    private static final String MM = "mm";
    private static final String PARTS = "parts";

    private PerturbationsFile() { }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8
     * @return at least one perturbation
     * @throws SettingsException where it is not there or not as documented; the message names the place
     */
    static List<MaskPerturbation> read(Path file) {
        return parse(YamlText.read(file, "perturbations file"), file.toString());
    }

    /**
     * Reads perturbations.
     *
     * @param text YAML
     * @param name the file's name, for messages
     * @return at least one perturbation
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static List<MaskPerturbation> parse(String text, String name) {
        YamlReader yaml = new YamlReader(name);
        Node root = yaml.root(text).orElseThrow(
                () -> new SettingsException(name, 0, 0, "the perturbations file is empty; a small one is: " + MINIMAL));
        Node list = Optional.ofNullable(yaml.mapping(root, "the file", List.of(PERTURBATIONS)).get(PERTURBATIONS)).orElseThrow(
                () -> yaml.at(root, "key " + PERTURBATIONS + " is missing; a small file is: " + MINIMAL));
        return list(yaml, list, PERTURBATIONS);
    }

    /**
     * Reads a list of perturbations.
     *
     * @param yaml the file
     * @param node where they stand
     * @param what their key, for messages
     * @return at least one
     * @throws SettingsException where they are not as documented; the message names the place
     */
    static List<MaskPerturbation> list(YamlReader yaml, Node node, String what) {
        List<MaskPerturbation> made = new ArrayList<>();
        for (Node entry : yaml.list(node, what, "[erosion: {mm: 1}]")) {
            made.add(RecipeKind.read(yaml, entry, "a perturbation", all()).made());
        }
        if (made.isEmpty()) {
            throw yaml.at(node, what + " is an empty list: name at least one, such as erosion: {mm: 1}");
        }
        return made;
    }

    /**
     * All perturbations.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<MaskPerturbation>> all() {
        return List.of(
                new RecipeKind<>("erosion", List.of(MM), "{mm: 1}", p -> new Erosion(p.number(MM))),
                new RecipeKind<>("dilation", List.of(MM), "{mm: 1}", p -> new Dilation(p.number(MM))),
                new RecipeKind<>("translation", List.of("x", "y", "z"), "{x: 0.5, y: 0.5, z: 0}",
                        p -> new Translation(p.number("x", 0), p.number("y", 0), p.number("z", 0))),
                new RecipeKind<>("rotation", List.of("degrees"), "{degrees: 5}", p -> new Rotation(p.number("degrees"))),
                new RecipeKind<>("contourNoise", List.of(MM, "over", RecipeChoices.SEED), "{mm: 0.5, over: 3, seed: 1}",
                        p -> new ContourNoise(p.number(MM), p.number("over"), p.whole(RecipeChoices.SEED))),
                new RecipeKind<>("inOrder", List.of(PARTS), "{parts: [rotation: {degrees: 5}, dilation: {mm: 1}]}",
                        p -> new PerturbationsInOrder(list(p.yaml(), p.required(PARTS), PARTS))));
    }

    /**
     * The keys of the file, for the help of a command.
     *
     * @return lines
     */
    static List<String> help() {
        List<String> lines = new ArrayList<>(List.of("", "Perturbations (YAML), such as " + MINIMAL + "; each one of"));
        lines.addAll(RecipeKind.help(all()));
        return lines;
    }
}
