package io.github.radiomics4j.validation.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.validation.discrimination.Interval;
import io.github.radiomics4j.validation.discrimination.Proportion;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** How single figures stand in a study's JSON. JSON has no NaN: what is undefined is {@code null}, with the reason beside it. */
final class JsonTree {

    private JsonTree() {
    }

    /** The number, or null and {@code key_undefined} with the reason. */
    static void number(ObjectNode node, String key, double value, String reasonIfUndefined) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key).put(key + "_undefined", reasonIfUndefined);
        }
    }

    /** The figure as an object, or null and {@code key_undefined} with the reason. */
    static <T> void found(ObjectNode node, String key, Found<T> figure, BiConsumer<ObjectNode, T> write) {
        figure.value().ifPresentOrElse(value -> write.accept(node.putObject(key), value),
                () -> node.putNull(key).put(key + "_undefined", figure.reason()));
    }

    static void interval(ObjectNode node, String key, Interval interval) {
        node.putArray(key).add(interval.lower()).add(interval.upper());
    }

    static void rate(ObjectNode node, String key, Rate rate) {
        ObjectNode written = node.putObject(key);
        counts(written, rate.counts());
        number(written, "share", rate.estimate(), "there is no such case");
        interval(written, "interval", rate.interval());
    }

    private static void counts(ObjectNode node, Proportion counts) {
        node.put("cases", counts.successes()).put("of", counts.trials());
    }

    static void texts(ObjectNode node, Map<String, String> texts) {
        texts.forEach(node::put);
    }

    static void numbers(ObjectNode node, String key, List<Double> values) {
        ArrayNode array = node.putArray(key);
        values.forEach(array::add);
    }

    /** Of figures that a log likelihood or a count of 0 can make infinite. */
    static void test(ObjectNode node, double chiSquare, int degreesOfFreedom, double p) {
        number(node, "chi_square", chiSquare, "events where risks of 0 exclude them, or the reverse");
        node.put("degrees_of_freedom", degreesOfFreedom);
        number(node, "p", p, "the statistic is undefined");
    }
}
