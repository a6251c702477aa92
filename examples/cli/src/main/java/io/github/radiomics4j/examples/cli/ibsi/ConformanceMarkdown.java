package io.github.radiomics4j.examples.cli.ibsi;

import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.List;

/** The outcome as a page of documentation: the command, the counts, and what was missed. */
public final class ConformanceMarkdown {
    private static final String START = """
            # IBSI conformance

            Every agreed value of IBSI chapter 1 (the digital phantom, and the lung CT phantom in configurations A to E), recomputed:

            ```
            java -jar examples/cli/target/radiomics4j.jar ibsi --data DIR --out OUT --markdown docs/ibsi.md
            ```

            This command has written this page; nothing here is typed by hand, and a test fails where the page and the program differ.
            What `DIR` holds is described in [cli.md](cli.md#ibsi). `OUT/ibsi1.csv` and `OUT/ibsi1.html` list every value.

            """;
    private ConformanceMarkdown() { }

    /**
     * Writes the page. It depends on the outcome alone: no date, no path, no version.
     *
     * @param conformance the outcome
     * @param out where to; not closed
     * @throws IOException where it cannot be written
     */
    public static void write(Conformance conformance, Writer out) throws IOException {
        out.write(START);
        out.write("**" + String.join("; ", conformance.summary()) + ".**\n\n## Features\n\n");
        table(conformance.counts(false), out);
        out.write("\n## Diagnostics\n\nDimensions, voxel counts, boxes and intensities after each stage of the processing.\n\n");
        table(conformance.counts(true), out);
        out.write("\n## Missed\n\n");
        if (conformance.misses().isEmpty()) {
            out.write("None.\n");
        }
        for (Comparison miss : conformance.misses()) {
            out.write("- " + miss + "\n");
        }
        out.write("\n## When a value counts as met\n\n" + ComparisonRule.IN_WORDS);
        out.flush();
    }

    private static void table(List<List<String>> rows, Writer out) throws IOException {
        for (int i = 0; i < rows.size(); i++) {
            out.write("| " + String.join(" | ", rows.get(i)) + " |\n");
            if (i == 0) {
                out.write("|---|" + String.join("", Collections.nCopies(rows.get(i).size() - 1, "---:|")) + "\n");
            }
        }
    }
}
