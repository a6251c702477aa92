package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Dropped;
import io.github.radiomics4j.radscore.Selection;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionPerStructureTest {

    @Test
    void weakerStructureKeepsItsBestFeatureAndOthersAreDropped() {
        List<FeatureColumn> columns = Stream.of("muscle:weak", "muscle:weaker", "disc:strong", "disc:best", "age")
                .map(FeatureColumn::named).toList();
        double[][] values = {{0, 1, 0, 1, 1, 1}, {0, 1, 0, 1, 0, 1}, {0, 0, 0, 1, 1, 0}, {0, 0, 0, 1, 1, 1}, {0, 0, 0, 1, 1, 1}};
        FeatureTable table = FeatureTable.of(List.of("a", "b", "c", "d", "e", "f"), columns, values, Provenance.of(Map.of()));
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 0, 0, 1, 1, 1});
        SelectionPerStructure step = new SelectionPerStructure(List.of("disc", "muscle"),
                new MutualInformationSelection(new EqualWidthBins(2), 1));
        Selection selection = step.select(table, outcome);
        assertEquals(List.of("disc:best", "muscle:weak"), selection.kept());
        assertEquals(List.of("disc:strong", "muscle:weaker", "age"), selection.dropped().stream().map(Dropped::feature).toList());
        assertEquals("disc muscle", step.settings().get("per_structure"));
    }

    @Test
    void settingsOfASelectionWithinASelectionAreAllThere() {
        SelectionPerStructure inner = new SelectionPerStructure(List.of("a", "b"),
                new MutualInformationSelection(new EqualWidthBins(2), 1));
        SelectionPerStructure outer = new SelectionPerStructure(List.of("c d"), inner);
        assertEquals("\"c d\"", outer.settings().get("per_structure"));
        assertEquals("a b", outer.settings().get("per_structure/per_structure"));
        assertEquals("1", outer.settings().get("mutual_information.keep"));
    }
}
