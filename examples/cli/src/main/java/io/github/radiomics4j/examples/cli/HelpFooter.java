package io.github.radiomics4j.examples.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The end of a command's help, which tells what a settings file may say. It is put together only when it is shown. */
final class HelpFooter {

    private HelpFooter() { }

    /**
     * Gives a command such an end.
     *
     * @param spec the command's description
     * @param lines makes the lines
     */
    static void add(CommandSpec spec, Supplier<List<String>> lines) {
        spec.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> String.join(System.lineSeparator(), lines.get()) + System.lineSeparator());
    }
}
