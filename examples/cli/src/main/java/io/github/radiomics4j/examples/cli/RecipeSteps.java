package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.SelectionStep;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter;
import io.github.radiomics4j.radscore.selection.Correlation;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.CorrelationMrmr;
import io.github.radiomics4j.radscore.selection.FindCorrelation;
import io.github.radiomics4j.radscore.selection.JointInformationSelection;
import io.github.radiomics4j.radscore.selection.JointInformationSelection.Criterion;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import io.github.radiomics4j.radscore.selection.NearZeroVariance;
import io.github.radiomics4j.radscore.selection.PValueAdjustment;
import io.github.radiomics4j.radscore.selection.PermutationSelection;
import io.github.radiomics4j.radscore.stability.StabilitySelection;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** The selection steps that a recipe may name: one entry here, and one row of the table in {@code docs/cli.md}. */
final class RecipeSteps {
    private static final String KEEP = "keep";
    private static final String COEFFICIENT = "coefficient";
    private static final String THRESHOLD = "threshold";
    private static final String STEP = "step";

    private RecipeSteps() { }

    /**
     * All of them.
     *
     * @param data what they may refer to
     * @return in the order of the help
     */
    static List<RecipeKind<SelectionStep>> all(RecipeData data) {
        return List.of(
                new RecipeKind<>("mutualInformation",
                        List.of(RecipeChoices.ESTIMATOR, RecipeChoices.NEIGHBOURS, RecipeChoices.BINS, RecipeChoices.MILLER_MADOW, KEEP),
                        "{estimator: equal-width, bins: 5, keep: 10}",
                        p -> new MutualInformationSelection(RecipeChoices.estimator(p), p.whole(KEEP))),
                new RecipeKind<>("jointInformation", List.of("criterion", RecipeChoices.ESTIMATOR, RecipeChoices.BINS, KEEP),
                        "{criterion: mrmr_difference, estimator: equal-width, bins: 5, keep: 10}",
                        p -> new JointInformationSelection(p.choice("criterion", RecipeChoices.named(Criterion.values(), Criterion::label)),
                                RecipeChoices.binned(p), p.whole(KEEP))),
                new RecipeKind<>("correlationMrmr", List.of(KEEP), "{keep: 10}", p -> new CorrelationMrmr(p.whole(KEEP))),
                new RecipeKind<>("permutation",
                        List.of(RecipeChoices.ESTIMATOR, RecipeChoices.NEIGHBOURS, RecipeChoices.BINS, RecipeChoices.MILLER_MADOW,
                                "permutations", "adjustment", "alpha", RecipeChoices.SEED),
                        "{estimator: knn, permutations: 999, adjustment: holm, alpha: 0.05, seed: 1}",
                        p -> new PermutationSelection(RecipeChoices.estimator(p), p.whole("permutations"),
                                p.choice("adjustment", RecipeChoices.named(PValueAdjustment.values(), PValueAdjustment::label)),
                                p.number("alpha"), p.whole(RecipeChoices.SEED))),
                new RecipeKind<>("correlation", List.of(THRESHOLD, COEFFICIENT), "{threshold: 0.9, coefficient: pearson}",
                        p -> new CorrelationFilter(p.number(THRESHOLD), coefficient(p))),
                new RecipeKind<>("findCorrelation", List.of("cutoff", COEFFICIENT, "exact"),
                        "{cutoff: 0.9, coefficient: pearson, exact: true}",
                        p -> new FindCorrelation(p.number("cutoff"), coefficient(p), p.flag("exact", true))),
                new RecipeKind<>("nearZeroVariance", List.of("frequencyRatio", "percentUnique"), "{frequencyRatio: 19, percentUnique: 10}",
                        p -> new NearZeroVariance(p.number("frequencyRatio", 19), p.number("percentUnique", 10))),
                new RecipeKind<>("reliability", List.of("tables", "form", "criterion", THRESHOLD),
                        "{tables: [reader2.csv], form: two_way_random_single, threshold: 0.75}", p -> reliability(p, data)),
                new RecipeKind<>("stability", List.of(STEP, "halves", THRESHOLD, RecipeChoices.SEED),
                        "{step: {correlationMrmr: {keep: 10}}, halves: 100, threshold: 0.6, seed: 1}", p -> stability(p, data)),
                new RecipeKind<>("named", List.of("features"), "{features: [disc_01, disc_02]}",
                        p -> new NamedFeatures(p.texts("features"))));
    }

    private static Correlation coefficient(YamlParameters p) {
        return p.choice(COEFFICIENT, RecipeChoices.named(Correlation.values()), Correlation.PEARSON);
    }

    private static SelectionStep reliability(YamlParameters p, RecipeData data) {
        return new ReliabilityFilter(p.texts("tables").stream().map(data::repeats).toList(),
                p.choice("form", RecipeChoices.named(IntraclassCorrelation.Form.values())),
                p.choice("criterion", RecipeChoices.named(ReliabilityFilter.Criterion.values(), ReliabilityFilter.Criterion::label),
                        ReliabilityFilter.Criterion.ESTIMATE), p.number(THRESHOLD));
    }

    private static SelectionStep stability(YamlParameters p, RecipeData data) {
        Node inner = p.required(STEP);
        SelectionStep step = RecipeKind.read(p.yaml(), inner, STEP, all(data)).made();
        return new StabilitySelection(step, p.whole("halves", 100), p.number(THRESHOLD), p.whole(RecipeChoices.SEED));
    }
}
