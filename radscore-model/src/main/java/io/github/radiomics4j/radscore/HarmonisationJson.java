package io.github.radiomics4j.radscore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.radscore.harmonisation.FittedComBat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/** The part of a Radscore's JSON that says how features are harmonised, see {@link RadscoreJson}. */
final class HarmonisationJson {
    private static final String COMBAT = "combat";
    private static final Set<String> FIELDS = Set.of("method", "batch", "batches", "reference", "covariates", "untouched", "features");
    private static final Set<String> FEATURE_FIELDS = Set.of("feature", "location", "slopes", "scale", "shifts", "scales");

    private HarmonisationJson() {
    }

    /** Adds the fields of version 3; a score without a reference batch has {@code null} there. */
    static void put(FittedComBat combat, ObjectNode node) {
        node.put("method", COMBAT).put("batch", combat.batch());
        combat.batches().forEach(node.putArray("batches")::add);
        if (combat.reference().isPresent()) {
            node.put("reference", combat.reference().getAsDouble());
        } else {
            node.putNull("reference");
        }
        combat.covariates().forEach(node.putArray("covariates")::add);
        combat.untouched().forEach(node.putArray("untouched")::add);
        ArrayNode features = node.putArray("features");
        for (FittedComBat.Feature feature : combat.features()) {
            ObjectNode one = features.addObject().put("feature", feature.name()).put("location", feature.location())
                    .put("scale", feature.scale());
            feature.slopes().forEach(one.putArray("slopes")::add);
            feature.shifts().forEach(one.putArray("shifts")::add);
            feature.scales().forEach(one.putArray("scales")::add);
        }
    }

    static FittedComBat read(JsonNode node, String where) {
        String here = where + ", harmonisation";
        RadscoreJson.requireFields(node, FIELDS, here);
        if (!RadscoreJson.text(node, "method", here).equals(COMBAT)) {
            throw RadscoreJson.invalid(here + ": method is " + node.get("method") + ", this library knows \"" + COMBAT + "\"");
        }
        OptionalDouble reference = node.get("reference").isNull() ? OptionalDouble.empty()
                : OptionalDouble.of(RadscoreJson.number(node, "reference", here));
        List<FittedComBat.Feature> features = new ArrayList<>();
        for (JsonNode one : array(node, "features", here)) {
            features.add(feature(one, here + ", feature " + (features.size() + 1)));
        }
        return checked(here, () -> new FittedComBat(RadscoreJson.text(node, "batch", here), numbers(node, "batches", here), reference,
                texts(node, "covariates", here), texts(node, "untouched", here), features, List.of()));
    }

    private static FittedComBat.Feature feature(JsonNode node, String where) {
        RadscoreJson.requireFields(node, FEATURE_FIELDS, where);
        return checked(where, () -> new FittedComBat.Feature(RadscoreJson.text(node, "feature", where),
                RadscoreJson.number(node, "location", where), numbers(node, "slopes", where), RadscoreJson.number(node, "scale", where),
                numbers(node, "shifts", where), numbers(node, "scales", where)));
    }

    private static <T> T checked(String where, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, where + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode array(JsonNode node, String field, String where) {
        if (!node.get(field).isArray()) {
            throw RadscoreJson.invalid(where + ": field \"" + field + "\" must be an array, was " + node.get(field).getNodeType());
        }
        return node.get(field);
    }

    private static List<Double> numbers(JsonNode node, String field, String where) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : array(node, field, where)) {
            if (!value.isNumber()) {
                throw RadscoreJson.invalid(where + ": \"" + field + "\" holds numbers, found " + value);
            }
            numbers.add(value.doubleValue());
        }
        return numbers;
    }

    private static List<String> texts(JsonNode node, String field, String where) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(node, field, where)) {
            if (!value.isTextual()) {
                throw RadscoreJson.invalid(where + ": \"" + field + "\" holds texts, found " + value);
            }
            texts.add(value.textValue());
        }
        return texts;
    }
}
