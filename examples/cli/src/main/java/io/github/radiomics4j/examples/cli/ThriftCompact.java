package io.github.radiomics4j.examples.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Structures in Thrift's compact protocol, as far as Parquet's headers need it. Fields are written in rising order of their numbers. */
final class ThriftCompact {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_FORM = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Integer> fields = new ArrayDeque<>();

    /**
     * One structure.
     *
     * @param content writes its fields
     * @return its bytes
     */
    static byte[] struct(Consumer<ThriftCompact> content) {
        ThriftCompact out = new ThriftCompact();
        out.content(content);
        return out.bytes.toByteArray();
    }

    private void content(Consumer<ThriftCompact> content) {
        fields.push(0);
        content.accept(this);
        bytes.write(0);
        fields.pop();
    }

    private void field(int number, int type) {
        int delta = number - fields.pop();
        fields.push(number);
        if (delta < 1 || delta > SHORT_FORM) {
            throw new IllegalArgumentException("field " + number + " does not follow within " + SHORT_FORM + " of the one before");
        }
        bytes.write(delta << 4 | type);
    }

    void i32(int number, int value) {
        field(number, I32);
        zigzag(value);
    }

    void i64(int number, long value) {
        field(number, I64);
        zigzag(value);
    }

    void text(int number, String value) {
        field(number, BINARY);
        binary(value);
    }

    void struct(int number, Consumer<ThriftCompact> content) {
        field(number, STRUCT);
        content(content);
    }

    <T> void structs(int number, List<T> elements, BiConsumer<ThriftCompact, T> content) {
        list(number, elements.size(), STRUCT);
        elements.forEach(element -> content(out -> content.accept(out, element)));
    }

    void texts(int number, List<String> elements) {
        list(number, elements.size(), BINARY);
        elements.forEach(this::binary);
    }

    void i32s(int number, int... elements) {
        list(number, elements.length, I32);
        for (int element : elements) {
            zigzag(element);
        }
    }

    private void list(int number, int size, int type) {
        field(number, LIST);
        if (size < SHORT_FORM) {
            bytes.write(size << 4 | type);
        } else {
            bytes.write(SHORT_FORM << 4 | type);
            varint(bytes, size);
        }
    }

    private void binary(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(bytes, utf8.length);
        bytes.writeBytes(utf8);
    }

    private void zigzag(long value) {
        varint(bytes, value << 1 ^ value >> 63);
    }

    /**
     * A number in groups of 7 bits, the lowest first.
     *
     * @param out where to
     * @param value taken as unsigned
     */
    static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
