package io.github.radiomics4j.examples.lumbar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.information.EqualWidthBins;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionPerRegionTest {

    @Test
    void weakerRegionKeepsItsBestFeature() {
        List<FeatureColumn> columns = Stream.of("muscle:weak", "muscle:weaker", "disc:strong", "disc:best")
                .map(name -> new FeatureColumn(name, Optional.empty())).toList();
        double[][] values = {{0, 1, 0, 1, 1, 1}, {0, 1, 0, 1, 0, 1}, {0, 0, 0, 1, 1, 0}, {0, 0, 0, 1, 1, 1}};
        FeatureTable table = FeatureTable.of(List.of("a", "b", "c", "d", "e", "f"), columns, values, Provenance.of(Map.of()));
        BinaryOutcome outcome = BinaryOutcome.of(new int[] {0, 0, 0, 1, 1, 1});
        SelectionPerRegion step = new SelectionPerRegion(List.of("disc", "muscle"),
                new MutualInformationSelection(new EqualWidthBins(2), 1));
        assertEquals(List.of("disc:best", "muscle:weak"), step.select(table, outcome).kept());
    }
}
