package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cases of a study: their files, outcomes and clinical data. Immutable.
 *
 * <p>As a file it is a CSV table, {@code cases.csv}, with a row per case and these columns, in any order:
 * <pre>
 * case                unique name of the case
 * patient             whom it belongs to; left out or empty: the case is its own patient
 * outcome             1 for an event, 0 for none, empty where unknown; may be left out
 * image               the image of all structures that have no column of their own
 * STRUCTURE.image     file, or folder of a DICOM series
 * STRUCTURE.mask      label map, DICOM structure set or segmentation
 * STRUCTURE.label     which region: a whole number, or a name; left out or empty: the mask's only one
 * STRUCTURE.roi       which region by name, in place of label
 * any other column    clinical data, kept as text; clinical.NAME for a name that would otherwise be taken for a slip
 * </pre>
 * Relative paths start at the table's folder. A structure whose image or mask is empty is one that the case lacks.
 *
 * @param cases in the order of the file, at least one, ids unique; copied
 * @param structures the structures' names, at least one; copied
 * @param clinicalColumns the names of the clinical columns; copied
 */
public record Cohort(List<CohortCase> cases, List<String> structures, List<String> clinicalColumns) {
    /** What a structure may be called: tables are named after it. */
    static final Pattern STRUCTURE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    /**
     * Checks that cases are unique and know no other structures and columns than these.
     *
     * @param cases in the order of tables, at least one; copied
     * @param structures letters, digits, underscores and hyphens, at least one; copied
     * @param clinicalColumns the names of the clinical columns; copied
     */
    public Cohort {
        cases = List.copyOf(cases);
        structures = List.copyOf(structures);
        clinicalColumns = List.copyOf(clinicalColumns);
        if (cases.isEmpty() || structures.isEmpty()) {
            throw new IllegalArgumentException("a cohort needs at least one case and one structure");
        }
        for (String structure : structures) {
            if (!STRUCTURE.matcher(structure).matches()) {
                throw new IllegalArgumentException("a structure is named with letters, digits, _ and -, was \"" + structure + "\"");
            }
        }
        Set<String> ids = new HashSet<>();
        for (CohortCase one : cases) {
            if (!ids.add(one.id())) {
                throw new IllegalArgumentException("case \"" + one.id() + "\" occurs twice in the cohort");
            }
            if (!structures.containsAll(one.structures().keySet()) || !clinicalColumns.equals(List.copyOf(one.clinical().keySet()))) {
                throw new IllegalArgumentException("case \"" + one.id() + "\" has structures " + one.structures().keySet()
                        + " and clinical columns " + one.clinical().keySet() + ", the cohort has " + structures + " and "
                        + clinicalColumns);
            }
        }
    }

    /**
     * Reads a table of cases. No image is opened.
     *
     * @param file CSV in UTF-8 with a header line, as described above
     * @return the cohort
     * @throws InvalidInputException MISSING_FILE or TABLE_INVALID, with line and column, and the name that was probably meant
     * @throws java.io.UncheckedIOException where the disk fails
     */
    public static Cohort read(Path file) {
        return CasesCsv.read(file);
    }
}
