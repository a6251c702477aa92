package io.github.radiomics4j.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Holds the place of the command line. */
@Command(name = "radiomics4j", mixinStandardHelpOptions = true, description = "Radiomics features of an image and a mask.")
public final class Main implements Runnable {
    private Main() { }

    /**
     * Runs the command line.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
