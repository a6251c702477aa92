package io.github.radiomics4j.radscore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.radscore.harmonisation.FittedComBat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Radscore as JSON (UTF-8), so that others can score with it:
 * <pre>{@code
 * {
 *   "format" : "io.github.radiomics4j.radscore",
 *   "schema_version" : 1,
 *   "intercept" : -1.53,
 *   "terms" : [ { "feature" : "…", "mean" : 0.1, "sd" : 2.2, "coefficient" : 0.23 } ],
 *   "provenance" : { "setting" : "value" },
 *   "provenance_fingerprint" : "16 hexadecimal digits",
 *   "training" : { "setting" : "value" }
 * }
 * }</pre>
 *
 * <p>A score whose recipe imputes has {@code "schema_version" : 2} and in each term {@code "imputed"}, what stands in for a missing value;
 * {@code null} in terms whose part of a stack does not impute.
 * One whose recipe harmonises has {@code "schema_version" : 3} and {@code "harmonisation"}:
 * <pre>{@code
 * { "method" : "combat", "batch" : "scanner", "batches" : [ 1, 2 ], "reference" : null, "covariates" : [ "age" ], "untouched" : [ ],
 *   "features" : [ { "feature" : "…", "location" : 5.1, "slopes" : [ 0.2 ], "scale" : 1.9, "shifts" : [ 0.3, -0.3 ], "scales" : [ 1, 0.9 ] } ] }
 * }</pre>
 * for the features of terms, as in {@link io.github.radiomics4j.radscore.harmonisation.FittedComBat}; its terms have
 * {@code "imputed"} as above, all or none of them.
 *
 * <p>Numbers are written with as many digits as give back the same bits. What is read must hold these fields and no others, each
 * once; another schema version is refused, since its fields may mean something else.
 */
public final class RadscoreJson {
    /**
     * The newest schema version, with {@code harmonisation}. A score is written in the oldest version that holds it: 2 where it imputes,
     * 1 where it does neither.
     */
    public static final int SCHEMA_VERSION = 3;

    private static final String FORMAT = "io.github.radiomics4j.radscore";
    private static final Set<String> FIELDS =
            Set.of("format", "schema_version", "intercept", "terms", "provenance", "provenance_fingerprint", "training");
    private static final String HARMONISATION = "harmonisation";
    private static final Set<String> TERM_FIELDS = Set.of("feature", "mean", "sd", "coefficient");
    private static final Set<String> IMPUTED_TERM_FIELDS = Set.of("feature", "mean", "sd", "coefficient", "imputed");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RadscoreJson() {
    }

