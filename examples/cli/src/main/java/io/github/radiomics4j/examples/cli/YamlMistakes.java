package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.table.NearestName;
import java.util.Collection;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What is said where a YAML file is not as expected: the place, the rule, what was found.
 *
 * @param file the file's name, for messages
 */
record YamlMistakes(String file) {
    /** A decimal number. */
    static final Pattern NUMBER = Pattern.compile("[-+]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private static final int CHARACTERS_SHOWN = 40;

    /**
     * A mistake of the whole file.
     *
     * @param message what, which rule, what was found
     * @param cause the exception that showed it, or null
     * @return the exception, to be thrown
     */
    SettingsException ofFile(String message, Throwable cause) {
        return new SettingsException(file, 0, 0, message, cause);
    }

    /**
     * A mistake at a node.
     *
     * @param node where
     * @param message what, which rule, what was found
     * @return the exception, to be thrown
     */
    SettingsException at(Node node, String message) {
        return at(node, message, null);
    }

    /**
     * A mistake at a node, found through another exception.
     *
     * @param node where
     * @param message what, which rule, what was found
     * @param cause the exception that showed it, or null
     * @return the exception, to be thrown
     */
    SettingsException at(Node node, String message, Throwable cause) {
        return at(node.getStartMark(), message, cause);
    }

    /**
     * A mistake at a place.
     *
     * @param mark where
     * @param message what, which rule, what was found
     * @param cause the exception that showed it, or null
     * @return the exception, to be thrown
     */
    SettingsException at(Mark mark, String message, Throwable cause) {
        return new SettingsException(file, mark.getLine() + 1, mark.getColumn() + 1, message, cause);
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
        return at(node, what + " must be " + expected + ", found " + found(node));
    }

    /**
     * Refuses tags.
     *
     * @param node what should have none
     * @param expected the tag of a node without
     * @param what its name in messages
     */
    void requireTag(Node node, Tag expected, String what) {
        if (!node.getTag().equals(expected)) {
            throw at(node, what + " has the YAML tag " + quoted(node.getTag().getValue()) + "; settings have no tags, leave it out");
        }
    }

    /**
     * A name that is not known, with the one that was probably meant.
     *
     * @param node where
     * @param message what is wrong
     * @param name the name found
     * @param known those that there are
     * @return the exception, to be thrown
     */
    SettingsException unknown(Node node, String message, String name, Collection<String> known) {
        String suggestion = NearestName.to(name, known).map(near -> "; did you mean " + quoted(near) + "?").orElse("");
        return at(node, message + suggestion + (suggestion.isEmpty() ? "; known are: " : " Known are: ") + String.join(", ", known));
    }

    /**
     * Whether a key has no value.
     *
     * @param node any node
     * @return true where nothing, {@code ~} or {@code null} stands there
     */
    static boolean isAbsent(Node node) {
        return node instanceof ScalarNode scalar && isAbsent(scalar);
    }

    private static boolean isAbsent(ScalarNode scalar) {
        return scalar.isPlain() && (scalar.getValue().isEmpty() || scalar.getValue().equals("~") || scalar.getValue().equals("null"));
    }

    private static String found(Node node) {
        if (node instanceof MappingNode) {
            return "keys with values";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        ScalarNode scalar = (ScalarNode) node;
        if (isAbsent(scalar)) {
            return "nothing";
        }
        if (scalar.isPlain() && NUMBER.matcher(scalar.getValue()).matches()) {
            return "the number " + shortened(scalar.getValue());
        }
        return (scalar.isPlain() ? "the text " : "the text in quotes ") + quoted(scalar.getValue());
    }

    /**
     * A text as messages show it.
     *
     * @param text any
     * @return in quotes, shortened
     */
    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    /**
     * The beginning of a text.
     *
     * @param text any
     * @return at most {@value #CHARACTERS_SHOWN} characters of it
     */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS_SHOWN
                ? text : text.substring(0, text.offsetByCodePoints(0, CHARACTERS_SHOWN)) + "…";
    }
}
