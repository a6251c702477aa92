package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line for the user and an exit code. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int FAILURE = 1;
    private static final int BAD_INPUT = 2;
    private static final int LONGEST = 2000;

    private final PrintWriter err;
    private final BooleanSupplier debug;

    /**
     * A report.
     *
     * @param err where it goes
     * @param debug whether stack traces are wanted
     */
    ErrorReport(PrintWriter err, BooleanSupplier debug) {
        this.err = err;
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        // An option that was misspelt is also one that is missing; the misspelling says more.
        List<String> unknown = command.getUnmatchedArguments();
        String message = e.getMessage();
        if (!unknown.isEmpty()) {
            UnmatchedArgumentException unmatched = new UnmatchedArgumentException(command, unknown);
            List<String> near = unmatched.getSuggestions();
            message = unmatched.getMessage() + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
        }
        return report(e, message + " (try: " + command.getCommandSpec().qualifiedName() + " --help)", BAD_INPUT);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        if (e instanceof InvalidInputException || e instanceof SettingsException || e instanceof UsageException) {
            return report(e, e.getMessage(), BAD_INPUT);
        }
        return report(e, "unexpected failure, please report it: " + e + (debug.getAsBoolean() ? "" : " (--debug shows where)"), FAILURE);
    }

    /**
     * Reports that the heap was too small.
     *
     * @param e the error
     * @return the exit code
     */
    int outOfMemory(OutOfMemoryError e) {
        return report(e, "not enough memory for this input; give Java more, for instance java -Xmx8g -jar radiomics4j.jar …", FAILURE);
    }

    /**
     * Reports that code could not be linked, most likely native code of another platform.
     *
     * @param e the error
     * @return the exit code
     */
    int unlinked(LinkageError e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return report(e, "a library cannot be loaded on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                + ": the folder lib beside the jar must be whole, and made by a build for this platform (" + cause + ")", FAILURE);
    }

    private int report(Throwable e, String message, int exitCode) {
        if (debug.getAsBoolean()) {
            e.printStackTrace(err);
        }
        err.println("radiomics4j: " + printable(message));
        return exitCode;
    }

    /** One line without control characters: file names and settings may hold anything, also commands to a terminal. */
    static String printable(String message) {
        String line = message.strip().lines().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
