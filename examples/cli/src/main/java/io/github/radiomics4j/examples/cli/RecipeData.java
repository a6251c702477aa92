package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recipe may refer to outside itself: tables of repeated measurements, whose paths are relative to the recipe's folder and whose
 * cases are named by the same column as in the main table, and the groups of the main table's rows.
 *
 * @param folder of the recipe
 * @param id the column that names cases, empty where none was given
 * @param cases the names of the main table's rows
 * @param groups the groups of these, empty where none were given; copied
 * @param measured whether the main table was measured in this run. It then knows its settings, and tables to compare with must too: the
 *     data dictionary beside them tells
 */
record RecipeData(Path folder, Optional<String> id, List<String> cases, Optional<List<String>> groups, boolean measured) {

    /**
     * Copies the lists.
     *
     * @param folder of the recipe
     * @param id the column that names cases, empty where none was given
     * @param cases the names of the main table's rows
     * @param groups the groups of these, empty where none were given; copied
     * @param measured whether the main table was measured in this run
     */
    RecipeData {
        cases = List.copyOf(cases);
        groups = groups.map(List::copyOf);
    }

    /**
     * What goes with a table that the user gives.
     *
     * @param folder of the recipe
     * @param id the column that names cases, empty where none was given
     * @param cases the names of the main table's rows
     * @param groups the groups of these, empty where none were given; copied
     */
    RecipeData(Path folder, Optional<String> id, List<String> cases, Optional<List<String>> groups) {
        this(folder, id, cases, groups, false);
    }

    /**
     * What goes with tables that a study measures; it keeps patients together by itself.
     *
     * @param folder of the study's file
     * @return cases are named by the first column, as in all tables that are measured
     */
    static RecipeData ofStudy(Path folder) {
        return new RecipeData(folder, Optional.of(FeatureTableCsv.CASE), List.of(), Optional.empty(), true);
    }

    /**
     * No data: for recipes that refer to none.
     *
     * @return neither id nor groups
     */
    static RecipeData none() {
        return new RecipeData(Path.of(""), Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * Reads a table of repeated measurements.
     *
     * @param written the path as it stands in the recipe
     * @return its columns of numbers
     * @throws UsageException where no column was given to tell the cases by, or it is not there
     */
    FeatureTable repeats(String written) {
        if (measured) {
            return FeatureTableCsv.read(folder.resolve(written));
        }
        String column = id.orElseThrow(() -> new UsageException("the recipe compares with table " + written
                + ", whose cases are found by their names: give the column of these with --id"));
        CsvTable table = CsvTable.read(folder.resolve(written), Optional.of(column));
        return table.features(table.choice().numericBut(column));
    }

    /**
     * The groups of the rows, for plans that keep them together.
     *
     * @return one name per row
     * @throws UsageException where none were given
     */
    List<String> groupOfCase() {
        return groups.orElseThrow(() -> new UsageException("the recipe has a plan that keeps groups together: give the column of the "
                + "groups, such as the patient's id, with --groups"));
    }

    /**
     * The groups by the names of cases.
     *
     * @return case to group; empty where no groups were given
     */
    Map<String, String> groupByName() {
        Map<String, String> byName = new HashMap<>();
        groups.ifPresent(names -> {
            for (int i = 0; i < names.size(); i++) {
                byName.put(cases.get(i), names.get(i));
            }
        });
        return byName;
    }
}
