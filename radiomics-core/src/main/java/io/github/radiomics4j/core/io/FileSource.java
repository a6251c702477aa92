package io.github.radiomics4j.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;

/** The bytes of a file as they are; small reads, such as a header's, go through a buffer. */
final class FileSource implements ByteSource {
    private static final int BUFFER = 1 << 13;

    private final SeekableByteChannel channel;
    /** Empty until the first small read. */
    private ByteBuffer ahead = ByteBuffer.allocate(0);
    /** Kept here since headers ask for them with every element, and the operating system takes longer to answer. */
    private long channelPosition;
    private OptionalLong size = OptionalLong.empty();

    FileSource(SeekableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!ahead.hasRemaining()) {
            if (length >= BUFFER) {
                ahead.limit(0);
                return moved(channel.read(ByteBuffer.wrap(target, offset, length)));
            }
            ahead = ahead.capacity() == 0 ? ByteBuffer.allocate(BUFFER) : ahead.clear();
            int count = moved(channel.read(ahead));
            ahead.flip();
            if (count < 0) {
                return -1;
            }
        }
        int count = Math.min(length, ahead.remaining());
        ahead.get(target, offset, count);
        return count;
    }

    private int moved(int count) {
        channelPosition += Math.max(0, count);
        return count;
    }

    @Override
    public long atMost() throws IOException {
        return Math.max(0, size() - position());
    }

    void position(long position) throws IOException {
        long first = channelPosition - ahead.limit();
        if (position >= first && position <= channelPosition) {
            ahead.position((int) (position - first));
            return;
        }
        ahead.limit(0);
        channel.position(position);
        channelPosition = position;
    }

    long position() {
        return channelPosition - ahead.remaining();
    }

    long size() throws IOException {
        if (size.isEmpty()) {
            size = OptionalLong.of(channel.size());
        }
        return size.getAsLong();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
