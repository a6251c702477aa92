package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.perturbation.MaskPerturbation;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Form;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter.Criterion;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a study file says of robustness: features that change with the mask are no candidates.
 *
 * @param perturbations how masks are changed, at least one
 * @param form which intraclass correlation
 * @param criterion what of it must reach the threshold
 * @param threshold from 0 to 1
 */
record RobustnessFilter(List<MaskPerturbation> perturbations, Form form, Criterion criterion, double threshold) {
    /** How it may stand in the file. */
    static final String MINIMAL = "robustness: {perturbations: [erosion: {mm: 1}, dilation: {mm: 1}]}";

    private static final List<String> KEYS = List.of("perturbations", "form", "criterion", "threshold");
    /** Customary for good reliability. */
    private static final double USUAL_THRESHOLD = 0.75;

    /**
     * Reads it.
     *
     * @param yaml the file
     * @param node where it stands
     * @return the filter
     * @throws SettingsException where it is not as documented; the message names the place
     */
    static RobustnessFilter read(YamlReader yaml, Node node) {
        YamlParameters p = new YamlParameters(yaml, node, MINIMAL, yaml.mapping(node, "robustness", KEYS));
        List<MaskPerturbation> perturbations = PerturbationsFile.list(yaml, p.required(KEYS.get(0)), KEYS.get(0));
        if (perturbations.stream().map(MaskPerturbation::name).distinct().count() < perturbations.size()) {
            throw yaml.at(node, "each perturbation once, found " + perturbations.stream().map(MaskPerturbation::name).toList());
        }
        double threshold = p.number(KEYS.get(3), USUAL_THRESHOLD);
        if (!(threshold >= 0 && threshold <= 1)) {
            throw yaml.at(node, "a threshold of an intraclass correlation lies between 0 and 1, was " + threshold);
        }
        return new RobustnessFilter(perturbations, p.choice(KEYS.get(1), RecipeChoices.named(Form.values()), Form.TWO_WAY_MIXED_SINGLE),
                p.choice(KEYS.get(2), RecipeChoices.named(Criterion.values(), Criterion::label), Criterion.ESTIMATE), threshold);
    }

    /**
     * The step of a recipe.
     *
     * @param repeats a table per perturbation
     * @return keeps the features that stay
     */
    SelectionStep step(List<FeatureTable> repeats) {
        return new ReliabilityFilter(repeats, form, criterion, threshold);
    }
}
