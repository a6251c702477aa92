package io.github.radiomics4j.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code deep}: what is done with networks besides measuring with them. Each is a class of its own, listed here. */
@Command(name = "deep", mixinStandardHelpOptions = true, versionProvider = ManifestVersion.class,
        usageHelpWidth = ExtractCommand.HELP_WIDTH,
        description = "Looks into networks and trains them. Deep features are measured by extract --deep.",
        subcommands = {DeepLayersCommand.class, DeepTrainCommand.class, DeepSaliencyCommand.class, HelpCommand.class})
final class DeepCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command of deep is missing, such as layers");
    }
}
