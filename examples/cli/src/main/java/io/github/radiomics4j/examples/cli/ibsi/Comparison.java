package io.github.radiomics4j.examples.cli.ibsi;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureKey;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.IbsiCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An agreed value and what was computed for it.
 *
 * @param reference the agreed value
 * @param computed empty where the program has no such feature or figure, which counts as missed
 */
public record Comparison(ReferenceValue reference, OptionalDouble computed) {

    /**
     * Finds the computed value of each agreed one: of features by family, IBSI code and the code of the aggregation, of diagnostics by tag.
     *
     * @param references of one configuration
     * @param features measured with its settings
     * @param diagnostics tag to value
     * @return one comparison per agreed value, in the same order
     * @throws IllegalStateException where two features have one family, code and aggregation
     */
    public static List<Comparison> of(List<ReferenceValue> references, FeatureVector features, Map<String, Double> diagnostics) {
        Map<String, Double> measured = new HashMap<>();
        features.forEach((key, value) -> {
            String name = name(key);
            if (measured.put(name, value) != null && !name.isEmpty()) {
                throw new IllegalStateException("two features are " + name);
            }
        });
        List<Comparison> comparisons = new ArrayList<>();
        for (ReferenceValue reference : references) {
            Double value = reference.isDiagnostic() ? diagnostics.get(reference.tag())
                    : measured.get(reference.family() + " " + reference.ibsiId() + " " + reference.aggregationId());
            comparisons.add(new Comparison(reference, value == null ? OptionalDouble.empty() : OptionalDouble.of(value)));
        }
        return comparisons;
    }

    /** Family and codes; empty for a feature without codes, which no agreed value can be about. */
    private static String name(FeatureKey key) {
        String feature = key.feature().ibsiCode().map(IbsiCode::value).orElse("");
        String aggregation = key.aggregation().map(Aggregation::ibsiCode).map(IbsiCode::value).orElse("");
        return feature.isEmpty() || aggregation.isEmpty() ? "" : key.feature().family().name() + " " + feature + " " + aggregation;
    }

    /**
     * Whether the agreed value is met by the rule for its kind.
     *
     * @return false also where nothing was computed
     */
    public boolean passes() {
        return computed.isPresent()
                && ComparisonRule.of(reference).isMet(computed.getAsDouble(), reference.value(), reference.tolerance());
    }

    /**
     * The computed value with all its digits.
     *
     * @return as {@link Double#toString(double)}; empty where nothing was computed
     */
    public String computedText() {
        return computed.isPresent() ? Double.toString(computed.getAsDouble()) : "";
    }

    @Override
    public String toString() {
        String aggregation = reference.aggregation().isEmpty() ? "" : ", " + reference.aggregation();
        String code = reference.ibsiId().isEmpty() ? "" : " (" + reference.ibsiId() + ")";
        return reference.configuration().dataset() + ", " + reference.family() + aggregation + ", " + reference.feature() + code
                + ": computed " + (computed.isPresent() ? computedText() : "nothing") + ", reference " + reference.value().toPlainString()
                + " ± " + reference.tolerance().toPlainString();
    }
}
