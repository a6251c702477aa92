package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;

/** Bytes written as two hexadecimal digits each; white space between digits is ignored. */
final class HexSource implements ByteSource {
    private final ByteSource digits;
    private final String name;
    private final byte[] input = new byte[1 << 13];
    private int inputAt;
    private int inputEnd;

    HexSource(ByteSource digits, String name) {
        this.digits = digits;
        this.name = name;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int high = nextDigit();
            int low = high < 0 ? -1 : nextDigit();
            if (low < 0) {
                break;
            }
            target[offset + count++] = (byte) (high << 4 | low);
        }
        return count == 0 ? -1 : count;
    }

    private int nextDigit() throws IOException {
        while (true) {
            if (inputAt == inputEnd) {
                inputEnd = digits.read(input, 0, input.length);
                inputAt = 0;
                if (inputEnd <= 0) {
                    inputEnd = 0;
                    return -1;
                }
            }
            int character = input[inputAt++];
            if (character != ' ' && (character < '\t' || character > '\r')) {
                int digit = Character.digit(character, 16);
                if (digit < 0) {
                    throw new InvalidInputException(Problem.HEADER_INVALID, name + ": hex data may hold the digits 0 to f only, found byte "
                            + (character & 0xFF));
                }
                return digit;
            }
        }
    }

    @Override
    public long atMost() throws IOException {
        return (digits.atMost() + inputEnd - inputAt) / 2;
    }

    @Override
    public void close() throws IOException {
        digits.close();
    }
}
