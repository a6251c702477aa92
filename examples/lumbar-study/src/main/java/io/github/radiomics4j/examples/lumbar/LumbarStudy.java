package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.InvalidInputException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * A whole study in one program: 170 synthetic cases with 39 recurrences, radiomics and deep features of disc and paraspinal muscle,
 * Radscores, and their validation against the Pfirrmann grade and against the truth that the generator knows.
 *
 * <pre>{@code
 * LumbarStudy [--cases 170] [--seed 20260101] [--threads N] [--out lumbar-study-results] [--bootstrap 200] [--deep scattering]
 * }</pre>
 *
 * <p>With {@code --deep cohort} the table of results has further lines: Radscores whose deep features come from an autoencoder that is
 * trained on the cohort, anew in every fold. That takes minutes more.
 *
 * <p>The same options give the same bytes, however many threads work. <b>The cohort is synthetic</b>, and every result says so.
 */
public final class LumbarStudy {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;

    private LumbarStudy() { }

    /**
     * Runs the study and ends the process: with 0 when all files are written, 1 when something could not be read, measured or written,
     * 2 for wrong arguments.
     *
     * @param arguments options, each followed by its value
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        StudyOptions options;
        try {
            options = StudyOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println("lumbar-study: " + e.getMessage());
            return WRONG_ARGUMENTS;
        }
        try {
            Files.createDirectories(options.output());
            out.println(StudyReport.SYNTHETIC + ".");
            StudyResults results = StudyResults.of(options, new Progress(err, options.cases()));
            StudyReport report = new StudyReport(results, options);
            report.write(options.output());
            out.print(report.table());
            out.println("Written to " + options.output()
                    + ": report.html, results.md, results.csv, study.json, roc.svg, formulas.txt, Radscores and feature tables.");
            return DONE;
        } catch (IOException | UncheckedIOException | InvalidInputException e) {
            err.println("lumbar-study: " + e);
            return FAILED;
        }
    }
}
