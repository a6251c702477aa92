package io.github.radiomics4j.core.io;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a stream of known length. */
final class StreamSource implements ByteSource {
    private final InputStream stream;
    private long left;

    StreamSource(InputStream stream, long length) {
        this.stream = stream;
        this.left = length;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = left == 0 ? -1 : stream.read(target, offset, (int) Math.min(left, length));
        left -= Math.max(0, count);
        return count;
    }

    @Override
    public long atMost() {
        return left;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
