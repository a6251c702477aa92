package io.github.radiomics4j.radscore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.harmonisation.ComBat;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Form;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter.Criterion;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.NamedFeatures;
import io.github.radiomics4j.radscore.selection.StepsInOrder;
import io.github.radiomics4j.radscore.stability.StabilitySelection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import own.parts.OwnParts;

/** Whatever can change a fitted score changes settings. */
class PartSettingsTest {

    private static RadscoreRecipe of(SelectionStep step) {
        return RadscoreRecipe.selecting(step).fittedBy(PenalisedLogistic.ridge(0.05));
    }

    private static void assertAllDiffer(Recipe... recipes) {
        Set<Map<String, String>> settings = new HashSet<>();
        for (Recipe recipe : recipes) {
            settings.add(recipe.settings());
        }
        assertEquals(recipes.length, settings.size(), settings.toString());
    }

    @Test
    void namesWithSpacesAreToldApart() {
        assertEquals("a b", PartSettings.ofNames(List.of("a", "b")));
        assertEquals("\"a b\" \"c\"\"\" \"\"", PartSettings.ofNames(List.of("a b", "c\"", "")));
        assertAllDiffer(of(new NamedFeatures(List.of("a", "b"))), of(new NamedFeatures(List.of("a b"))));
        RadscoreRecipe recipe = of(new CorrelationFilter(0.9));
        assertAllDiffer(recipe, recipe.harmonising(ComBat.over("scanner").preserving("a", "b")),
                recipe.harmonising(ComBat.over("scanner").preserving("a b")), recipe.harmonising(ComBat.over("scanner").leaving("a", "b")),
                recipe.harmonising(ComBat.over("scanner").leaving("a b")), recipe.harmonising(ComBat.over("scanner").towards(1)));
    }

    @Test
    void partsOfOthersAreToldApartByTheirClass() {
        SelectionStep all = new OwnParts.All();
        SelectionStep first = new OwnParts.First();
        RadscoreRecipe recipe = of(all);
        assertEquals(OwnParts.All.class.getName(), recipe.settings().get("selection.1/java.class"));
        assertEquals(OwnParts.Nothing.class.getName(), recipe.fittedBy(new OwnParts.Nothing()).settings().get("trainer/java.class"));
        assertAllDiffer(recipe, of(first), of(all).then(all), of(new StepsInOrder(List.of(all))), of(new StepsInOrder(List.of(first))),
                of(new StabilitySelection(all, 10, 0.6, 1)), of(new StabilitySelection(first, 10, 0.6, 1)),
                recipe.fittedBy(new OwnParts.Nothing()));
    }

    @Test
    void partsOfTheLibraryAreToldBySettingsAlone() {
        assertEquals(new CorrelationFilter(0.9).settings(), PartSettings.of(new CorrelationFilter(0.9)));
        assertEquals(of(new CorrelationFilter(0.9)).settings(), PartSettings.of(of(new CorrelationFilter(0.9))));
    }

    @Test
    void repeatedMeasurementsAreToldByTheirContent() {
        FeatureTable table = Tables.of(Tables.gaussian(3, 20, 1));
        ReliabilityFilter filter = filter(table);
        assertEquals(filter.settings(), filter(Tables.of(Tables.gaussian(3, 20, 1))).settings());
        for (FeatureTable other : List.of(Tables.of(Tables.gaussian(3, 20, 2)), table.rows(1, 0), table.select(List.of("a", "b")),
                table.withProvenance(Provenance.of(Map.of("bins", "64"))))) {
            assertNotEquals(filter.settings(), filter(other).settings());
        }
        assertNotEquals(filter.settings(), filter(table, table).settings());
        assertNotEquals(filter(table, table.rows(0, 1)).settings(), filter(table.rows(0, 1), table).settings());
    }

    private static ReliabilityFilter filter(FeatureTable... repeats) {
        return new ReliabilityFilter(List.of(repeats), Form.TWO_WAY_RANDOM_SINGLE, Criterion.ESTIMATE, 0.75);
    }
}
