package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.table.FeatureTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures a region with its mask as it is and with each of some perturbations, under the same settings. The tables that come of many cases
 * are repeated measurements: intraclass correlations over them say which features are robust, and a reliability filter keeps those. No
 * outcome is looked at; within a resample such a filter looks at training cases only.
 *
 * <pre>{@code
 * var repeated = new RepeatedMeasurement(extractor, List.of(new Erosion(1), new Dilation(1), new Translation(0.5, 0.5, 0)));
 * Map<String, Map<String, FeatureVector>> cases = new LinkedHashMap<>();
 * cases.put("p01", repeated.measure(image, mask));                                    // and so on for all cases
 * Map<String, FeatureTable> tables = RepeatedMeasurement.tables(cases);     // "original", "erosion_1mm", …
 * }</pre>
 *
 * @param source what measures, such as an extractor
 * @param perturbations at least one, of different names; copied
 */
public record RepeatedMeasurement(FeatureSource source, List<MaskPerturbation> perturbations) {
    /** The name of the measurement with the mask as it is. */
    public static final String ORIGINAL = "original";

    /**
     * Copies the list and checks the names.
     *
     * @param source what measures
     * @param perturbations at least one, of different names; copied
     */
    public RepeatedMeasurement {
        perturbations = List.copyOf(perturbations);
        if (perturbations.isEmpty()) {
            throw new IllegalArgumentException("a repeated measurement needs at least one perturbation");
        }
        Set<String> seen = new HashSet<>(Set.of(ORIGINAL));
        for (MaskPerturbation perturbation : perturbations) {
            if (!seen.add(perturbation.name())) {
                throw new IllegalArgumentException("two measurements would be called " + perturbation.name()
                        + ": each perturbation once, and none called " + ORIGINAL);
            }
        }
    }

    /**
     * Measures one case.
     *
     * @param image the image; not modified
     * @param mask the region, on the image's grid; not modified
     * @return name of the measurement to features: {@link #ORIGINAL} first, then the perturbations in their order
     * @throws InvalidInputException where the mask lies elsewhere, a perturbation leaves nothing, or a changed region cannot be measured;
     *     the message names the perturbation
     */
    public Map<String, FeatureVector> measure(ScalarImage image, Mask mask) {
        mask.requireOnGridOf(image);
        Map<String, FeatureVector> measured = new LinkedHashMap<>();
        measured.put(ORIGINAL, source.extract(image, mask));
        perturbations.forEach(change -> measured.put(change.name(), change.measure(source, image, mask)));
        return Collections.unmodifiableMap(measured);
    }

    /**
     * One table per measurement.
     *
     * @param cases case id to what {@link #measure} gave, in the order of rows; at least one
     * @return name of the measurement to the table of all cases, in the order of measurements
     * @throws InvalidInputException TABLE_INVALID where there is no case; SETTINGS_MISMATCH where cases were measured under different
     *     settings
     * @throws IllegalArgumentException where cases were not measured in the same ways
     */
    public static Map<String, FeatureTable> tables(Map<String, Map<String, FeatureVector>> cases) {
        List<String> names = cases.values().stream().findFirst().map(first -> List.copyOf(first.keySet())).orElse(List.of(ORIGINAL));
        Map<String, FeatureTable> tables = new LinkedHashMap<>();
        for (String name : names) {
            Map<String, FeatureVector> rows = new LinkedHashMap<>();
            cases.forEach((id, measured) -> {
                if (!new ArrayList<>(measured.keySet()).equals(names)) {
                    throw new IllegalArgumentException("case \"" + id + "\" was measured as " + measured.keySet() + ", the first case as "
                            + names + ": measure all cases in the same ways");
                }
                rows.put(id, measured.get(name));
            });
            tables.put(name, FeatureTable.ofVectors(rows));
        }
        return Collections.unmodifiableMap(tables);
    }
}
