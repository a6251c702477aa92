package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The cases that are analysed: those with an outcome and all structures, in the order of the data, every table in that order. */
final class AnalysedCases {
    private final CohortFlow flow;
    private final List<String> cases;
    private final BinaryOutcome outcome;
    private final Map<String, FeatureTable> structures = new LinkedHashMap<>();
    private final Map<String, double[]> clinical = new LinkedHashMap<>();
    private final List<String> patients;
    private final List<String> batches;

    private AnalysedCases(StudyData data, int[] rows, int read, List<CohortFlow.Exclusion> excluded) {
        this.cases = at(data.cases(), rows);
        this.outcome = data.outcome().rows(rows);
        this.patients = data.patients().isEmpty() ? List.of() : at(data.patients(), rows);
        this.batches = data.batches().isEmpty() ? List.of() : at(data.batches(), rows);
        data.structures().forEach((name, table) -> structures.put(name, inOrder(table)));
        data.clinical().forEach((name, values) -> clinical.put(name, IntStream.of(rows).mapToDouble(row -> values[row]).toArray()));
        int persons = patients.isEmpty() ? cases.size() : new HashSet<>(patients).size();
        this.flow = new CohortFlow(read, excluded, cases.size(), outcome.positives(), persons, countBatches());
    }

    static AnalysedCases of(StudyData data) {
        if (data.structures().isEmpty()) {
            throw new IllegalArgumentException("a study needs the features of at least one structure: add them by withStructure");
        }
        Map<String, Set<String>> having = new LinkedHashMap<>();
        data.structures().forEach((name, table) -> having.put(name, new HashSet<>(table.cases())));
        List<CohortFlow.Exclusion> excluded = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < data.cases().size(); row++) {
            String id = data.cases().get(row);
            List<String> missing = having.keySet().stream().filter(name -> !having.get(name).contains(id))
                    .map(name -> "no " + name).toList();
            if (missing.isEmpty()) {
                rows.add(row);
            } else {
                excluded.add(new CohortFlow.Exclusion(id, String.join(", ", missing)));
            }
        }
        Set<String> unknown = new LinkedHashSet<>(data.withoutOutcome());
        data.structures().values().forEach(table -> unknown.addAll(table.cases()));
        data.cases().forEach(unknown::remove);
        unknown.forEach(id -> excluded.add(new CohortFlow.Exclusion(id, "no outcome")));
        int read = data.cases().size() + unknown.size();
        AnalysedCases cohort = new AnalysedCases(data, rows.stream().mapToInt(row -> row).toArray(), read, excluded);
        if (cohort.units().ofRarerOutcome() < 2) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "a study needs at least 2 cases of each outcome "
                    + (cohort.hasSeveralCasesPerPatient() ? "of different patients " : "") + "that have all structures "
                    + having.keySet() + ", there are " + cohort.outcome + " of " + read + " cases read; left out were "
                    + cohort.flow.exclusions() + ": compare the ids of the tables");
        }
        return cohort;
    }

    private static <T> List<T> at(List<T> all, int[] rows) {
        return IntStream.of(rows).mapToObj(all::get).toList();
    }

    /** A table of the analysed cases alone, so that all of them have the same rows and share them side by side. */
    private FeatureTable inOrder(FeatureTable table) {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < table.caseCount(); row++) {
            rowOf.put(table.cases().get(row), row);
        }
        double[][] values = new double[table.columnCount()][cases.size()];
        for (int c = 0; c < values.length; c++) {
            for (int r = 0; r < cases.size(); r++) {
                values[c][r] = table.value(rowOf.get(cases.get(r)), c);
            }
        }
        return FeatureTable.of(cases, table.columns(), values, table.provenance());
    }

    private SortedMap<String, CohortFlow.Batch> countBatches() {
        SortedMap<String, CohortFlow.Batch> counts = new TreeMap<>();
        for (int row = 0; row < batches.size(); row++) {
            counts.merge(batches.get(row), new CohortFlow.Batch(1, outcome.isPositive(row) ? 1 : 0),
                    (a, b) -> new CohortFlow.Batch(a.cases() + b.cases(), a.events() + b.events()));
        }
        return counts;
    }

    CohortFlow flow() {
        return flow;
    }

    List<String> cases() {
        return cases;
    }

    BinaryOutcome outcome() {
        return outcome;
    }

    Map<String, FeatureTable> structures() {
        return structures;
    }

    /**
     * All structures side by side, each under its prefix, but for columns that are the case's and not the structure's (its batch): these
     * stand once, under their own name.
     */
    FeatureTable sideBySide(List<String> ofCase) {
        Map<String, double[]> shared = new LinkedHashMap<>();
        List<FeatureTable> parts = new ArrayList<>();
        structures.forEach((name, table) -> {
            List<String> own = new ArrayList<>(table.columnNames());
            for (String column : ofCase) {
                if (own.remove(column)) {
                    share(shared, column, table.column(table.indexOf(column)), name);
                }
            }
            parts.add(table.select(own).prefixed(name));
        });
        if (!shared.isEmpty()) {
            parts.add(FeatureTable.of(cases, shared.keySet().stream().map(FeatureColumn::named).toList(),
                    shared.values().toArray(double[][]::new), Provenance.of(Map.of())));
        }
        return parts.stream().reduce(FeatureTable::beside).orElseThrow();
    }

    private void share(Map<String, double[]> shared, String column, double[] values, String structure) {
        double[] before = shared.putIfAbsent(column, values);
        int differs = before == null ? -1 : Arrays.mismatch(before, values);
        if (differs >= 0) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "column \"" + column + "\" of case \"" + cases.get(differs) + "\" is "
                    + before[differs] + " in one structure and " + values[differs] + " in \"" + structure
                    + "\": a score of all structures harmonises by what a case has once");
        }
    }

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

    boolean hasSeveralCasesPerPatient() {
        return flow.hasSeveralCasesPerPatient();
    }

    IndependentUnits units() {
        return new IndependentUnits(hasSeveralCasesPerPatient() ? patients : cases, outcome);
    }

    /** Case to patient; empty where each case is a patient. */
    Map<String, String> patientOfCase() {
        Map<String, String> of = new HashMap<>();
        for (int row = 0; row < patients.size(); row++) {
            of.put(cases.get(row), patients.get(row));
        }
        return of;
    }
}
