package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import io.github.radiomics4j.core.table.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** In which form the tables of a cohort are written. */
enum TableFormat {
    /** CSV with a dictionary beside it. */
    CSV,
    /** Apache Parquet with the dictionary inside. */
    PARQUET;

    /**
     * Understands names.
     *
     * @param names as the user wrote them
     * @return the formats
     * @throws UsageException where one is not known
     */
    static Set<TableFormat> of(List<String> names) {
        Set<TableFormat> chosen = EnumSet.noneOf(TableFormat.class);
        List<String> known = Stream.of(values()).map(TableFormat::word).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageException("--format is \"" + name + "\", which is not known"
                        + NearestName.to(name, known).map(near -> "; did you mean \"" + near + "\"?").orElse("; known are: ")
                        + (NearestName.to(name, known).isPresent() ? "" : String.join(", ", known)));
            }
            chosen.add(valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return chosen;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes all that came of a cohort. Tables of an earlier run in a form that is not asked for are deleted: they are not this run's.
     *
     * @param chosen the forms
     * @param result what is written
     * @param folder where to
     * @throws UncheckedIOException where the disk fails
     */
    static void write(Set<TableFormat> chosen, CohortResult result, Path folder) {
        if (chosen.contains(CSV)) {
            result.writeTo(folder);
        } else {
            result.writeRecordsTo(folder);
        }
        if (chosen.contains(PARQUET)) {
            CohortParquet.write(result, folder);
        }
        for (String structure : result.cohort().structures()) {
            Path csv = folder.resolve("features-" + structure + ".csv");
            if (!chosen.contains(CSV)) {
                delete(csv);
                delete(FeatureTableCsv.dictionaryOf(csv));
            }
            if (!chosen.contains(PARQUET) || !result.tables().containsKey(structure)) {
                delete(folder.resolve("features-" + structure + ".parquet"));
            }
        }
        if (!chosen.contains(PARQUET)) {
            delete(folder.resolve("clinical.parquet"));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file + ", which an earlier run wrote", e);
        }
    }
}
