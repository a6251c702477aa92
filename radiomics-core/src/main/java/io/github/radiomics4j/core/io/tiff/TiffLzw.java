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
    private long bitAt;
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
        int at = code;
        while (at >= FIRST_FREE) {
            at = prefix[at];
        }
        return last[at];
    }

    /** Writes a string from its end; what lies beyond the room is left out. */
    private int write(int code, byte[] to, int out, int length) {
        int count = lengths[code];
        int at = code;
        for (int i = out + count - 1; i >= out; i--) {
            if (i < length) {
                to[i] = last[at];
            }
            at = prefix[at];
        }
        return Math.min(count, length - out);
    }

    private int nextCode() {
        if (bitAt + width > 8L * from.length) {
            return -1;
        }
        int code = 0;
        for (int got = 0; got < width;) {
            int inByte = (int) (bitAt & 7);
            int take = Math.min(8 - inByte, width - got);
            code = code << take | (from[(int) (bitAt >> 3)] & 0xFF) >> 8 - inByte - take & (1 << take) - 1;
            bitAt += take;
            got += take;
        }
        return code;
    }
}
