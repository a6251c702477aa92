package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.examples.cli.ibsi.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the command does without the phantoms. */
class IbsiUsageTest {
    private static final String HEADER = "dataset,family,family_id,aggregation,aggregation_id,feature,ibsi_id,ibsi_id_variant,"
            + "compliance_tag,reference_value,tolerance,consensus\n";

    @TempDir
    private Path folder;

    @Test
    void aFolderWithoutReferenceValuesIsRefusedInOneLine() {
        CommandRun run = CommandRun.of("ibsi", "--data", folder, "--out", folder.resolve("out"));
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertEquals("radiomics4j: there is no table of reference values " + Configuration.references(folder)
                + "; the folder of IBSI data must hold ibsi1/reference_values.csv\n", run.err().replace("\r", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ct_config_f,f,,,,x,,,tag,1,0,strong                                             | unknown data set \"ct_config_f\"",
        "ct_config_a,f,,,,x,,,tag,one,0,strong                                           | reference_value must be a number, was \"one\"",
        "ct_config_a,f,,,,x,,,tag,1,-1,strong                                            | a tolerance is at least 0, was -1",
        "ct_config_a,,,,,x,,,tag,1,0,strong                                              | family is empty",
        "ct_config_a,f,,,,x,,,tag,1e-999999999,0,strong                                  | reference_value has more than 40 digits",
        "ct_config_a,f,,,,x,,,tag,1,0                                                    | the row has 11 fields",
        "'ct_config_a,f,,,,x,,,t,1,0,strong\nct_config_a,f,,,,y,,,t,1,0,strong'          | compliance tag t occurs a second time",
        "''                                                                              | have no rows",
        "'\"ct'                                                                          | cannot be read as CSV",
    })
    void aBrokenTableIsRefusedInOneLine(String rows, String message) throws IOException {
        Files.createDirectories(folder.resolve("ibsi1"));
        Files.writeString(Configuration.references(folder), HEADER + rows + "\n");
        refused(message);
    }

    @Test
    void aTableWithoutAColumnIsRefusedInOneLine() throws IOException {
        Files.createDirectories(folder.resolve("ibsi1"));
        Files.writeString(Configuration.references(folder), HEADER.replace("tolerance", "tolerence"));
        refused("lack the columns [tolerance]");
    }

    private void refused(String message) {
        CommandRun run = CommandRun.of("ibsi", "--data", folder, "--out", folder.resolve("out"));
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("radiomics4j: ") && run.err().contains(message), run.err());
    }

    @Test
    void helpNamesOptionsAndExitCodes() {
        String help = CommandRun.of("help", "ibsi").out();
        for (String word : new String[] {"--data", "--out", "--markdown", "a value is missed"}) {
            assertTrue(help.contains(word), word + " is missing in " + help);
        }
    }

    @ParameterizedTest
    @EnumSource(Configuration.class)
    void settingsOfEachConfigurationAreUnderstood(Configuration configuration) {
        assertTrue(SettingsFile.parse(configuration.settings(), configuration.settingsName()).families().size() >= 11);
    }
}
