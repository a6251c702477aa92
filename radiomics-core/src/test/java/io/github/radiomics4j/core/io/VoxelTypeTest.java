package io.github.radiomics4j.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoxelTypeTest {

    @ParameterizedTest
    @CsvSource({
        "INT8, -128, 127, -129, 128", "UINT8, 0, 255, -1, 256", "INT16, -32768, 32767, -32769, 32768", "UINT16, 0, 65535, -1, 65536",
        "INT32, -2147483648, 2147483647, -2147483649, 2147483648", "UINT32, 0, 4294967295, -1, 4294967296",
        "INT64, -9007199254740992, 9007199254740992, -9007199254740994, 9007199254740994",
        "UINT64, 0, 9007199254740992, -1, 9007199254740994",
        "FLOAT32, -3.4028234663852886E38, 3.4028234663852886E38, -3.5E38, 3.5E38"})
    void rangeEndsWhereTheTypeDoes(VoxelType type, double least, double largest, double below, double above) {
        assertEquals("true true false false",
                type.holds(least) + " " + type.holds(largest) + " " + type.holds(below) + " " + type.holds(above));
    }

    @ParameterizedTest
    @CsvSource({"0.5, false, false, true", "0.1, false, false, false", "NaN, false, false, true", "Infinity, false, false, true",
        "-Infinity, false, false, true", "-0.0, true, true, true", "1e300, false, false, false", "1e-300, false, false, false"})
    void wholeNumbersHoldNoFractionsAndSinglePrecisionNoMoreDigits(double value, boolean small, boolean large, boolean single) {
        assertEquals(small, VoxelType.UINT8.holds(value));
        assertEquals(large, VoxelType.INT64.holds(value));
        assertEquals(large, VoxelType.UINT32.holds(value));
        assertEquals(single, VoxelType.FLOAT32.holds(value));
        assertEquals(true, VoxelType.FLOAT64.holds(value));
    }
}
