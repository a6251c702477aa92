package io.github.radiomics4j.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.harmonisation.ComBat;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.reliability.IntraclassCorrelation.Form;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter;
import io.github.radiomics4j.radscore.reliability.ReliabilityFilter.Criterion;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recipes that harmonise, in a study. */
class HarmonisedStudyTest {
    private static final int N = 60;
    private static final BinaryOutcome OUTCOME = Studies.outcome(N);

    /** Features of two scanners, which differ in location; the column scanner last. */
    private static FeatureTable scanners(long seed) {
        FeatureTable table = Studies.table(OUTCOME, 6, 1, seed);
        List<FeatureColumn> columns = new ArrayList<>(table.columns());
        columns.add(FeatureColumn.named("scanner"));
        double[][] values = new double[7][N];
        for (int r = 0; r < N; r++) {
            int scanner = r % 2;
            for (int c = 0; c < 6; c++) {
                values[c][r] = table.value(r, c) + 9 * scanner;
            }
            values[6][r] = scanner;
        }
        return FeatureTable.of(table.cases(), columns, values, table.provenance());
    }

    private static StudyData data() {
        return StudyData.of(Studies.cases(N), OUTCOME).withStructure("disc", scanners(1)).withStructure("muscle", scanners(2));
    }

    private static StudyPlan plan() {
        return StudyPlan.standard().withRecipe(Studies.recipe(2).harmonising(ComBat.over("scanner")))
                .withValidations(new ValidationPlan.KFold(3, 1), new ValidationPlan.Bootstrap(10));
    }

    @Test
    void aStackOfHarmonisingPartsIsRefused() {
        String message = assertThrows(IllegalStateException.class, () -> StudyAnalysis.run(data(), plan())).getMessage();
        assertTrue(message.contains("score \"combined\", 3-fold: the score of part \"disc\""), message);
    }

    @Test
    void whatACaseHasOnceStandsOnceBesideTheFeaturesOfAllStructures() {
        RadscoreRecipe both = Studies.recipe(4).harmonising(ComBat.over("scanner"));
        ModelResult combined = StudyAnalysis.run(data(), plan().withCombination(new Combination.OfFeatures(both))).model("combined");
        assertEquals(13, combined.candidates(), "two times six features, one scanner");
        assertTrue(combined.formula().contains("harmonised by scanner"), combined.formula());
        FeatureTable other = scanners(2);
        FeatureTable elsewhere = other.withColumns(other.columns(), IntStream.range(0, 7).mapToObj(c -> c < 6 ? other.column(c)
                : Arrays.stream(other.column(c)).map(scanner -> 1 - scanner).toArray()).toArray(double[][]::new));
        StudyData torn = StudyData.of(Studies.cases(N), OUTCOME).withStructure("disc", scanners(1)).withStructure("muscle", elsewhere);
        String message = assertThrows(InvalidInputException.class,
                () -> StudyAnalysis.run(torn, plan().withCombination(new Combination.OfFeatures(both)))).getMessage();
        assertTrue(message.contains("is 0.0 in one structure and 1.0 in \"muscle\""), message);
    }

    @Test
    void oneRecipeOfAllFeaturesHarmonisesThemAndWhatItsStepsHold() {
        FeatureTable repeats = scanners(1).select(List.of("f0", "f1", "f2", "f3", "f4", "f5"));
        RadscoreRecipe both = RadscoreRecipe.selecting(new SelectionPerStructure(List.of("disc"),
                new ReliabilityFilter(List.of(repeats), Form.TWO_WAY_MIXED_SINGLE, Criterion.ESTIMATE, 0.99)))
                .then(new MutualInformationSelection(new EqualFrequencyBins(3), 3)).fittedBy(PenalisedLogistic.ridge(0.05))
                .harmonising(ComBat.over("disc:scanner"));
        StudyResult result = StudyAnalysis.run(data(), plan().withCombination(new Combination.OfFeatures(both)));
        assertEquals(3, result.model("combined").terms().size());
        assertTrue(result.model("combined").formula().contains("harmonised by disc:scanner"));
        double sum = result.model("combined").radscore().intercept();
        for (double contribution : result.cases().get(4).scores().get(2).contributions().values()) {
            sum += contribution;
        }
        assertEquals(sum, result.cases().get(4).scores().get(2).fitted(), 1e-12);
    }
}
