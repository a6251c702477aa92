package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.radscore.harmonisation.BatchAdjustment;
import io.github.radiomics4j.radscore.harmonisation.ComBat;
import java.util.List;
import java.util.OptionalDouble;

/** The harmonisations that a recipe may name: one entry here, and one row of the table in {@code docs/cli.md}. */
final class RecipeHarmonisations {
    private static final String REFERENCE = "reference";
    private static final String COVARIATES = "covariates";
    private static final String UNTOUCHED = "untouched";

    private RecipeHarmonisations() { }

    /**
     * All of them.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<ComBat>> all() {
        return List.of(new RecipeKind<>("combat", List.of("batch", COVARIATES, UNTOUCHED, "adjustment", "onlyMeans", REFERENCE),
                "{batch: scanner, covariates: [age], adjustment: parametric}", RecipeHarmonisations::combat));
    }

    private static ComBat combat(YamlParameters p) {
        return new ComBat(p.text("batch"), some(p, COVARIATES), some(p, UNTOUCHED),
                p.choice("adjustment", RecipeChoices.named(BatchAdjustment.values()), BatchAdjustment.PARAMETRIC),
                p.flag("onlyMeans", false),
                p.node(REFERENCE).isPresent() ? OptionalDouble.of(p.number(REFERENCE)) : OptionalDouble.empty());
    }

    private static List<String> some(YamlParameters p, String key) {
        return p.node(key).isPresent() ? p.texts(key) : List.of();
    }
}
