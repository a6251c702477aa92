package io.github.radiomics4j.examples.cli;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SettingsFilePropertyTest {
    private static final String FULL = """
            resampling: {spacing: [2, 2, 2], image: linear, mask: linear, maskThreshold: 0.5, roundIntensities: true}
            resegmentation:
              range: [-1000, 400]
              sigma: 3
            discretisation: {fixedBinSize: 25, origin: -1000}
            aggregations: [3d_merged, 3d_averaged]
            families:
            - glcm
            - glrlm
            """;

    /** Settings, or the exception that is documented; anything else fails the property. */
    private static void parse(String text) {
        try {
            SettingsFile.parse(text, "s.yaml").extractor();
        } catch (SettingsException e) {
            if (e.getMessage().isBlank() || e.line() < 0 || (e.line() == 0) != (e.column() == 0)) {
                throw new AssertionError("no place or no message: " + e);
            }
        }
    }

    @Property(tries = 2000)
    void anyTextIsSettingsOrRefused(@ForAll String text) {
        parse(text);
    }

    @Property(tries = 3000)
    void anyTextOfPiecesOfYamlIsSettingsOrRefused(@ForAll("pieces") String text) {
        parse(text);
    }

    @Property(tries = 3000)
    void settingsWithOneCharacterChangedAreSettingsOrRefused(@ForAll @IntRange(max = 380) int at, @ForAll char other,
            @ForAll @IntRange(max = 3) int removed) {
        int from = Math.min(at, FULL.length());
        parse(FULL.substring(0, from) + other + FULL.substring(Math.min(from + removed, FULL.length())));
    }

    @Property(tries = 500)
    void settingsThatEndEarlyAreSettingsOrRefused(@ForAll @IntRange(max = 400) int length) {
        parse(FULL.substring(0, Math.min(length, FULL.length())));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of("discretisation", "resampling", "resegmentation", "families", "aggregations", "spacing", "range", "sigma",
                "fixedBinNumber", "fixedBinSize", "origin", "none", "glcm", "3d_merged", "linear", "true", "1", "-2.5", "1e400", ".inf",
                ".nan", "~", ": ", ":", "- ", ", ", "{", "}", "[", "]", "\n", "\n  ", "  ", "\t", "? ", "&a ", "*a", "!!int ", "!x ",
                "\"", "'", "|", ">", "#", "%YAML 1.1\n", "---\n", "...\n", "<<: ", "\\", "\\x", "@", "`", "\u0085", "\u2028", "\uFEFF",
                "\uD83E\uDDB4", "\u0000").list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }
}
