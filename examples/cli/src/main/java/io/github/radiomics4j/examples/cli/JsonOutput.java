package io.github.radiomics4j.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.validation.discrimination.Interval;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** JSON as the commands write it: keys in the order of their setting, numbers that give back the same bits, {@code \n} at line ends. */
final class JsonOutput {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonOutput() { }

    /**
     * The beginning of a file: what it holds, and in which version of its keys.
     *
     * @param what the command's word for it
     * @return a fresh object
     */
    static ObjectNode file(String what) {
        return JsonNodeFactory.instance.objectNode().put("format", "io.github.radiomics4j." + what).put("schema_version", 1);
    }

    /**
     * Puts a number.
     *
     * @param node where to
     * @param key its key
     * @param value a number; {@code null} is written where it is NaN or infinite, which JSON has no numbers for
     */
    static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    /**
     * Puts numbers.
     *
     * @param node where to
     * @param key their key
     * @param values as for one number
     */
    static void put(ObjectNode node, String key, double[] values) {
        ArrayNode array = node.putArray(key);
        for (double value : values) {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        }
    }

    /**
     * Puts an interval.
     *
     * @param node where to
     * @param key its key
     * @param interval written as its lower and its upper limit
     */
    static void put(ObjectNode node, String key, Interval interval) {
        put(node, key, new double[] {interval.lower(), interval.upper()});
    }

    /**
     * Puts settings of several types.
     *
     * @param node where to
     * @param settings key to whole number, number, flag, text or list of these; put in the map's order
     */
    static void putAll(ObjectNode node, Map<String, ?> settings) {
        settings.forEach((key, value) -> node.set(key, MAPPER.valueToTree(value)));
    }

    /**
     * Writes a file.
     *
     * @param root what it holds
     * @param out where to; not closed
     * @throws IOException where it cannot be written
     */
    static void write(ObjectNode root, Writer out) throws IOException {
        out.write(text(root));
    }

    private static String text(ObjectNode root) throws JsonProcessingException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        return MAPPER.writer(printer).writeValueAsString(root) + "\n";
    }
}
