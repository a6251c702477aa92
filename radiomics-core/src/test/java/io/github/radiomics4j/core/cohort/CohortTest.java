package io.github.radiomics4j.core.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortTest {
    private static final String SOUND = "case,patient,outcome,disc.image,disc.mask,disc.label,age\n"
            + "a,p,1,i.nii,m.nii,105,40\nb,p,0,i.nii,m.nii,L4,\n";

    @TempDir
    private Path folder;

    private Cohort read(String text) throws IOException {
        return Cohort.read(Files.writeString(folder.resolve("cases.csv"), text));
    }

    private String refusal(String text) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> read(text), text);
        assertEquals(Problem.TABLE_INVALID, refused.problem());
        return refused.getMessage().replace(folder.toString() + "/", "");
    }

    @Test
    void aTableIsReadAsItIsMeant() throws IOException {
        Cohort cohort = read("\uFEFFcase, patient ,outcome,image,"
                + "disc.image,disc.mask,disc.label,l5.mask,l5.roi,clinical.patients,Pfirrmann\r\n"
                + "\r\na,p1,1,t2,sub/x.nii,m.nii, 105.0 ,rs.dcm,\"GTV, 1\",many,IV\r\nb,,,t2,x,m,,,,,\r\nc,p1,0,,x,m,name,rs,,,\r\n");
        assertEquals(List.of("disc", "l5"), cohort.structures());
        assertEquals(List.of("patients", "Pfirrmann"), cohort.clinicalColumns());
        CohortCase a = cohort.cases().get(0);
        assertEquals(Optional.of(true), a.outcome());
        assertEquals(folder.toAbsolutePath().resolve("sub").resolve("x.nii"), a.structures().get("disc").image());
        assertEquals(folder.toAbsolutePath().resolve("t2"), a.structures().get("l5").image());
        assertEquals("number 105", a.structures().get("disc").region().toString());
        assertEquals("name \"GTV, 1\"", a.structures().get("l5").region().toString());
        assertEquals(Map.of("patients", "many", "Pfirrmann", "IV"), a.clinical());
        CohortCase b = cohort.cases().get(1);
        assertEquals("b", b.patient());
        assertEquals(Optional.empty(), b.outcome());
        assertEquals("the only region", b.structures().get("disc").region().toString());
        assertEquals(List.of("disc"), List.copyOf(b.structures().keySet()), "no mask: the structure is missing");
        assertEquals(List.of("disc"), List.copyOf(cohort.cases().get(2).structures().keySet()), "no image: the structure is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cse,disc.image,disc.mask | line 1, column 1 (\"cse\"): there is no column \"case\", which names the cases; is it \"cse\"?",
        "id;disc.image;disc.mask | fields are separated by commas here, not by semicolons",
        "case,disc.image,disc.mask,age,age | line 1, column 5 (\"age\"): column \"age\" occurs twice",
        "case,disc.image,disc.mask, | line 1, column 4: has no name",
        "case,age | there is no structure: at least one column such as disc.mask",
        "case,disc_image,disc_mask | column 2 (\"disc_image\"): did you mean \"disc.image\"?",
        "case,disc.image,disc.maks | structure \"disc\" has no column \"disc.mask\"; did you mean it by \"disc.maks\"?",
        "case,disc.image,dsic.mask | structure \"disc\" has no column \"disc.mask\"; did you mean it by \"dsic.mask\"?",
        "case,disc.mask | structure \"disc\" has no column \"disc.image\", and there is no column \"image\" for all structures",
        "case,disc.image,disc.mask,disc.lable | column 4 (\"disc.lable\"): did you mean \"disc.label\"?",
        "case,disc.image,disc.mask,Disc_ROI | did you mean \"disc.roi\"?",
        "case,disc.image,disc.mask,patients | column 4 (\"patients\"): did you mean \"patient\"? A clinical column of this name must be",
        "case,disc.image,disc.mask,outcom | did you mean \"outcome\"?",
        "case,disc.image,disc.mask,Disc.mask | differ in case only",
        "case,a b.image,a b.mask | a structure is named with letters"})
    void aHeaderThatIsNearlyRightIsRefusedWithWhatWasMeant(String header, String message) {
        String found = refusal(header + "\nx,y,z\n");
        assertTrue(found.contains(message), found);
        assertTrue(found.startsWith("cases.csv line 1"), found);
    }

    @Test
    void clinicalNamesAreNotTakenForSlips() throws IOException {
        read("case,patient,outcome,disc.image,disc.mask,disc.level,pain.vas,age,BMI,Pfirrmann,scanner,disc_grade\n"
                + "a,p,1,i,m,L4,3,1,2,3,4,5\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "c,p,2,i,m,1,40 | cases.csv line 4, column 3 (\"outcome\"): an outcome is 1 for an event, 0 for none, or empty, was \"2\"",
        "a,p,1,i,m,1,40 | cases.csv line 4, column 1 (\"case\"): case \"a\" is already in line 2",
        ",p,1,i,m,1,40 | cases.csv line 4, column 1 (\"case\"): the case has no name",
        "c,p,1,i,m,0,40 | cases.csv line 4, column 6 (\"disc.label\"): label 0 is the background",
        "c,p,1,i,m,99999999999,40 | column 6 (\"disc.label\"): a label is a whole number of 32 bits or a name, was \"99999999999\"",
        "c,p,1,i,m,1 | cases.csv line 4 has 6 fields, the header line has 7",
        "c,p,1,i,m,1,\"40 | cases.csv line 4 cannot be read as CSV"})
    void aRowThatIsWrongIsNamedByLineAndColumn(String row, String message) {
        String found = refusal(SOUND + row + "\n");
        assertTrue(found.contains(message), found);
    }

    @Test
    void linesAreThoseOfAnEditorAlsoAfterAFieldOfSeveralLines() {
        String found = refusal("case,disc.image,disc.mask,disc.label,disc.roi,note\na,i,m,,,\"two\nlines\"\n\nb,i,m,1,x,\n");
        assertTrue(found.startsWith("cases.csv line 5, column 5 (\"disc.roi\"): label and roi both choose"), found);
    }

    @Test
    void whatIsNoTextOrNotThereIsRefused() throws IOException {
        Path latin = Files.write(folder.resolve("latin.csv"),
                "case,disc.image,disc.mask\nMüller,i,m\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(InvalidInputException.class, () -> Cohort.read(latin)).getMessage().contains("UTF-8"));
        assertEquals(Problem.MISSING_FILE,
                assertThrows(InvalidInputException.class, () -> Cohort.read(folder.resolve("no.csv"))).problem());
        assertTrue(refusal("").contains("at least one case"));
        assertTrue(refusal("case,disc.image,disc.mask\n").contains("at least one case"));
    }

    /** Any damage to a sound table is refused with file and line, or leaves another sound table; nothing else is ever thrown. */
    @Property(tries = 500)
    void damageIsRefusedWithItsLine(@ForAll @IntRange(max = 118) int at, @ForAll @IntRange(max = 6) int cut,
            @ForAll @StringLength(max = 4) String put) throws IOException {
        String text = SOUND.substring(0, Math.min(at, SOUND.length())) + put + SOUND.substring(Math.min(at + cut, SOUND.length()));
        Path file = Files.createTempFile("cases", ".csv");
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            Cohort cohort = Cohort.read(file);
            assertTrue(!cohort.cases().isEmpty() && !cohort.structures().isEmpty());
        } catch (InvalidInputException e) {
            assertEquals(Problem.TABLE_INVALID, e.problem());
            assertTrue(e.getMessage().startsWith(file + " line ") || e.getMessage().contains("at least one case"), e.getMessage());
        } finally {
            Files.delete(file);
        }
    }
}
