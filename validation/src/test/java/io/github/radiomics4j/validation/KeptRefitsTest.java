package io.github.radiomics4j.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.io.WholeFile;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.MedianImputation;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.Recipe;
import io.github.radiomics4j.radscore.harmonisation.ComBat;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import io.github.radiomics4j.validation.resampling.GroupedKFold;
import io.github.radiomics4j.validation.resampling.LeaveOneOut;
import io.github.radiomics4j.validation.resampling.LeavePairOut;
import io.github.radiomics4j.validation.resampling.Resampling;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import io.github.radiomics4j.validation.resampling.Subsampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRefitsTest {
    private static final BinaryOutcome OUTCOME = Cohorts.outcome(10, 14);
    private static final FeatureTable TABLE = Cohorts.table(OUTCOME, 6, 2, 1, 5);
    private static final Resampling FOLDS = new StratifiedKFold(4, 1, 7);

    @TempDir
    private Path folder;

    /** Counts fits, and fails from one on. */
    private record Counted(Recipe recipe, AtomicInteger fits, int last) implements Recipe {

        static Counted of(Recipe recipe) {
            return new Counted(recipe, new AtomicInteger(), Integer.MAX_VALUE);
        }

        @Override
        public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
            if (fits.incrementAndGet() > last) {
                throw new IllegalStateException("killed");
            }
            return recipe.fit(training, outcome);
        }

        @Override
        public SortedMap<String, String> settings() {
            return recipe.settings();
        }
    }

    private static FeatureTable table(String names, double[]... columns) {
        return FeatureTable.of(TABLE.cases(), Stream.of(names.split(" ")).map(FeatureColumn::named).toList(), columns,
                Provenance.of(Map.of("bins", "32")));
    }

    /** Values that are missing here and there, and a column of two scanners. */
    private static FeatureTable withGapsAndScanner() {
        double[][] values = new double[7][];
        for (int c = 0; c < 6; c++) {
            values[c] = TABLE.column(c);
            values[c][c] = Double.NaN;
        }
        values[6] = IntStream.range(0, OUTCOME.size()).mapToDouble(row -> row % 2).toArray();
        return table("f0 f1 f2 f3 f4 f5 scanner", values);
    }

    private static StackedRecipe stack(Recipe disc, Recipe muscle) {
        Map<String, Recipe> parts = new LinkedHashMap<>();
        parts.put("disc", disc);
        parts.put("muscle", muscle);
        return StackedRecipe.of(parts, new StratifiedKFold(3, 1, 5));
    }

    private InternalValidation run(Recipe recipe, FeatureTable table, Resampling plan) {
        try (KeptRefits kept = KeptRefits.in(folder)) {
            return kept.internal(recipe, table, OUTCOME, plan);
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> kept = files.filter(file -> file.toString().endsWith(".refits")).toList();
            assertEquals(1, kept.size());
            return kept.get(0);
        }
    }

    /** Fits once, and finds the same to the last bit. */
    private void assertKept(Recipe recipe, FeatureTable table, Resampling plan) {
        Counted counted = Counted.of(recipe);
        InternalValidation expected = Validation.internal(recipe, table, OUTCOME, plan);
        for (int time = 0; time < 2; time++) {
            InternalValidation found = run(counted, table, plan);
            assertEquals(1 + expected.resamples(), counted.fits().get(), plan + " time " + time);
            assertEquals(expected.radscore(), found.radscore());
            assertEquals(expected.radscores(), found.radscores());
            assertArrayEquals(expected.apparentScores(), found.apparentScores());
            assertEquals(expected.auc(), found.auc());
            assertEquals(expected.selectionFrequency(), found.selectionFrequency());
            assertEquals(expected.plan(), found.plan());
            for (int number = 0; number < expected.resamples(); number++) {
                assertArrayEquals(expected.refits().get(number).scores(), found.refits().get(number).scores());
                assertArrayEquals(expected.resample(number).training(), found.resample(number).training());
            }
        }
    }

    @Test
    void everySortOfPlanIsKeptToTheLastBit() {
        for (Resampling plan : List.of(FOLDS, new LeaveOneOut(), new Bootstrap(9, 3), new LeavePairOut(), new Subsampling(0.6, 5, 3),
                GroupedKFold.of(IntStream.range(0, 24).mapToObj(i -> "patient" + i / 2).toList(), 3, 2, 1))) {
            assertKept(Cohorts.recipe(3, 0.05), TABLE, plan);
        }
    }

    @Test
    void everySortOfRecipeIsKeptToTheLastBit() {
        FeatureTable gaps = withGapsAndScanner();
        Recipe imputing = Cohorts.recipe(3, 0.05).imputing(new MedianImputation(0.3));
        assertKept(imputing, gaps, FOLDS);
        assertKept(Cohorts.recipe(3, 0.05).imputing(new MedianImputation(0.3)).harmonising(ComBat.over("scanner")), gaps, FOLDS);
        FeatureTable whole = table("f0 f1 f2 scanner", TABLE.column(0), TABLE.column(1), TABLE.column(2), gaps.column(6));
        assertKept(Cohorts.recipe(2, 0.05).harmonising(ComBat.over("scanner").towards(1).preserving("f1")), whole, new Bootstrap(5, 1));
        FeatureTable both = gaps.prefixed("disc").beside(TABLE.prefixed("muscle"));
        assertKept(stack(imputing, Cohorts.recipe(3, 0.05)), both, FOLDS);
        assertKept(ChosenRecipe.of(List.of(Cohorts.recipe(2, 0.05), Cohorts.recipe(3, 9)), new StratifiedKFold(3, 1, 5),
                PerformanceMeasure.LOG_LOSS), TABLE, new Bootstrap(5, 1));
    }

    @Test
    void aScoreThatHasDroppedFeaturesOnRecordIsKeptWhole() {
        Recipe keepsReasons = new Recipe() {
            @Override
            public Radscore fit(FeatureTable training, BinaryOutcome outcome) {
                return new Radscore(-0.0, List.of(), training.provenance(), settings(),
                        Optional.of(ComBat.over("scanner").fit(training, outcome)));
            }

            @Override
            public SortedMap<String, String> settings() {
                return new TreeMap<>(Map.of("odd \uD800 text", "x".repeat(70_000)));
            }
        };
        FeatureTable table = table("f0 f1 constant scanner", TABLE.column(0), TABLE.column(1), new double[24],
                withGapsAndScanner().column(6));
        assertEquals(1, keepsReasons.fit(table, OUTCOME).harmonisation().orElseThrow().dropped().size());
        run(keepsReasons, table, FOLDS);
        InternalValidation found = run(keepsReasons, table, FOLDS);
        assertEquals(keepsReasons.fit(table, OUTCOME), found.radscore());
        assertEquals(Validation.internal(keepsReasons, table, OUTCOME, FOLDS).radscores(), found.radscores());
    }

    @Test
    void aFileCutAnywhereOrWithAnyByteChangedIsFittedAnew() throws IOException {
        Counted counted = Counted.of(Cohorts.recipe(3, 0.05));
        run(counted, TABLE, FOLDS);
        Path file = onlyFile();
        byte[] sound = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 32, sound.length / 2, sound.length - 1}) {
            Files.write(file, Arrays.copyOf(sound, length));
            counted.fits().set(0);
            run(counted, TABLE, FOLDS);
            assertEquals(5, counted.fits().get(), "cut to " + length);
        }
        for (int at = 0; at < sound.length; at += sound.length / 7) {
            byte[] altered = sound.clone();
            altered[at] ^= 4;
            Files.write(file, altered);
            counted.fits().set(0);
            run(counted, TABLE, FOLDS);
            assertEquals(5, counted.fits().get(), "altered at " + at);
        }
        assertArrayEquals(sound, Files.readAllBytes(file));
    }

    @Test
    void theFileOfAnotherValidationUnderThisNameIsNotTaken() throws IOException {
        Counted counted = Counted.of(Cohorts.recipe(3, 0.05));
        run(counted, TABLE, FOLDS);
        Path file = onlyFile();
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
        run(counted, TABLE, new StratifiedKFold(4, 1, 8));
        Files.move(onlyFile(), file);
        Files.delete(elsewhere);
        counted.fits().set(0);
        run(counted, TABLE, FOLDS);
        assertEquals(5, counted.fits().get());
    }

    @Test
    void whatFailsIsNotKept() throws IOException {
        Counted failing = new Counted(Cohorts.recipe(3, 0.05), new AtomicInteger(), 3);
        try (KeptRefits kept = KeptRefits.in(folder)) {
            assertThrows(IllegalStateException.class, () -> kept.internal(failing, TABLE, OUTCOME, FOLDS));
            assertEquals(0, kept.fitted());
        }
        Counted counted = Counted.of(Cohorts.recipe(3, 0.05));
        run(counted, TABLE, FOLDS);
        assertEquals(5, counted.fits().get());
    }

    @Test
    void anewFitsWhatIsKeptToo() {
        Counted counted = Counted.of(Cohorts.recipe(3, 0.05));
        run(counted, TABLE, FOLDS);
        try (KeptRefits kept = KeptRefits.anewIn(folder)) {
            kept.internal(counted, TABLE, OUTCOME, FOLDS);
            assertEquals(1, kept.fitted());
            assertEquals(0, kept.taken());
        }
        assertEquals(10, counted.fits().get());
        run(counted, TABLE, FOLDS);
        assertEquals(10, counted.fits().get());
    }

    @Test
    void mistakesAreThoseOfAValidationThatKeepsNothing() {
        try (KeptRefits kept = KeptRefits.in(folder)) {
            for (FeatureTable table : List.of(TABLE.rows(0, 1), TABLE.rows(IntStream.range(0, 24).map(row -> row / 2).toArray()))) {
                RuntimeException expected = assertThrows(RuntimeException.class,
                        () -> Validation.internal(Cohorts.recipe(3, 0.05), table, OUTCOME, FOLDS));
                assertEquals(expected.getMessage(), assertThrows(expected.getClass(),
                        () -> kept.internal(Cohorts.recipe(3, 0.05), table, OUTCOME, FOLDS)).getMessage());
            }
        }
    }

    @Test
    void twoRunsDoNotShareAFolderAndWhatWasUnfinishedIsClearedAway() throws IOException {
        Path begun = Files.writeString(folder.resolve(".1" + WholeFile.UNFINISHED), "half");
        try (KeptRefits kept = KeptRefits.in(folder)) {
            assertEquals(Problem.RESOURCE_LIMIT, assertThrows(InvalidInputException.class, () -> KeptRefits.in(folder)).problem());
            assertTrue(Files.notExists(begun));
            assertEquals(0, kept.taken());
        }
    }
}
