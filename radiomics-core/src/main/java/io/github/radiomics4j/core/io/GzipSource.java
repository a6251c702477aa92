package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip members (RFC 1952), one after the other, and checks each member's checksum and length. Written out rather than
 * taken from the JDK, whose stream calls itself once per member: a file of a million empty members would overflow its stack.
 */
final class GzipSource implements ByteSource {
    /** No deflate stream grows by more: a block of 258-byte matches takes 2 bits each. */
    private static final long MAXIMAL_RATIO = 1032;
    private static final int BUFFER = 1 << 16;
    private static final int HAS_HEADER_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private enum State { FIRST_MEMBER, NEXT_MEMBER, DATA, END }

    private final ByteSource compressed;
    private final String name;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[BUFFER];
    private int inputAt;
    private int inputEnd;
    private State state = State.FIRST_MEMBER;

    GzipSource(ByteSource compressed, String name) {
        this.compressed = compressed;
        this.name = name;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            switch (state) {
                case END -> {
                    return -1;
                }
                case FIRST_MEMBER, NEXT_MEMBER -> beginMember();
                case DATA -> {
                    int count = inflate(target, offset, length);
                    if (count > 0) {
                        checksum.update(target, offset, count);
                        return count;
                    }
                    advance();
                }
            }
        }
    }

    private int inflate(byte[] target, int offset, int length) {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new InvalidInputException(Problem.TRUNCATED, name + ": the gzip data are damaged after " + inflater.getBytesWritten()
                    + " bytes (" + e.getMessage() + "); copy or download the file again", e);
        }
    }

    /** The inflater gave nothing: its member is finished or it wants more input. */
    private void advance() throws IOException {
        if (inflater.finished()) {
            inputAt = inputEnd - inflater.getRemaining();
            checkTrailer();
            state = State.NEXT_MEMBER;
        } else if (inflater.needsDictionary()) {
            throw damaged("a preset dictionary is asked for");
        } else {
            if (!refill()) {
                throw truncated();
            }
            inflater.setInput(input, 0, inputEnd);
        }
    }

    private void beginMember() throws IOException {
        boolean first = state == State.FIRST_MEMBER;
        int id1 = next();
        int id2 = id1 < 0 ? -1 : next();
        if (id1 != 0x1f || id2 != 0x8b) {
            if (first) {
                throw id2 < 0 ? truncated() : new InvalidInputException(Problem.NOT_THIS_FORMAT, name
                        + ": gzip data must begin with the bytes 1f 8b, found " + Integer.toHexString(id1) + " "
                        + Integer.toHexString(id2));
            }
            state = State.END;   // what follows the last member is no gzip: padding, which gzip itself ignores too
            return;
        }
        int method = required();
        int flags = required();
        if (method != 8 || (flags & RESERVED) != 0) {
            throw damaged("the member header has method " + method + " and flags " + flags);
        }
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(required() | required() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        inflater.setInput(input, inputAt, inputEnd - inputAt);
        state = State.DATA;
    }

    private void checkTrailer() throws IOException {
        long expectedChecksum = requiredInt();
        long expectedLength = requiredInt();
        if (expectedChecksum != checksum.getValue() || expectedLength != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged("the checksum or length at the end of the gzip data is not that of the data");
        }
    }

    private long requiredInt() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) required() << shift;
        }
        return value;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            required();
        }
    }

    private void skipText() throws IOException {
        while (required() != 0) {
            continue;
        }
    }

    private int required() throws IOException {
        int value = next();
        if (value < 0) {
            throw truncated();
        }
        return value;
    }

    private int next() throws IOException {
        return inputAt < inputEnd || refill() ? input[inputAt++] & 0xFF : -1;
    }

    private boolean refill() throws IOException {
        int count = compressed.read(input, 0, input.length);
        inputAt = 0;
        inputEnd = Math.max(0, count);
        return count > 0;
    }

    private InvalidInputException truncated() {
        return new InvalidInputException(Problem.TRUNCATED, name + ": the gzip data end before their end marker, after "
                + inflater.getBytesWritten() + " uncompressed bytes; copy or download the file again");
    }

    private InvalidInputException damaged(String why) {
        return new InvalidInputException(Problem.TRUNCATED, name + ": the gzip data are damaged (" + why
                + "); copy or download the file again");
    }

    @Override
    public long atMost() throws IOException {
        return inflatedAtMost(compressed.atMost() + (state == State.DATA ? inflater.getRemaining() : inputEnd - inputAt));
    }

    /** How much so many bytes of a deflate stream can become. */
    static long inflatedAtMost(long left) {
        // what the inflater has read but not yet given out: less than one window and match
        long pending = (1 << 15) + 258;
        return left > Long.MAX_VALUE / (2 * MAXIMAL_RATIO) ? Long.MAX_VALUE : left * MAXIMAL_RATIO + pending;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        compressed.close();
    }
}
