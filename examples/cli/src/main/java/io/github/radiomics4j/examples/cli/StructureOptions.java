package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.cohort.CaseReading;
import io.github.radiomics4j.core.cohort.Cohort;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which region of which cases is meant. */
final class StructureOptions {
    @Option(names = "--cases", required = true, paramLabel = "FILE",
            description = "CSV with a row per case, as for batch: case, STRUCTURE.image, STRUCTURE.mask and more, see docs/cohort.md.")
    private Path cases;

    @Option(names = "--structure", paramLabel = "NAME",
            description = "Which structure of the cases; may be left out where there is only one. Cases that lack it are left out, and "
                + "named.")
    private Optional<String> structure = Optional.empty();

    /**
     * Reads the table, not yet the images.
     *
     * @param reading how files will be read
     * @param err where cases are named that do not have the structure
     * @return the cases that have it
     * @throws UsageException where the structure is not told, or is not in the table
     * @throws io.github.radiomics4j.core.InvalidInputException MISSING_FILE or TABLE_INVALID, also where no case has the structure
     */
    StructureCases read(CaseReading reading, PrintWriter err) {
        StructureCases found = StructureCases.of(cases, Cohort.read(cases), structure, reading);
        found.leftOut().ifPresent(message -> err.println("radiomics4j: " + ErrorReport.printable(message)));
        return found;
    }
}
