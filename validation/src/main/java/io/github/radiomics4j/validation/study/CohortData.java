package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortCase;
import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.table.FeatureColumn;
import io.github.radiomics4j.core.table.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The data of a study from what was measured of a cohort: its tables, outcomes, patients, and those clinical columns that hold numbers. A
 * clinical column is numeric where every text in it that is not empty is a finite decimal number; empty means missing.
 */
public final class CohortData {
    private static final String OUTCOME = "outcome";

    private CohortData() {
    }

    /**
     * Everything that a study needs to know.
     *
     * @param measured tables and cohort
     * @return the data; cases of unknown outcome and cases without a structure are counted in the study's {@link CohortFlow}
     * @throws InvalidInputException TABLE_INVALID where no case has an outcome, or no case of a structure could be measured
     */
    public static StudyData of(CohortResult measured) {
        return of(measured, measured.tables(), measured.cohort().clinicalColumns());
    }

    /**
     * The same, with a batch (scanner, hospital) that a recipe can harmonise: every structure's table gets a column of the batch's name
     * with its number, 1 for the first in the order of names. A recipe that does not harmonise by it would take it for a feature.
     *
     * @param measured tables and cohort
     * @param batchColumn a clinical column, of texts or numbers; it is no comparator then
     * @return the data with {@link StudyData#withBatches}
     * @throws InvalidInputException as {@link #of(CohortResult)}, and TABLE_INVALID where there is no such column or it is empty for a case
     */
    public static StudyData of(CohortResult measured, String batchColumn) {
        Map<String, String> batchOf = batches(measured.cohort(), batchColumn);
        List<String> numbered = List.copyOf(new TreeSet<>(batchOf.values()));
        Map<String, FeatureTable> tables = new LinkedHashMap<>();
        measured.tables().forEach((structure, table) -> tables.put(structure, withColumn(table, batchColumn,
                table.cases().stream().mapToDouble(id -> 1 + numbered.indexOf(batchOf.get(id))).toArray())));
        List<String> others = measured.cohort().clinicalColumns().stream().filter(name -> !name.equals(batchColumn)).toList();
        return of(measured, tables, others).withBatches(known(measured.cohort()).map(one -> batchOf.get(one.id())).toList());
    }

    private static Map<String, String> batches(Cohort cohort, String column) {
        if (!cohort.clinicalColumns().contains(column)) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "the cohort has no column \"" + column + "\" of batches among "
                    + cohort.clinicalColumns());
        }
        Map<String, String> batchOf = new HashMap<>();
        for (CohortCase one : cohort.cases()) {
            if (one.clinical().get(column).isEmpty()) {
                throw new InvalidInputException(Problem.TABLE_INVALID, "case \"" + one.id() + "\" has no batch in column " + column
                        + ": each case needs one, say where it was scanned or take the case out");
            }
            batchOf.put(one.id(), one.clinical().get(column));
        }
        return batchOf;
    }

    private static StudyData of(CohortResult measured, Map<String, FeatureTable> tables, List<String> clinicalColumns) {
        if (known(measured.cohort()).findAny().isEmpty()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, "no case of the cohort has an outcome: give the table of cases a column "
                    + OUTCOME + " of 1 for an event, 0 for none");
        }
        StudyData data = StudyData.ofTable(clinical(measured.cohort(), clinicalColumns), OUTCOME);
        for (String structure : measured.cohort().structures()) {
            if (!tables.containsKey(structure)) {
                throw new InvalidInputException(Problem.TABLE_INVALID, structure + " could not be measured in any of "
                        + measured.cohort().cases().size() + " cases" + measured.failures().stream()
                        .filter(failure -> failure.structure().equals(structure)).findFirst()
                        .map(failure -> "; of the first, " + failure.caseId() + ": " + failure.reason()).orElse(""));
            }
            data = data.withStructure(structure, tables.get(structure));
        }
        return data.withPatients(known(measured.cohort()).map(CohortCase::patient).toList());
    }

    private static Stream<CohortCase> known(Cohort cohort) {
        return cohort.cases().stream().filter(one -> one.outcome().isPresent());
    }

    private static FeatureTable clinical(Cohort cohort, List<String> names) {
        List<FeatureColumn> columns = new ArrayList<>(List.of(FeatureColumn.named(OUTCOME)));
        List<double[]> values = new ArrayList<>();
        values.add(cohort.cases().stream().mapToDouble(one -> one.outcome().map(event -> event ? 1.0 : 0.0).orElse(Double.NaN)).toArray());
        for (String name : names) {
            numbers(cohort.cases().stream().map(one -> one.clinical().get(name)).toList()).ifPresent(numbers -> {
                columns.add(FeatureColumn.named(name));
                values.add(numbers);
            });
        }
        return FeatureTable.of(cohort.cases().stream().map(CohortCase::id).toList(), columns, values.toArray(double[][]::new),
                Provenance.of(Map.of()));
    }

    /** Empty where a text is no number, or all are empty. */
    private static Optional<double[]> numbers(List<String> texts) {
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = texts.get(i).isEmpty() ? Double.NaN : Double.parseDouble(texts.get(i));
            } catch (NumberFormatException e) {
                return Optional.empty(); // a column of words is no error, it just is no score
            }
            if (Double.isInfinite(numbers[i])) {
                return Optional.empty();
            }
        }
        return Arrays.stream(numbers).allMatch(Double::isNaN) ? Optional.empty() : Optional.of(numbers);
    }

    private static FeatureTable withColumn(FeatureTable table, String name, double[] column) {
        List<FeatureColumn> columns = new ArrayList<>(table.columns());
        columns.add(FeatureColumn.named(name));
        double[][] values = new double[columns.size()][];
        for (int c = 0; c < values.length - 1; c++) {
            values[c] = table.column(c);
        }
        values[values.length - 1] = column;
        return FeatureTable.of(table.cases(), columns, values, table.provenance());
    }
}