    /**
     * Writes a Radscore.
     *
     * @param radscore the score
     * @return JSON text, the same for equal scores, with {@code \n} at line ends
     */
    public static String write(Radscore radscore) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        boolean imputes = radscore.terms().stream().anyMatch(term -> term.imputed().isPresent());
        root.put("schema_version", radscore.harmonisation().isPresent() ? SCHEMA_VERSION : imputes ? 2 : 1);
        root.put("intercept", radscore.intercept());
        ArrayNode terms = root.putArray("terms");
        for (Radscore.Term term : radscore.terms()) {
            ObjectNode node = terms.addObject().put("feature", term.feature()).put("mean", term.mean()).put("sd", term.sd())
                    .put("coefficient", term.coefficient());
            term.imputed().ifPresentOrElse(value -> node.put("imputed", value), () -> {
                if (imputes) {
                    node.putNull("imputed");
                }
            });
        }
        radscore.harmonisation().ifPresent(h -> HarmonisationJson.put(h, root.putObject(HARMONISATION)));
        putAll(root.putObject("provenance"), radscore.provenance().settings());
        root.put("provenance_fingerprint", radscore.provenance().fingerprint());
        putAll(root.putObject("training"), radscore.training());
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts can be written", e);
        }
    }

    /**
     * Writes a Radscore to a file.
     *
     * @param radscore the score
     * @param file overwritten
     * @throws UncheckedIOException where the file cannot be written
     */
    public static void write(Radscore radscore, Path file) {
        try {
            Files.writeString(file, write(radscore));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the Radscore " + file, e);
        }
    }

    /**
     * Reads a Radscore.
     *
     * @param json JSON text
     * @return the score, equal to the one that was written, to the last bit
     * @throws InvalidInputException NOT_THIS_FORMAT where the text is no JSON, no Radscore, of another schema version, or where a field
     *     is missing, unknown, given twice or of the wrong kind; the message names it
     */
    public static Radscore read(String json) {
        return read(json, "the Radscore text");
    }

    /**
     * Reads a Radscore from a file.
     *
     * @param file the file
     * @return the score, equal to the one that was written, to the last bit
     * @throws InvalidInputException MISSING_FILE where there is no file, NOT_THIS_FORMAT as for text
     * @throws UncheckedIOException where the file cannot be read
     */
    public static Radscore read(Path file) {
        try {
            return read(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(Problem.MISSING_FILE, "there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the Radscore " + file, e);
        }
    }

    private static Radscore read(String json, String where) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, where + " is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!root.isObject() || !root.path("format").asText().equals(FORMAT)) {
            throw invalid(where + " is not a Radscore: it should be an object with \"format\" : \"" + FORMAT + "\"");
        }
        JsonNode version = root.path("schema_version");
        if (!version.isInt() || version.intValue() < 1 || version.intValue() > SCHEMA_VERSION) {
            throw invalid(where + " has schema version " + (version.isMissingNode() ? "(absent)" : version) + ", this library reads 1 to "
                    + SCHEMA_VERSION + ": use the library version that wrote it");
        }
        boolean harmonises = version.intValue() == SCHEMA_VERSION;
        Set<String> fields = new TreeSet<>(FIELDS);
        if (harmonises) {
            fields.add(HARMONISATION);
        }
        requireFields(root, fields, where);
        Provenance provenance = new Provenance(texts(root, "provenance", where));
        if (!root.get("provenance_fingerprint").asText().equals(provenance.fingerprint())) {
            throw invalid(where + " holds provenance settings with fingerprint " + provenance.fingerprint() + " but says that it is "
                    + root.get("provenance_fingerprint") + ": the file was changed by hand or damaged");
        }
        boolean imputes = version.intValue() == 2 || harmonises && root.get("terms").path(0).has("imputed");
        List<Radscore.Term> terms = terms(root.get("terms"), imputes, where);
        Optional<FittedComBat> harmonisation = harmonises ? Optional.of(HarmonisationJson.read(root.get(HARMONISATION), where))
                : Optional.empty();
        double intercept = number(root, "intercept", where);
        SortedMap<String, String> training = texts(root, "training", where);
        try {
            return new Radscore(intercept, terms, provenance, training, harmonisation);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, where + ": " + e.getMessage(), e);
        }
    }

    private static List<Radscore.Term> terms(JsonNode array, boolean imputed, String where) {
        if (!array.isArray()) {
            throw invalid(where + ": field \"terms\" must be an array, was " + array.getNodeType());
        }
        List<Radscore.Term> terms = new ArrayList<>();
        for (JsonNode node : array) {
            String term = where + ", term " + (terms.size() + 1);
            requireFields(node, imputed ? IMPUTED_TERM_FIELDS : TERM_FIELDS, term);
            try {
                terms.add(new Radscore.Term(text(node, "feature", term), number(node, "mean", term), number(node, "sd", term),
                        number(node, "coefficient", term),
                        imputed && !node.get("imputed").isNull() ? OptionalDouble.of(number(node, "imputed", term))
                                : OptionalDouble.empty()));
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException(Problem.NOT_THIS_FORMAT, term + ": " + e.getMessage(), e);
            }
        }
        return terms;
    }

    static void requireFields(JsonNode node, Set<String> fields, String where) {
        if (!node.isObject()) {
            throw invalid(where + " must be an object, was " + node.getNodeType());
        }
        Set<String> missing = new TreeSet<>(fields);
        Set<String> unknown = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!missing.remove(entry.getKey())) {
                unknown.add(entry.getKey());
            }
        }
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw invalid(where + " does not have the fields of its schema version: missing " + missing + ", unknown "
                    + unknown);
        }
    }

    static String text(JsonNode node, String field, String where) {
        JsonNode value = node.get(field);
        if (!value.isTextual()) {
            throw invalid(where + ": field \"" + field + "\" must be a text, was " + value);
        }
        return value.textValue();
    }

    static double number(JsonNode node, String field, String where) {
        JsonNode value = node.get(field);
        if (!value.isNumber()) {
            throw invalid(where + ": field \"" + field + "\" must be a number, was " + value);
        }
        return value.doubleValue();
    }

    private static SortedMap<String, String> texts(JsonNode node, String field, String where) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.get(field).properties()) {
            if (!entry.getValue().isTextual()) {
                throw invalid(where + ": \"" + entry.getKey() + "\" in \"" + field + "\" must be a text, was " + entry.getValue());
            }
            texts.put(entry.getKey(), entry.getValue().textValue());
        }
        if (!node.get(field).isObject()) {
            throw invalid(where + ": field \"" + field + "\" must be an object, was " + node.get(field));
        }
        return texts;
    }

    static InvalidInputException invalid(String message) {
        return new InvalidInputException(Problem.NOT_THIS_FORMAT, message);
    }

    private static void putAll(ObjectNode node, Map<String, String> texts) {
        texts.forEach(node::put);
    }
}
