package io.github.radiomics4j.core.io;

/** Bytes that are in memory already. */
final class ArraySource implements ByteSource {
    private final byte[] bytes;
    private int at;

    ArraySource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, bytes.length - at);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public long atMost() {
        return bytes.length - at;
    }

    @Override
    public void close() {
        // nothing to release
    }
}
