package io.github.radiomics4j.examples.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads nodes of one YAML text as the types that are expected, and says where it is not so. Nothing is constructed from the
 * text: only mappings, lists, numbers, flags and names are known; aliases, tags and deep nesting are refused.
 */
final class YamlReader {
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");

    private final YamlMistakes mistakes;

    /**
     * A reader.
     *
     * @param file the file's name, for messages
     */
    YamlReader(String file) {
        this.mistakes = new YamlMistakes(file);
    }

    /**
     * The one document of a text.
     *
     * @param text YAML
     * @return the root; empty where there is nothing but comments
     * @throws SettingsException where the text is not YAML or goes beyond the limits
     */
    Optional<Node> root(String text) {
        return YamlDocument.root(text, mistakes);
    }

    /**
     * A mapping with known keys.
     *
     * @param node what should be a mapping
     * @param what its name in messages
     * @param known the keys that it may have
     * @return key to value, in the order of the file
     */
    Map<String, Node> mapping(Node node, String what, Collection<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrongType(node, what, "keys with values (" + String.join(", ", known) + ")");
        }
        mistakes.requireTag(node, Tag.MAP, what);
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode(), "a key of " + what);
            if (!known.contains(key)) {
                throw mistakes.unknown(entry.getKeyNode(), "unknown key " + YamlMistakes.quoted(key) + " in " + what, key, known);
            }
            if (values.put(key, entry.getValueNode()) != null) {
                throw at(entry.getKeyNode(), "key " + YamlMistakes.quoted(key) + " stands twice in " + what + "; keep one");
            }
        }
        return values;
    }

    /**
     * A list.
     *
     * @param node what should be a list
     * @param what its name in messages
     * @param example how it may look
     * @return its elements
     */
    List<Node> list(Node node, String what, String example) {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrongType(node, what, "a list such as " + example);
        }
        mistakes.requireTag(node, Tag.SEQ, what);
        return sequence.getValue();
    }

    /**
     * A list of a fixed number of finite or, on request, infinite numbers.
     *
     * @param node what should be such a list
     * @param what its name in messages
     * @param count how many
     * @param infinite whether {@code .inf} and {@code -.inf} are numbers here
     * @param example how it may look
     * @return the numbers
     */
    double[] numbers(Node node, String what, int count, boolean infinite, String example) {
        List<Node> elements = list(node, what, example);
        if (elements.size() != count) {
            throw at(node, what + " needs " + count + " numbers such as " + example + ", found " + elements.size());
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(elements.get(i), "each number of " + what, infinite);
        }
        return numbers;
    }

    /**
     * A finite number.
     *
     * @param node what should be one
     * @param what its name in messages
     * @return the number
     */
    double number(Node node, String what) {
        return number(node, what, false);
    }

    private double number(Node node, String what, boolean infinite) {
        if (node instanceof ScalarNode scalar && scalar.isPlain()) {
            if (infinite && INFINITE.matcher(scalar.getValue()).matches()) {
                mistakes.requireTag(node, Tag.STR, what);
                return scalar.getValue().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            if (YamlMistakes.NUMBER.matcher(scalar.getValue()).matches()) {
                mistakes.requireTag(node, Tag.STR, what);
                double number = Double.parseDouble(scalar.getValue());
                if (Double.isInfinite(number)) {
                    throw at(node, what + " is beyond the range of numbers: " + YamlMistakes.shortened(scalar.getValue()));
                }
                return number;
            }
        }
        throw wrongType(node, what, infinite ? "a number, .inf or -.inf" : "a number");
    }

    /**
     * A whole number.
     *
     * @param node what should be one
     * @param what its name in messages
     * @return the number
     */
    int wholeNumber(Node node, String what) {
        if (node instanceof ScalarNode scalar && scalar.isPlain() && WHOLE.matcher(scalar.getValue()).matches()) {
            mistakes.requireTag(node, Tag.STR, what);
            try {
                return Integer.parseInt(scalar.getValue());
            } catch (NumberFormatException e) {
                throw at(node, what + " is beyond the range of whole numbers here: " + YamlMistakes.shortened(scalar.getValue()), e);
            }
        }
        throw wrongType(node, what, "a whole number");
    }

    /**
     * A flag.
     *
     * @param node what should be {@code true} or {@code false}
     * @param what its name in messages
     * @return the flag
     */
    boolean flag(Node node, String what) {
        if (node instanceof ScalarNode scalar && scalar.isPlain()) {
            mistakes.requireTag(node, Tag.STR, what);
            if (scalar.getValue().equals("true") || scalar.getValue().equals("false")) {
                return scalar.getValue().equals("true");
            }
        }
        throw wrongType(node, what, "true or false");
    }

    /**
     * One of some names.
     *
     * @param node what should be a name
     * @param what its name in messages
     * @param known name to meaning
     * @param <T> what is meant
     * @return the meaning of the name found
     */
    <T> T choice(Node node, String what, Map<String, T> known) {
        String name = text(node, what);
        T meaning = known.get(name);
        if (meaning == null) {
            throw mistakes.unknown(node, what + " is " + YamlMistakes.quoted(name) + ", which is not known", name, known.keySet());
        }
        return meaning;
    }

    /**
     * A list of different names, at least one.
     *
     * @param node what should be such a list
     * @param what its name in messages
     * @param known name to meaning
     * @param <T> what is meant
     * @return the meanings in the order of the file
     */
    <T> List<T> choices(Node node, String what, Map<String, T> known) {
        String example = "[" + known.keySet().iterator().next() + "]";
        List<T> meanings = new ArrayList<>();
        for (Node element : list(node, what, example)) {
            T meaning = choice(element, "each of " + what, known);
            if (meanings.contains(meaning)) {
                throw at(element, YamlMistakes.quoted(text(element, what)) + " stands twice in " + what + "; keep one");
            }
            meanings.add(meaning);
        }
        if (meanings.isEmpty()) {
            throw at(node, what + " is an empty list: name at least one, such as " + example + ", or leave the key out for the default");
        }
        return meanings;
    }

    /**
     * A list of different texts, at least one.
     *
     * @param node what should be such a list
     * @param what its name in messages
     * @return the texts in the order of the file
     */
    List<String> texts(Node node, String what) {
        List<String> texts = new ArrayList<>();
        for (Node element : list(node, what, "[a, b]")) {
            String text = text(element, "each of " + what);
            if (texts.contains(text)) {
                throw at(element, YamlMistakes.quoted(text) + " stands twice in " + what + "; keep one");
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            throw at(node, what + " is an empty list: name at least one");
        }
        return texts;
    }

    /**
     * Whether a node is a certain plain word.
     *
     * @param node any node
     * @param word the word
     * @return true for a scalar without quotes and tag that reads so
     */
    boolean isWord(Node node, String word) {
        return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getTag().equals(Tag.STR) && scalar.getValue().equals(word);
    }

    /**
     * The text of a scalar.
     *
     * @param node any node
     * @return empty for lists, mappings and scalars with a tag
     */
    Optional<String> word(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR) ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /**
     * Gives the library's own check of a value the place where the value stands.
     *
     * @param node the place
     * @param work makes something of the value
     * @param <T> its type
     * @return what is made
     */
    <T> T checked(Node node, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw at(node, e.getMessage(), e);
        }
    }

    /**
     * A mistake at a node.
     *
     * @param node where
     * @param message what, which rule, what was found
     * @return the exception, to be thrown
     */
    SettingsException at(Node node, String message) {
        return mistakes.at(node, message);
    }

    /**
     * A mistake at a node, found through another exception.
     *
     * @param node where
     * @param message what, which rule, what was found
     * @param cause the exception that showed it
     * @return the exception, to be thrown
     */
    SettingsException at(Node node, String message, Throwable cause) {
        return mistakes.at(node, message, cause);
    }

    /**
     * A mistake of another type than expected.
     *
     * @param node where
     * @param what the name of the thing
     * @param expected the type that was expected
     * @return the exception, to be thrown
     */
    SettingsException wrongType(Node node, String what, String expected) {
        return mistakes.wrongType(node, what, expected);
    }

    /**
     * A text, in quotes or not.
     *
     * @param node what should be one
     * @param what its name in messages
     * @return the text
     */
    String text(Node node, String what) {
        if (!(node instanceof ScalarNode scalar) || YamlMistakes.isAbsent(scalar)) {
            throw wrongType(node, what, "a name");
        }
        mistakes.requireTag(node, Tag.STR, what);
        return scalar.getValue();
    }
}
