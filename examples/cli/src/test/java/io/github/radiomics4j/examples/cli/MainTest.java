package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.core.extraction.FeatureFamilies;
import io.github.radiomics4j.core.feature.Aggregation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "extract --help", "help extract", "help roc", "help mi", "help icc",
        "help radscore", "help map", "deep --help", "help deep", "deep help layers", "deep help train", "deep help saliency", "--version",
        "extract --version"})
    void helpAndVersionGoToStandardOutputAndEndWell(String arguments) {
        CommandRun run = CommandRun.of((Object[]) arguments.split(" "));
        assertEquals(0, run.exitCode());
        assertEquals("", run.err());
        assertTrue(run.out().contains("radiomics4j"), run.out());
    }

    @Test
    void theHelpOfExtractNamesItsOptionsSettingsAndExitCodes() {
        String help = CommandRun.of("help", "extract").out();
        for (String word : new String[] {"--image", "--mask", "--label", "--settings", "--case", "--out", "resampling", "resegmentation",
            "discretisation", "aggregations", "families", "fixedBinNumber", "fixedBinSize", "maskThreshold", "Exit codes"}) {
            assertTrue(help.contains(word), word + " is missing in " + help);
        }
    }

    @Test
    void theHelpOfExtractNamesAllFamiliesAndAggregations() {
        String help = CommandRun.of("help", "extract").out();
        FeatureFamilies.standard().forEach(f -> assertTrue(help.matches("(?s).*\\s" + f.id().name() + "[,\\s].*"), f.id().name()));
        Arrays.stream(Aggregation.values()).filter(Aggregation::isDirectional)
                .forEach(a -> assertTrue(help.contains(" " + a.label()), a.label()));
        assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                           | radiomics4j: a command is missing, such as extract (try: radiomics4j --help)",
        "extrct                       | radiomics4j: Unmatched argument at index 0: 'extrct'; did you mean extract? (try: radio",
        "help extrct                  | radiomics4j: Unknown subcommand 'extrct'.",
        "extract                      | radiomics4j: Missing required options: '--image=PATH', '--mask=FILE', '--out=FILE' (try:",
        "extract --imge a             | radiomics4j: Unknown options: '--imge', 'a'; did you mean --image",
        "extract --image              | radiomics4j: Missing required parameter for option '--image' (PATH)",
        "extract --image a --image b --mask c --out d | radiomics4j: option '--image' (PATH) should be specified only once",
    })
    void wrongUsageIsOneLineAndExitCodeTwo(String arguments, String message) {
        CommandRun run = CommandRun.of(arguments.isEmpty() ? new Object[0] : (Object[]) arguments.split(" "));
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith(message), run.err());
    }

    private static String report(boolean debug, Exception e, int exitCode) {
        StringWriter err = new StringWriter();
        assertEquals(exitCode, new ErrorReport(new PrintWriter(err, true), () -> debug).handleExecutionException(e, null, null));
        return err.toString();
    }

    @Test
    void anUnexpectedFailureIsOneLineAndExitCodeOne() {
        assertEquals("radiomics4j: unexpected failure, please report it: java.lang.IllegalStateException: odd; very odd"
                + " (--debug shows where)\n", report(false, new IllegalStateException("odd\n  very odd"), 1).replace("\r", ""));
    }

    @Test
    void debugShowsTheTrace() {
        assertTrue(report(true, new IllegalStateException("odd"), 1).contains("\tat " + MainTest.class.getName()));
        assertTrue(report(true, new UsageException("no"), 2).contains("\tat " + MainTest.class.getName()));
    }

    @Test
    void debugIsUnderstoodBeforeAndAfterTheCommand() {
        assertTrue(CommandRun.of("--debug", "extract", "--image=a", "--mask=b", "--out=c").err().contains("\tat "));
        assertTrue(CommandRun.of("extract", "--image=a", "--mask=b", "--out=c", "--debug").err().contains("\tat "));
    }

    @Test
    void messagesCannotSpeakToTheTerminal() {
        assertEquals("radiomics4j: file ?[31mred??? is missing\n",
                report(false, new UsageException("file \u001B[31mred\u0007\u202E\u2028 is missing"), 2).replace("\r", ""));
    }

    @Test
    void messagesHaveAnEnd() {
        assertTrue(report(false, new UsageException("x ".repeat(100_000)), 2).length() < 2100);
    }
}
