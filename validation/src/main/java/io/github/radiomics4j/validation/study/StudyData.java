package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study knows of its cases: features of one or more structures, the outcome, what is known from the clinic, which cases are of one
 * patient, which scanner they come from. Rows are joined by the case's id; tables may have them in any order.
 *
 * <p>Only cases with an outcome and a row in the table of every structure are analysed (listwise), so that all scores are compared on the
 * same cases; {@link CohortFlow} counts the others and says why each is left out. A value that is missing in a row (NaN) is a matter of
 * the recipe, which imputes it or refuses it; one of a clinical column leaves the case out of the comparison with that column. Immutable:
 * each method gives new data.
 */
public final class StudyData {
    private final List<String> cases;
    private final BinaryOutcome outcome;
    private final List<String> withoutOutcome;
    private final Map<String, FeatureTable> structures;
    private final Map<String, double[]> clinical;
    private final List<String> patients;
    private final List<String> batches;

    private StudyData(List<String> cases, BinaryOutcome outcome, List<String> withoutOutcome, Map<String, FeatureTable> structures,
            Map<String, double[]> clinical, List<String> patients, List<String> batches) {
        this.cases = cases;
        this.outcome = outcome;
        this.withoutOutcome = withoutOutcome;
        this.structures = structures;
        this.clinical = clinical;
        this.patients = patients;
        this.batches = batches;
    }

    /**
     * The cases whose outcome is known.
     *
     * @param cases one id per case, each once; copied
     * @param outcome the outcome of the same cases in the same order
     * @return data without structures yet
     * @throws InvalidInputException TABLE_INVALID where an id occurs twice
     * @throws IllegalArgumentException where cases and outcome are not of one length
     */
    public static StudyData of(List<String> cases, BinaryOutcome outcome) {
        requireLength(cases.size(), outcome.size(), "the outcome");
        requireDistinct(cases);
        return new StudyData(List.copyOf(cases), outcome, List.of(), Map.of(), Map.of(), List.of(), List.of());
    }

