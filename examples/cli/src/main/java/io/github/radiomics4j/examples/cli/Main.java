package io.github.radiomics4j.examples.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code radiomics4j}. A command is a class of its own, listed here and nowhere else. */
@Command(name = "radiomics4j", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class, usageHelpWidth = 100,
        description = "Radiomics: features as the IBSI manual defines them, and the statistics that make a Radscore of them.",
        subcommands = {ExtractCommand.class, MapCommand.class, DeepCommand.class, IbsiCommand.class, RocCommand.class, MiCommand.class,
            IccCommand.class, RobustnessCommand.class, RadscoreCommand.class, HelpCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a failure inside the program (--debug shows where), or ibsi missed a value",
            "2:bad input or usage; the message says what"})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    private Main() { }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(execute(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out where help and version go
     * @param err where messages go
     * @param arguments see {@code --help}
     * @return 0 done, 1 a failure inside the program, 2 bad input or usage
     */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        ErrorReport errors = new ErrorReport(err, () -> main.debug);
        CommandLine commandLine = new CommandLine(main).setOut(out).setErr(err).setExpandAtFiles(false)
                .setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors);
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            return errors.outOfMemory(e);
        } catch (LinkageError e) {
            return errors.unlinked(e);
        } finally {
            out.flush();
            err.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as extract");
    }
}
