package io.github.radiomics4j.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of Parquet files. Those written out here were read by pyarrow and DuckDB, which gave the table that is named beside them. */
class ParquetFileTest {
    private static final String GOLDEN = ""
            + "504152311500152815282c15061500150615060000040000000401020001000000610300000062c3a91500153c153c2c15061500150615"
            + "060000020000000601000000000000f83f000000000000f87f00000000000000801500153015302c150615001506150600000400000002"
            + "0004010200000000000000fdffffffffffffff1502194c48057461626c65150600150c250218046361736525004c1c000000150a250218"
            + "0178001504250218016e001606191c193c26081c150c192500061918046361736515001606164a164a2608000026521c150a1925000619"
            + "18017815001606165e165e2652000026b0011c1504192500061918016e150016061652165226b001000016fa01160600191c18036b6579"
            + "180576616c756500180b726164696f6d696373346a00a800000050415231";

    private static byte[] bytes(ParquetFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.writeTo(out);
        return out.toByteArray();
    }

    /** Read by pyarrow 26.0.1 as: case a, bé, None; x 1.5, NaN, −0.0; n None, 2, −3; metadata key → value. */
    static ParquetFile small() {
        return new ParquetFile(List.of(ParquetColumn.texts("case", List.of(Optional.of("a"), Optional.of("bé"), Optional.empty())),
                ParquetColumn.doubles("x", 1.5, Double.NaN, -0.0),
                ParquetColumn.wholeNumbers("n", List.of(Optional.empty(), Optional.of(2L), Optional.of(-3L)))), Map.of("key", "value"));
    }

    @Test
    void aSmallTableHasTheBytesThatOtherReadersUnderstood() throws IOException {
        assertEquals(GOLDEN, HexFormat.of().formatHex(bytes(small())));
    }

    @Test
    void columnsOfOtherLengthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ParquetFile(List.of(), Map.of()));
        assertThrows(IllegalArgumentException.class,
                () -> new ParquetFile(List.of(ParquetColumn.doubles("x", 1), ParquetColumn.doubles("y", 1, 2)), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"0, 00", "127, 7f", "128, 8001", "16384, 808001", "-1, ffffffffffffffffff01"})
    void variableLengthNumbersHaveTheLowestBitsFirst(long value, String hex) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ThriftCompact.varint(out, value);
        assertEquals(hex, HexFormat.of().formatHex(out.toByteArray()));
    }

    @Test
    void fieldsOfNestedStructuresCountFromTheirOwnStart() {
        byte[] bytes = ThriftCompact.struct(out -> {
            out.i32(1, -1);
            out.struct(5, inner -> inner.i64(1, 64));
            out.text(6, "ab");
        });
        assertArrayEquals(HexFormat.of().parseHex("1501" + "4c" + "16800100" + "1802" + "6162" + "00"), bytes);
        assertThrows(IllegalArgumentException.class, () -> ThriftCompact.struct(out -> {
            out.i32(2, 0);
            out.i32(2, 0);
        }));
    }

    @Test
    void listsFromFifteenElementsOnWriteTheirLength() {
        byte[] bytes = ThriftCompact.struct(out -> out.texts(1, Collections.nCopies(15, "")));
        assertEquals("19f80f" + "00".repeat(15) + "00", HexFormat.of().formatHex(bytes));
    }
}
