package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.Cohort;
import io.github.radiomics4j.core.cohort.CohortCase;
import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.io.WholeFile;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The tables of a cohort as Parquet files: the columns of the CSV files, numbers as numbers. */
final class CohortParquet {
    /** A number whose text holds nothing more: 007 is a name. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private CohortParquet() { }

    /**
     * Writes {@code features-STRUCTURE.parquet} and {@code clinical.parquet}.
     *
     * @param result what is written
     * @param folder where to; must exist
     * @throws UncheckedIOException where the disk fails
     */
    static void write(CohortResult result, Path folder) {
        result.tables().forEach((structure, table) -> write(features(table), folder.resolve("features-" + structure + ".parquet")));
        write(clinical(result.cohort()), folder.resolve("clinical.parquet"));
    }

    private static void write(ParquetFile table, Path file) {
        WholeFile.writeDurably(file, table::writeTo);
    }

    private static ParquetFile features(FeatureTable table) {
        List<ParquetColumn> columns = new ArrayList<>();
        columns.add(ParquetColumn.texts(FeatureTableCsv.CASE, table.cases().stream().map(Optional::of).toList()));
        for (int c = 0; c < table.columnCount(); c++) {
            columns.add(ParquetColumn.doubles(table.columns().get(c).name(), table.column(c)));
        }
        StringWriter dictionary = new StringWriter();
        try {
            FeatureTableCsv.writeDictionary(table, dictionary);
        } catch (IOException e) {
            throw new UncheckedIOException("texts do not fail", e);
        }
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("radiomics4j.dictionary.csv", dictionary.toString());
        metadata.put("radiomics4j.fingerprint", table.provenance().fingerprint());
        return new ParquetFile(columns, metadata);
    }

    private static ParquetFile clinical(Cohort cohort) {
        List<ParquetColumn> columns = new ArrayList<>();
        columns.add(ParquetColumn.texts(FeatureTableCsv.CASE, all(cohort, one -> Optional.of(one.id()))));
        columns.add(ParquetColumn.texts("patient", all(cohort, one -> Optional.of(one.patient()))));
        columns.add(ParquetColumn.wholeNumbers("outcome", all(cohort, one -> one.outcome().map(event -> event ? 1L : 0L))));
        for (String name : cohort.clinicalColumns()) {
            List<Optional<String>> texts = all(cohort, one -> Optional.of(one.clinical().get(name)).filter(text -> !text.isEmpty()));
            boolean numbers = texts.stream().flatMap(Optional::stream).allMatch(text -> NUMBER.matcher(text).matches())
                    && texts.stream().anyMatch(Optional::isPresent);
            columns.add(numbers ? ParquetColumn.optionalDoubles(name, texts.stream().map(text -> text.map(Double::valueOf)).toList())
                    : ParquetColumn.texts(name, texts));
        }
        return new ParquetFile(columns, Map.of());
    }

    private static <T> List<Optional<T>> all(Cohort cohort, Function<CohortCase, Optional<T>> value) {
        return cohort.cases().stream().map(value).toList();
    }
}
