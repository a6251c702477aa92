package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.ScalarImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/** The folder of reference images beside the project; tests that need it are skipped, visibly, where it is missing. */
public final class SharedFiles {

    private SharedFiles() {
    }

    public static Path folder(String name) {
        String shared = System.getProperty("radiomics4j.shared", "");
        Path folder = Path.of(shared).resolve(name);
        Assumptions.assumeTrue(!shared.isEmpty() && Files.isDirectory(folder),
                "the reference files " + folder + " are not there: set -Dradiomics4j.shared");
        return folder;
    }

    public static List<CSVRecord> rows(Path csv) throws IOException {
        try (Reader in = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
            return parser.getRecords();
        }
    }

    public static double[] values(ScalarImage image) {
        return image.copy(IndexBox.whole(image.size()));
    }

    public static void writeConformance(String file, String section, int matched, int total) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "conformance"));
        Files.writeString(folder.resolve(file), section + ": " + matched + "/" + total + "\n");
    }
}
