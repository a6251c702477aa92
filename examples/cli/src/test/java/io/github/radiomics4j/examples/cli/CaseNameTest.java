package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseNameTest {

    @ParameterizedTest
    @CsvSource({"a/patient1.nii.gz, patient1", "patient1.NII.GZ, patient1", "scan.v2.nii, scan.v2", "x.nrrd, x", "cells.ome.tif, cells",
        "series, series", "series/, series", "a/../b.mha, b", "photo.xyz, photo", ".nii.gz, .nii", ".hidden, .hidden"})
    void theEndingOfTheFormatIsNoPartOfTheName(String file, String name) {
        assertEquals(name, CaseName.of(Path.of(file)));
    }
}
