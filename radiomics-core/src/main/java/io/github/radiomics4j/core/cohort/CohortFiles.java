package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.io.WholeFile;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.core.table.FeatureTableCsv;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The files of a result, see {@link CohortResult#writeTo}. */
final class CohortFiles {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Path folder;

    CohortFiles(Path folder) {
        this.folder = folder;
    }

    @FunctionalInterface
    private interface Text {
        void writeTo(Writer out) throws IOException;
    }

    void writeTables(CohortResult result) {
        makeFolder();
        try {
            for (String structure : result.cohort().structures()) {
                Path file = folder.resolve("features-" + structure + ".csv");
                FeatureTable table = result.tables().get(structure);
                if (table == null) {
                    Files.deleteIfExists(file);
                    Files.deleteIfExists(FeatureTableCsv.dictionaryOf(file));
                } else {
                    write(file, out -> FeatureTableCsv.write(table, out));
                    write(FeatureTableCsv.dictionaryOf(file), out -> FeatureTableCsv.writeDictionary(table, out));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete a table of an earlier run in " + folder, e);
        }
    }

    void writeRecords(CohortResult result) {
        makeFolder();
        write(folder.resolve("clinical.csv"), out -> clinical(result.cohort(), out));
        write(folder.resolve("not-measured.csv"), out -> notMeasured(result, out));
        write(folder.resolve("provenance.json"), out -> ProvenanceJson.write(result, out));
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    private static void write(Path file, Text text) {
        WholeFile.writeDurably(file, bytes -> {
            Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            text.writeTo(out);
            out.flush();
        });
    }

    private static void clinical(Cohort cohort, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, FORMAT);
        for (String column : List.of(CasesHeader.CASE, CasesHeader.PATIENT, CasesHeader.OUTCOME)) {
            csv.print(column);
        }
        csv.printRecord(cohort.clinicalColumns());
        for (CohortCase one : cohort.cases()) {
            csv.print(one.id());
            csv.print(one.patient());
            csv.print(one.outcome().map(event -> event ? "1" : "0").orElse(""));
            csv.printRecord(one.clinical().values());
        }
        csv.flush();
    }

    private static void notMeasured(CohortResult result, Writer out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, FORMAT);
        csv.printRecord("case", "structure", "status", "problem", "reason");
        for (CaseFailure failure : result.failures()) {
            csv.printRecord(failure.caseId(), failure.structure(), "failed", failure.problem().map(Enum::name).orElse(""),
                    failure.reason());
        }
        for (MissingStructure missing : result.missing()) {
            csv.printRecord(missing.caseId(), missing.structure(), "missing", "", "no image or mask in the table of cases");
        }
        csv.flush();
    }
}
