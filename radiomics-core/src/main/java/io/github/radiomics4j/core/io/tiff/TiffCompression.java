package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How a strip or tile is compressed. Each gives as many bytes as there is room for, and says how many came. */
enum TiffCompression {
    NONE {
        @Override
        int decode(byte[] from, byte[] to, int length) {
            int count = Math.min(from.length, length);
            System.arraycopy(from, 0, to, 0, count);
            return count;
        }

        @Override
        long mostOutOf(long bytes) {
            return bytes;
        }
    },
    PACK_BITS {
        @Override
        int decode(byte[] from, byte[] to, int length) {
            int at = 0;
            int out = 0;
            while (at < from.length && out < length) {
                int head = from[at++];
                if (head >= 0) {
                    int count = Math.min(head + 1, Math.min(from.length - at, length - out));
                    System.arraycopy(from, at, to, out, count);
                    at += head + 1;
                    out += count;
                } else if (head != -128 && at < from.length) {
                    int end = Math.min(length, out + 1 - head);
                    Arrays.fill(to, out, end, from[at++]);
                    out = end;
                }
            }
            return out;
        }

        @Override
        long mostOutOf(long bytes) {
            return 64 * bytes;
        }
    },
    LZW {
        @Override
        int decode(byte[] from, byte[] to, int length) throws DataFormatException {
            return new TiffLzw(from).decode(to, length);
        }

        @Override
        long mostOutOf(long bytes) {
            return 4096 * bytes;   // a code of 12 bits stands for fewer than 4096 bytes
        }
    },
    DEFLATE {
        @Override
        int decode(byte[] from, byte[] to, int length) throws DataFormatException {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(from);
                int out = 0;
                while (out < length) {
                    int count = inflater.inflate(to, out, length - out);
                    if (count == 0) {
                        break;
                    }
                    out += count;
                }
                return out;
            } finally {
                inflater.end();
            }
        }

        @Override
        long mostOutOf(long bytes) {
            return 1032 * bytes + 258;
        }
    };

    /** Decodes up to {@code length} bytes and returns how many came. */
    abstract int decode(byte[] from, byte[] to, int length) throws DataFormatException;

    /** No more than this can come out of so many bytes. */
    abstract long mostOutOf(long bytes);

    /** Whether the format allows a predictor here. */
    boolean predicts() {
        return this == LZW || this == DEFLATE;
    }

    static TiffCompression of(TiffDirectory tags) {
        long code = tags.number(TiffDirectory.COMPRESSION, 1);
        if (code == 1) {
            return NONE;
        } else if (code == 5) {
            return LZW;
        } else if (code == 8 || code == 32946) {
            return DEFLATE;
        } else if (code == 32773) {
            return PACK_BITS;
        }
        throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, tags.file() + ": TIFF is read uncompressed or with LZW, Deflate or "
                + "PackBits, this one has compression " + code + (code == 6 || code == 7 ? " (JPEG, which changes values)" : "")
                + "; write it again with one of these");
    }
}
