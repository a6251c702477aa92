package io.github.radiomics4j.examples.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.Node;

/** The parameters of one entry of a recipe or of settings, and which of them were asked for: these, defaults included, are what holds. */
final class YamlParameters {
    private final YamlReader yaml;
    private final Node owner;
    private final String shown;
    private final Map<String, Node> given;
    private final Map<String, Object> used = new LinkedHashMap<>();

    /**
     * Parameters.
     *
     * @param yaml the reader of the file
     * @param owner the node that they belong to
     * @param shown how the entry may look, for messages
     * @param given key to value
     */
    YamlParameters(YamlReader yaml, Node owner, String shown, Map<String, Node> given) {
        this.yaml = yaml;
        this.owner = owner;
        this.shown = shown;
        this.given = given;
    }

    /**
     * What must stand at a key, for values of a shape of their own.
     *
     * @param key a key
     * @return its value
     */
    Node required(String key) {
        return node(key).orElseThrow(() -> yaml.at(owner, "key " + key + " is missing, it has no default: " + shown));
    }

    /**
     * What stands at a key, for values of a shape of their own.
     *
     * @param key a key
     * @return empty where it was left out
     */
    Optional<Node> node(String key) {
        return Optional.ofNullable(given.get(key));
    }

    /**
     * The reader of the file.
     *
     * @return for values of a shape of their own
     */
    YamlReader yaml() {
        return yaml;
    }

    private <T> T note(String key, T value) {
        used.put(key, value);
        return value;
    }

    /**
     * A whole number that must be given.
     *
     * @param key its key
     * @return the number
     */
    int whole(String key) {
        return note(key, yaml.wholeNumber(required(key), key));
    }

    /**
     * A whole number.
     *
     * @param key its key
     * @param otherwise what holds where it is left out
     * @return the number
     */
    int whole(String key, int otherwise) {
        return note(key, node(key).map(node -> yaml.wholeNumber(node, key)).orElse(otherwise));
    }

    /**
     * A number that must be given.
     *
     * @param key its key
     * @return the number
     */
    double number(String key) {
        return note(key, yaml.number(required(key), key));
    }

    /**
     * A number.
     *
     * @param key its key
     * @param otherwise what holds where it is left out
     * @return the number
     */
    double number(String key, double otherwise) {
        return note(key, node(key).map(node -> yaml.number(node, key)).orElse(otherwise));
    }

    /**
     * A flag.
     *
     * @param key its key
     * @param otherwise what holds where it is left out
     * @return the flag
     */
    boolean flag(String key, boolean otherwise) {
        return note(key, node(key).map(node -> yaml.flag(node, key)).orElse(otherwise));
    }

    /**
     * A text that must be given.
     *
     * @param key its key
     * @return the text
     */
    String text(String key) {
        return note(key, yaml.text(required(key), key));
    }

    /**
     * Texts that must be given.
     *
     * @param key their key
     * @return at least one, each once
     */
    List<String> texts(String key) {
        return note(key, yaml.texts(required(key), key));
    }

    /**
     * One of some names that must be given.
     *
     * @param key its key
     * @param known name to meaning
     * @param <T> what is meant
     * @return the meaning
     */
    <T> T choice(String key, Map<String, T> known) {
        return noted(key, known, yaml.choice(required(key), key, known));
    }

    /**
     * One of some names.
     *
     * @param key its key
     * @param known name to meaning
     * @param otherwise what holds where it is left out
     * @param <T> what is meant
     * @return the meaning
     */
    <T> T choice(String key, Map<String, T> known, T otherwise) {
        return noted(key, known, node(key).map(node -> yaml.choice(node, key, known)).orElse(otherwise));
    }

    private <T> T noted(String key, Map<String, T> known, T chosen) {
        known.forEach((name, meaning) -> {
            if (meaning.equals(chosen)) {
                note(key, name);
            }
        });
        return chosen;
    }

    /**
     * Gives the library's own check of values the place where they stand.
     *
     * @param work makes something of the parameters
     * @param <T> its type
     * @return what is made
     */
    <T> T checked(Supplier<T> work) {
        return yaml.checked(owner, work);
    }

    /**
     * What was asked for so far.
     *
     * @return key to the value that holds, in the order of asking
     */
    Map<String, Object> used() {
        return Collections.unmodifiableMap(used);
    }
}
