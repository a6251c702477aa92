package io.github.radiomics4j.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One sort of selection step, trainer or plan that a recipe may name, or of network or sampling that settings may name: {@code name: {key: value, …}}, or the name alone where no key is
 * needed.
 *
 * @param name the word in a recipe
 * @param keys what it may be given, in the order of the description
 * @param example what stands after the name in the help, such as {@code {threshold: 0.9}}; empty where the name is enough
 * @param make makes it of its parameters
 * @param <T> what is made
 */
record RecipeKind<T>(String name, List<String> keys, String example, Function<YamlParameters, T> make) {

    /**
     * What a recipe names, with the parameters that hold, defaults included.
     *
     * @param name the word in the recipe
     * @param parameters name to number, text or list, in the order of their use
     * @param made what is meant
     * @param <T> its type
     */
    record Named<T>(String name, Map<String, Object> parameters, T made) {
    }

    /**
     * How it may stand in a recipe.
     *
     * @return such as {@code correlation: {threshold: 0.9}}
     */
    String shown() {
        return example.isEmpty() ? name : name + ": " + example;
    }

    /**
     * Reads one of some kinds.
     *
     * @param yaml the reader of the file
     * @param node a name, or a mapping of one name to its parameters
     * @param what the sort of thing, for messages, such as {@code a selection step}
     * @param kinds those that are known
     * @param <T> what is made
     * @return the thing
     * @throws SettingsException where it is none of them, or its parameters are not as they must be
     */
    static <T> Named<T> read(YamlReader yaml, Node node, String what, List<RecipeKind<T>> kinds) {
        Map<String, RecipeKind<T>> byName = new LinkedHashMap<>();
        kinds.forEach(kind -> byName.put(kind.name, kind));
        if (node instanceof ScalarNode) {
            RecipeKind<T> kind = yaml.choice(node, what, byName);
            return kind.of(new YamlParameters(yaml, node, kind.shown(), Map.of()));
        }
        Map<String, Node> entry = yaml.mapping(node, what, byName.keySet());
        if (entry.size() != 1) {
            throw yaml.at(node, what + " has one name, such as " + kinds.get(0).shown() + "; found "
                    + (entry.isEmpty() ? "none" : entry.size() + ": " + String.join(", ", entry.keySet())));
        }
        String name = entry.keySet().iterator().next();
        Node value = entry.get(name);
        RecipeKind<T> kind = byName.get(name);
        if (kind.keys.isEmpty() && !YamlMistakes.isAbsent(value)) {
            throw yaml.at(value, name + " takes no parameters; write the name alone");
        }
        Map<String, Node> values = YamlMistakes.isAbsent(value) ? Map.of() : yaml.mapping(value, name, kind.keys);
        return kind.of(new YamlParameters(yaml, value, kind.shown(), values));
    }

    private Named<T> of(YamlParameters parameters) {
        T made = parameters.checked(() -> make.apply(parameters));
        return new Named<>(name, parameters.used(), made);
    }

    /**
     * The kinds as lines of a help.
     *
     * @param kinds some kinds
     * @param <T> what they make
     * @return one line per kind
     */
    static <T> List<String> help(List<RecipeKind<T>> kinds) {
        List<String> lines = new ArrayList<>();
        kinds.forEach(kind -> lines.add("    " + kind.shown()));
        return lines;
    }
}
