package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandsTest {

    private static CommandLine program(String... arguments) {
        return Commands.addTo(new CommandLine(CommandSpec.create()), arguments);
    }

    @Test
    void everyCommandIsKnownByTheNameOfItsAnnotation() {
        program().getSubcommands().forEach((name, command) ->
                assertEquals(name, command.getCommandSpec().userObject().getClass().getAnnotation(CommandLine.Command.class).name()));
        List<String> all = new ArrayList<>(Commands.NAMES);
        all.add("help");
        assertEquals(all, List.copyOf(program().getSubcommands().keySet()));
    }

    @Test
    void aCommandThatIsCalledIsTheOnlyOne() {
        assertEquals(Set.of("roc"), program("--debug", "roc", "--table", "map").getSubcommands().keySet());
    }

    @Test
    void helpAndUnknownNamesSeeAllCommands() {
        assertEquals(Commands.NAMES.size() + 1, program("help", "roc").getSubcommands().size());
        assertEquals(Commands.NAMES.size() + 1, program("rock").getSubcommands().size());
        assertEquals(Commands.NAMES.size() + 1, program("--version").getSubcommands().size());
    }

    @Test
    void onlyAnExtractionIsWarmedUpFor() {
        assertTrue(Commands.measures("--debug", "extract", "--help"));
        assertFalse(Commands.measures("help", "extract"));
        assertFalse(Commands.measures());
    }

    @Test
    void theWarmUpMeasuresAllFamiliesWithoutAFailure() {
        WarmUp.measure();
    }
}
