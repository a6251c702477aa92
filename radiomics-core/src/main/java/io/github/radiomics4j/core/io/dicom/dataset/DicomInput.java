package io.github.radiomics4j.core.io.dicom.dataset;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A place in a stream of data elements: reads numbers, looks a few bytes ahead, and knows how far it has come. What is read is named
 * for messages only, so the names come as suppliers: a series has thousands of elements.
 */
final class DicomInput {
    private static final int LOOK_AHEAD = 8;

    private final FileBytes bytes;
    private final ByteOrder order;
    private byte[] ahead = new byte[0];
    private long position;

    DicomInput(FileBytes bytes, ByteOrder order) {
        this.bytes = bytes;
        this.order = order;
    }

    /** The order of the bytes of numbers. */
    ByteOrder order() {
        return order;
    }

    /** Bytes read or left out so far. */
    long position() {
        return position;
    }

    /** At most this many bytes follow; exact where the file is not deflated. */
    long atMost() {
        return ahead.length + bytes.atMost();
    }

    /** The next bytes, up to eight, without moving on; fewer only at the end. */
    byte[] peek() {
        if (ahead.length < LOOK_AHEAD) {
            byte[] more = bytes.readUpTo(LOOK_AHEAD - ahead.length);
            byte[] joined = Arrays.copyOf(ahead, ahead.length + more.length);
            System.arraycopy(more, 0, joined, ahead.length, more.length);
            ahead = joined;
        }
        return ahead.clone();
    }

    boolean isAtEnd() {
        return peek().length == 0;
    }

    /** Group and element in one number. */
    int tag() {
        ByteBuffer next = ByteBuffer.wrap(read(4, () -> "a tag")).order(order);
        return next.getShort(0) << 16 | next.getShort(2) & 0xFFFF;
    }

    int twoBytes(Supplier<String> what) {
        return ByteBuffer.wrap(read(2, what)).order(order).getShort(0) & 0xFFFF;
    }

    long fourBytes(Supplier<String> what) {
        return ByteBuffer.wrap(read(4, what)).order(order).getInt(0) & 0xFFFFFFFFL;
    }

    /** Reads bytes whose number has been compared with {@link #atMost()}. */
    byte[] read(int length, Supplier<String> what) {
        requireBytes(length, what);
        byte[] target = new byte[length];
        int fromAhead = Math.min(length, ahead.length);
        System.arraycopy(ahead, 0, target, 0, fromAhead);
        ahead = Arrays.copyOfRange(ahead, fromAhead, ahead.length);
        bytes.readFully(target, fromAhead, length - fromAhead);
        position += length;
        return target;
    }

    void skip(long length, Supplier<String> what) {
        requireBytes(length, what);
        int fromAhead = (int) Math.min(length, ahead.length);
        ahead = Arrays.copyOfRange(ahead, fromAhead, ahead.length);
        bytes.skip(length - fromAhead);
        position += length;
    }

    void requireBytes(long length, Supplier<String> what) {
        long left = atMost();
        if (length > left) {
            throw new InvalidInputException(Problem.TRUNCATED, bytes.file() + ": " + what.get() + " needs " + length
                    + " bytes, the file has at most " + left + " more; copy or export the file again");
        }
    }
}
