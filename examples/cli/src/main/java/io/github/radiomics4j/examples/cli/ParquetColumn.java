package io.github.radiomics4j.examples.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column of a Parquet file: numbers or texts, each of which may be missing. Undefined numbers are NaN, which is a value; missing ones are
 * null.
 */
final class ParquetColumn {
    /** How a value is stored: the codes are the format's. */
    enum Type {
        /** 64-bit whole numbers. */
        INT64(2),
        /** 64-bit floating point. */
        DOUBLE(5),
        /** Texts in UTF-8. */
        TEXT(6);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private final String name;
    private final Type type;
    private final int rows;
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    private ParquetColumn(String name, Type type, boolean[] present) {
        this.name = name;
        this.type = type;
        this.rows = present.length;
        for (int start = 0; start < rows; ) {
            int end = start;
            while (end < rows && present[end] == present[start]) {
                end++;
            }
            ThriftCompact.varint(levels, (long) (end - start) << 1); // a run of the same level
            levels.write(present[start] ? 1 : 0);
            start = end;
        }
    }

    static ParquetColumn doubles(String name, double... values) {
        boolean[] present = new boolean[values.length];
        Arrays.fill(present, true);
        ParquetColumn column = new ParquetColumn(name, Type.DOUBLE, present);
        for (double value : values) {
            column.put(Double.doubleToRawLongBits(value));
        }
        return column;
    }

    static ParquetColumn optionalDoubles(String name, List<Optional<Double>> values) {
        ParquetColumn column = new ParquetColumn(name, Type.DOUBLE, present(values));
        values.forEach(value -> value.ifPresent(number -> column.put(Double.doubleToRawLongBits(number))));
        return column;
    }

    static ParquetColumn wholeNumbers(String name, List<Optional<Long>> values) {
        ParquetColumn column = new ParquetColumn(name, Type.INT64, present(values));
        values.forEach(value -> value.ifPresent(column::put));
        return column;
    }

    static ParquetColumn texts(String name, List<Optional<String>> values) {
        ParquetColumn column = new ParquetColumn(name, Type.TEXT, present(values));
        values.forEach(value -> value.ifPresent(text -> {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            column.values.writeBytes(littleEndian(4).putInt(utf8.length).array());
            column.values.writeBytes(utf8);
        }));
        return column;
    }

    private static boolean[] present(List<? extends Optional<?>> values) {
        boolean[] present = new boolean[values.size()];
        for (int i = 0; i < present.length; i++) {
            present[i] = values.get(i).isPresent();
        }
        return present;
    }

    private void put(long bits) {
        values.writeBytes(littleEndian(Long.BYTES).putLong(bits).array());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    int rows() {
        return rows;
    }

    /** The content of the column's one page: which values are there, then these. */
    byte[] page() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(littleEndian(4).putInt(levels.size()).array());
        page.writeBytes(levels.toByteArray());
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }
}
