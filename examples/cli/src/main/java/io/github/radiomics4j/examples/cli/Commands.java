package io.github.radiomics4j.examples.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The commands of the program. What picocli learns from the annotations of one costs more than starting Java does, so it is shown only the
 * command that is called; for help on the program, and for a name that is none of these, all.
 */
final class Commands {
    /** Names in the order of the help. */
    static final List<String> NAMES = List.of("extract", "batch", "study", "map", "deep", "ibsi", "roc", "mi", "icc", "robustness", "radscore");

    private Commands() { }

    /**
     * Adds what is called.
     *
     * @param program the program, of whose own options none takes a value
     * @param arguments what the user wrote
     * @return the program
     */
    static CommandLine addTo(CommandLine program, String... arguments) {
        Optional<String> called = called(arguments);
        called.map(List::of).orElse(NAMES).forEach(name -> program.addSubcommand(name, command(name)));
        return called.isPresent() ? program : program.addSubcommand(new HelpCommand());
    }

    /** Whether a command is called that measures features, if only those of one region. */
    static boolean measures(String... arguments) {
        return called(arguments).filter("extract"::equals).isPresent();
    }

    private static Optional<String> called(String... arguments) {
        return Arrays.stream(arguments).filter(argument -> !argument.startsWith("-")).findFirst().filter(NAMES::contains);
    }

    private static Object command(String name) {
        return switch (name) {
            case "extract" -> new ExtractCommand();
            case "batch" -> new BatchCommand();
            case "study" -> new StudyCommand();
            case "map" -> new MapCommand();
            case "deep" -> new DeepCommand();
            case "ibsi" -> new IbsiCommand();
            case "roc" -> new RocCommand();
            case "mi" -> new MiCommand();
            case "icc" -> new IccCommand();
            case "robustness" -> new RobustnessCommand();
            case "radscore" -> new RadscoreCommand();
            default -> throw new IllegalArgumentException("no command is called " + name);
        };
    }
}