    /**
     * Cases, outcome and clinical columns of one table. Cases whose outcome is missing (NaN) are counted and left out.
     *
     * @param table one row per case; not modified
     * @param outcomeColumn the name of the column that holds 0, 1 or NaN; all other columns become clinical columns
     * @return data without structures yet
     * @throws InvalidInputException TABLE_INVALID where there is no such column, or it holds another value
     */
    public static StudyData ofTable(FeatureTable table, String outcomeColumn) {
        double[] coded = table.column(table.indexOf(outcomeColumn));
        List<Integer> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int row = 0; row < coded.length; row++) {
            if (Double.isNaN(coded[row])) {
                unknown.add(table.cases().get(row));
            } else {
                known.add(row);
            }
        }
        FeatureTable rows = table.rows(known.stream().mapToInt(row -> row).toArray());
        requireDistinct(table.cases());
        Map<String, double[]> clinical = new LinkedHashMap<>();
        for (String name : table.columnNames()) {
            if (!name.equals(outcomeColumn)) {
                clinical.put(name, rows.column(rows.indexOf(name)));
            }
        }
        return new StudyData(rows.cases(), BinaryOutcome.ofColumn(rows, outcomeColumn), List.copyOf(unknown), Map.of(),
                Collections.unmodifiableMap(clinical), List.of(), List.of());
    }

    private static void requireDistinct(List<String> cases) {
        Map<String, Integer> seen = new HashMap<>();
        for (int row = 0; row < cases.size(); row++) {
            Integer before = seen.put(cases.get(row), row);
            if (before != null) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "case \"" + cases.get(row) + "\" stands in rows " + before + " and "
                        + row + ": each case has one row, give the discs of one patient ids of their own and name the patient in"
                        + " withPatients");
            }
        }
    }

    private static void requireLength(int cases, int values, String what) {
        if (cases != values) {
            throw new IllegalArgumentException("there are " + cases + " cases but " + what + " is of " + values
                    + ": both must hold the same cases in the same order");
        }
    }

    /**
     * Adds a structure.
     *
     * @param name such as {@code disc}; no colon, no slash, and not {@value StudyPlan#COMBINED}
     * @param table its features, one row per case; cases may be missing, others may be there; not modified
     * @return data with it
     * @throws InvalidInputException TABLE_INVALID where a case occurs twice in the table, or there is no column
     * @throws IllegalArgumentException where the name is taken, blank, reserved or has a colon or slash
     */
    public StudyData withStructure(String name, FeatureTable table) {
        if (name.isBlank() || name.contains(":") || name.contains("/") || name.equals(StudyPlan.COMBINED) || structures.containsKey(name)) {
            throw new IllegalArgumentException("a structure needs a name of its own without \":\" and \"/\" that is not \""
                    + StudyPlan.COMBINED + "\", was \"" + name + "\" beside " + structures.keySet());
        }
        requireDistinct(table.cases());
        if (table.columnCount() == 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the table of structure \"" + name + "\" has no column");
        }
        Map<String, FeatureTable> more = new LinkedHashMap<>(structures);
        more.put(name, table);
        return new StudyData(cases, outcome, withoutOutcome, Collections.unmodifiableMap(more), clinical, patients, batches);
    }

    /**
     * Adds what is known from the clinic: a grade, an age. A comparator is taken for a score: higher must mean more likely positive.
     *
     * @param name such as {@code pfirrmann}
     * @param values one per case of {@link #cases()} in their order, NaN where missing; copied
     * @return data with it
     * @throws IllegalArgumentException where the name is taken or blank, or values and cases are not of one length
     */
    public StudyData withClinical(String name, double[] values) {
        if (name.isBlank() || clinical.containsKey(name)) {
            throw new IllegalArgumentException("a clinical column needs a name of its own, was \"" + name + "\" beside "
                    + clinical.keySet());
        }
        requireLength(cases.size(), values.length, "clinical column \"" + name + "\"");
        Map<String, double[]> more = new LinkedHashMap<>(clinical);
        more.put(name, values.clone());
        return new StudyData(cases, outcome, withoutOutcome, structures, Collections.unmodifiableMap(more), patients, batches);
    }

    /**
     * Says which cases are of one patient: resampling then keeps them together.
     *
     * @param patientOfCase one per case of {@link #cases()} in their order; copied
     * @return data with it
     * @throws IllegalArgumentException where patients and cases are not of one length
     */
    public StudyData withPatients(List<String> patientOfCase) {
        requireLength(cases.size(), patientOfCase.size(), "the list of patients");
        return new StudyData(cases, outcome, withoutOutcome, structures, clinical, List.copyOf(patientOfCase), batches);
    }

    /**
     * Says which scanner or hospital a case comes from: cases and events of each are counted, and a warning tells of a batch that has one
     * outcome only. Nothing is harmonised by it; a recipe that harmonises is given its batches itself.
     *
     * @param batchOfCase one per case of {@link #cases()} in their order; copied
     * @return data with it
     * @throws IllegalArgumentException where batches and cases are not of one length
     */
    public StudyData withBatches(List<String> batchOfCase) {
        requireLength(cases.size(), batchOfCase.size(), "the list of batches");
        return new StudyData(cases, outcome, withoutOutcome, structures, clinical, patients, List.copyOf(batchOfCase));
    }

    /**
     * The cases whose outcome is known, analysed or not.
     *
     * @return ids in order
     */
    public List<String> cases() {
        return cases;
    }

    /**
     * Their outcome.
     *
     * @return in the order of {@link #cases()}
     */
    public BinaryOutcome outcome() {
        return outcome;
    }

    /**
     * The structures' tables as they were given.
     *
     * @return name to table, in the order of their adding
     */
    public Map<String, FeatureTable> structures() {
        return structures;
    }

    /**
     * The names of the clinical columns.
     *
     * @return in the order of their adding
     */
    public List<String> clinicalColumns() {
        return List.copyOf(clinical.keySet());
    }

    List<String> withoutOutcome() {
        return withoutOutcome;
    }

    /** In the order of cases; not to be modified. */
    Map<String, double[]> clinical() {
        return clinical;
    }

    /** Empty where each case is a patient. */
    List<String> patients() {
        return patients;
    }

    /** Empty where batches are not known. */
    List<String> batches() {
        return batches;
    }
}
