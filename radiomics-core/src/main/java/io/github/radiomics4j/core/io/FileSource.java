package io.github.radiomics4j.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file as they are; small reads, such as a header's, go through a buffer. */
final class FileSource implements ByteSource {
    private final SeekableByteChannel channel;
    private final ByteBuffer ahead = ByteBuffer.allocate(1 << 13).limit(0);

    FileSource(SeekableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!ahead.hasRemaining()) {
            if (length >= ahead.capacity()) {
                return channel.read(ByteBuffer.wrap(target, offset, length));
            }
            ahead.clear();
            int count = channel.read(ahead);
            ahead.flip();
            if (count < 0) {
                return -1;
            }
        }
        int count = Math.min(length, ahead.remaining());
        ahead.get(target, offset, count);
        return count;
    }

    @Override
    public long atMost() throws IOException {
        return Math.max(0, size() - position());
    }

    void position(long position) throws IOException {
        ahead.limit(0);
        channel.position(position);
    }

    long position() throws IOException {
        return channel.position() - ahead.remaining();
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
