package io.github.radiomics4j.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> FAMILIES = List.of("intensity_statistics", "intensity_histogram", "glcm", "glrlm", "glszm");

    @ParameterizedTest
    @CsvSource({"glmc, glcm", "GLCM, glcm", "gclm, glcm", "glsz, glszm", "glrlmm, glrlm", "intensityStatistics, intensity_statistics",
        "intensity-histogramm, intensity_histogram", "IntensityStats, intensity_statistics"})
    void aSlipFindsItsName(String slip, String meant) {
        assertEquals(Optional.of(meant), NearestName.to(slip, FAMILIES));
    }

    @ParameterizedTest
    @CsvSource({"shape", "x", "''", "statistics_of_intensities_in_the_region"})
    void whatIsNotAlikeFindsNothing(String other) {
        assertEquals(Optional.empty(), NearestName.to(other, FAMILIES));
    }

    @Test
    void theFirstOfEquallyNearNamesIsTaken() {
        assertEquals(Optional.of("abcd"), NearestName.to("abce", List.of("abcd", "abcf")));
    }
}
