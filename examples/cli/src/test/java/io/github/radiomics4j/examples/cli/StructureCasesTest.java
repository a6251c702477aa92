package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.cohort.CaseReading;
import io.github.radiomics4j.core.cohort.Cohort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureCasesTest {
    private static final String ONE = "case,outcome,image,disc.mask\n";
    private static final String TWO = "case,image,disc.mask,muscle.mask\na,a.nii,ad.nii,am.nii\nb,b.nii,bd.nii,\n";

    @TempDir
    private Path folder;

    private StructureCases cases(String text, Optional<String> structure) throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), text);
        return StructureCases.of(table, Cohort.read(table), structure, CaseReading.STANDARD);
    }

    private String usage(String text, String... structure) {
        return assertThrows(UsageException.class, () -> cases(text, List.of(structure).stream().findFirst())).getMessage();
    }

    @Test
    void theOnlyStructureNeedsNoName() throws IOException {
        assertEquals(Map.of("a", true, "b", false), cases(ONE + "a,1,a.nii,am.nii\nb,0,b.nii,bm.nii\n", Optional.empty()).outcomes());
    }

    @Test
    void ofSeveralStructuresOneIsChosenByName() throws IOException {
        assertEquals(folder.resolve("t.csv") + " has 2 structures: disc, muscle; choose one with --structure", usage(TWO));
        assertTrue(cases(TWO, Optional.of("disc")).leftOut().isEmpty());
    }

    @Test
    void anUnknownStructureIsRefusedWithTheNearest() {
        assertEquals("--structure names \"disk\", which " + folder.resolve("t.csv")
                + " does not have; did you mean \"disc\"? It has: disc, muscle", usage(TWO, "disk"));
        assertTrue(usage(TWO, "vertebra").endsWith(" does not have; it has: disc, muscle"));
        assertTrue(usage(ONE + "a,1,a.nii,am.nii\n", "muscle").endsWith(" does not have; it has: disc"));
    }

    @Test
    void casesWithoutTheStructureAreNamed() throws IOException {
        assertEquals("left out, without structure muscle: b (1 of 2 cases)", cases(TWO, Optional.of("muscle")).leftOut().orElseThrow());
        String many = IntStream.range(0, 25).mapToObj(i -> "c" + i + ",1,,\n").collect(Collectors.joining());
        String message = cases(ONE + "a,1,a.nii,am.nii\n" + many, Optional.empty()).leftOut().orElseThrow();
        assertTrue(message.endsWith("c18, c19 and 5 more (25 of 26 cases)"), message);
    }

    @Test
    void aStructureThatNoCaseHasIsRefused() {
        String message = assertThrows(InvalidInputException.class, () -> cases(ONE + "a,1,a.nii,\n", Optional.empty())).getMessage();
        assertTrue(message.endsWith(": no case has structure disc, its image or its mask is empty in every row"), message);
    }

    @Test
    void casesWithoutOutcomeAreNamedUnlessTheyLackTheStructure() throws IOException {
        StructureCases unknown = cases(ONE + "a,,a.nii,am.nii\nb,1,b.nii,bm.nii\nc,,,\nd,,d.nii,dm.nii\n", Optional.empty());
        String message = assertThrows(InvalidInputException.class, unknown::outcomes).getMessage();
        assertTrue(message.contains("column \"outcome\" is empty or missing for a, d (2 of 3 cases)"), message);
    }

    @Test
    void tableImagesAndMasksAreNotOverwritten() throws IOException {
        StructureCases cases = cases(TWO, Optional.of("disc"));
        for (String name : List.of("t.csv", "a.nii", "bd.nii")) {
            Path file = Files.write(folder.resolve(name), new byte[1]);
            String message = assertThrows(UsageException.class, () -> cases.requireNotOverwrittenBy(OutputFile.at(file))).getMessage();
            assertTrue(message.contains("the same file " + file), message);
        }
        cases.requireNotOverwrittenBy(OutputFile.at(Files.write(folder.resolve("am.nii"), new byte[1])));
    }

    @Test
    void whatFailsIsToldWithItsCase() throws IOException {
        StructureCases cases = cases(ONE + "a,1,a.nii,am.nii\n", Optional.empty());
        String message = assertThrows(InvalidInputException.class, () -> cases.each((image, mask) -> 1)).getMessage();
        assertTrue(message.startsWith("case \"a\": "), message);
    }
}
