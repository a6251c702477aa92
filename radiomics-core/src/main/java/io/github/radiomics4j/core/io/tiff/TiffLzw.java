package io.github.radiomics4j.core.io.tiff;

import java.util.zip.DataFormatException;

/**
 * The LZW of TIFF 6: codes of 9 to 12 bits, most significant bit first, 256 to clear the table and 257 to end; the width of a code
 * grows one code early. A string of the table is kept as its prefix's code and its last byte.
 */
final class TiffLzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_FREE = 258;
    private static final int CODES = 4096;

    private final byte[] from;
    private final short[] prefix = new short[CODES];
    private final byte[] last = new byte[CODES];
    private final short[] lengths = new short[CODES];
    private int at;
    /** The bytes taken last; of these, the lowest {@link #bits} bits have not been given out. */
    private int buffer;
    private int bits;
    private int next = FIRST_FREE;
    private int width = 9;

    TiffLzw(byte[] from) {
        this.from = from;
        for (int i = 0; i < CLEAR; i++) {
            last[i] = (byte) i;
            lengths[i] = 1;
        }
    }

    int decode(byte[] to, int length) throws DataFormatException {
        if (from.length > 1 && from[0] == 0 && (from[1] & 1) == 1) {
            throw new DataFormatException("LZW of before TIFF 6, least significant bit first");
        }
        int out = 0;
        int previous = -1;
        while (out < length) {
            int code = nextCode();
            if (code < 0 || code == END) {
                break;
            }
            if (code == CLEAR) {
                next = FIRST_FREE;
                width = 9;
                previous = -1;
                continue;
            }
            boolean known = code < CLEAR || code >= FIRST_FREE && code < next;
            if (!known && (previous < 0 || code != next)) {
                throw new DataFormatException("LZW code " + code + " of " + next + " known ones");
            }
            if (previous >= 0 && next < CODES) {
                prefix[next] = (short) previous;
                last[next] = firstOf(known ? code : previous);
                lengths[next] = (short) (lengths[previous] + 1);
                next++;
                width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            } else if (!known) {
                throw new DataFormatException("LZW table of more than " + CODES + " codes");
            }
            out += write(code, to, out, length);
            previous = code;
        }
        return out;
    }

    private byte firstOf(int code) {
        int entry = code;
        while (entry >= FIRST_FREE) {
            entry = prefix[entry];
        }
        return last[entry];
    }

    /** Writes a string from its end; what lies beyond the room is left out. */
    private int write(int code, byte[] to, int out, int length) {
        int count = lengths[code];
        int entry = code;
        for (int i = out + count - 1; i >= out; i--) {
            if (i < length) {
                to[i] = last[entry];
            }
            entry = prefix[entry];
        }
        return Math.min(count, length - out);
    }

    private int nextCode() {
        while (bits < width) {
            if (at == from.length) {
                return -1;
            }
            buffer = buffer << 8 | from[at++] & 0xFF;
            bits += 8;
        }
        bits -= width;
        return buffer >>> bits & (1 << width) - 1;
    }
}
