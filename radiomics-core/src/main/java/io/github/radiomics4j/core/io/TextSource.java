package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** Numbers written as text between white space or commas, given out as the bytes of their type, least significant first. */
final class TextSource implements ByteSource {
    private static final int LONGEST_NUMBER = 400;

    private final ByteSource text;
    private final VoxelType type;
    private final String name;
    private final byte[] input = new byte[1 << 13];
    private final ByteBuffer value = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final StringBuilder token = new StringBuilder();
    private int inputAt;
    private int inputEnd;

    TextSource(ByteSource text, VoxelType type, String name) {
        this.text = text;
        this.type = type;
        this.name = name;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            if (!value.hasRemaining() && !nextValue()) {
                break;
            }
            int part = Math.min(length - count, value.remaining());
            value.get(target, offset + count, part);
            count += part;
        }
        return count == 0 ? -1 : count;
    }

    private boolean nextValue() throws IOException {
        token.setLength(0);
        int character = nextCharacter();
        while (character >= 0 && isSeparator(character)) {
            character = nextCharacter();
        }
        while (character >= 0 && !isSeparator(character)) {
            token.append((char) character);
            if (token.length() > LONGEST_NUMBER) {
                throw notANumber();
            }
            character = nextCharacter();
        }
        if (token.isEmpty()) {
            return false;
        }
        value.clear();
        try {
            put(token.toString());
        } catch (NumberFormatException e) {
            throw notANumber();
        }
        value.flip();
        return true;
    }

    private void put(String number) {
        switch (type) {
            case INT8 -> value.put(Byte.parseByte(number));
            case UINT8 -> value.put((byte) within(number, 0xFFL));
            case INT16 -> value.putShort(Short.parseShort(number));
            case UINT16 -> value.putShort((short) within(number, 0xFFFFL));
            case INT32 -> value.putInt(Integer.parseInt(number));
            case UINT32 -> value.putInt((int) within(number, 0xFFFFFFFFL));
            case INT64 -> value.putLong(Long.parseLong(number));
            case UINT64 -> value.putLong(Long.parseUnsignedLong(number));
            case FLOAT32 -> value.putFloat(Float.parseFloat(real(number)));
            case FLOAT64 -> value.putDouble(Double.parseDouble(real(number)));
        }
    }

    private static long within(String number, long largest) {
        long parsed = Long.parseLong(number);
        if (parsed < 0 || parsed > largest) {
            throw new NumberFormatException();
        }
        return parsed;
    }

    /** What Java takes for a number beyond what the format does (hexadecimal, type suffixes) is refused, NaN is spelt Java's way. */
    private static String real(String number) {
        return switch (number.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan", "+nan" -> "NaN";
            case "inf", "+inf", "infinity", "+infinity" -> "Infinity";
            case "-inf", "-infinity" -> "-Infinity";
            default -> {
                if (!number.chars().allMatch(c -> c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E')) {
                    throw new NumberFormatException();
                }
                yield number;
            }
        };
    }

    private InvalidInputException notANumber() {
        String shown = token.length() > 40 ? token.substring(0, 40) + "…" : token.toString();
        return new InvalidInputException(Problem.HEADER_INVALID, name + ": data written as text must be numbers of type " + type
                + ", found \"" + shown + "\"");
    }

    private static boolean isSeparator(int character) {
        return character == ' ' || character == ',' || character >= '\t' && character <= '\r';
    }

    private int nextCharacter() throws IOException {
        if (inputAt == inputEnd) {
            inputEnd = Math.max(0, text.read(input, 0, input.length));
            inputAt = 0;
            if (inputEnd == 0) {
                return -1;
            }
        }
        return input[inputAt++] & 0xFF;
    }

    @Override
    public long atMost() throws IOException {
        // the shortest number is a digit and a separator, which the last one may lack
        return (text.atMost() + inputEnd - inputAt + 1) / 2 * type.bytes() + value.remaining();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
