package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.table.FeatureTable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a recipe's tables of repeated measurements are read: paths are relative to the recipe's folder, and cases are named by the same
 * column as in the main table.
 *
 * @param folder of the recipe
 * @param id the column that names cases, empty where none was given
 */
record RepeatedMeasurements(Path folder, Optional<String> id) {

    /**
     * Reads one.
     *
     * @param written the path as it stands in the recipe
     * @return its columns of numbers
     * @throws UsageException where no column was given to tell the cases by, or it is not there
     */
    FeatureTable read(String written) {
        String column = id.orElseThrow(() -> new UsageException("the recipe compares with table " + written
                + ", whose cases are found by their names: give the column of these with --id"));
        CsvTable table = CsvTable.read(folder.resolve(written), Optional.of(column));
        return table.features(table.numericBut(column));
    }
}
