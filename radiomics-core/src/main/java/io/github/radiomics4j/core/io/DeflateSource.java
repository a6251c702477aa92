package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates one deflate stream, bare (RFC 1951) or in zlib's wrapping with checksum (RFC 1950). Bytes after its end are not looked at. */
final class DeflateSource implements ByteSource {
    private static final int BUFFER = 1 << 16;

    private final ByteSource compressed;
    private final String name;
    private final String kind;
    private final Inflater inflater;
    private final byte[] input = new byte[BUFFER];

    private DeflateSource(ByteSource compressed, String name, String kind, boolean bare) {
        this.compressed = compressed;
        this.name = name;
        this.kind = kind;
        this.inflater = new Inflater(bare);
    }

    static DeflateSource ofBare(ByteSource compressed, String name) {
        return new DeflateSource(compressed, name, "deflated", true);
    }

    static DeflateSource ofZlib(ByteSource compressed, String name) {
        return new DeflateSource(compressed, name, "zlib", false);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw damaged("a preset dictionary is asked for");
                }
                if (inflater.needsInput() && !inflater.finished()) {
                    int got = compressed.read(input, 0, input.length);
                    if (got <= 0) {
                        throw damaged("they end before their end marker");
                    }
                    inflater.setInput(input, 0, got);
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw new InvalidInputException(Problem.TRUNCATED, name + ": the " + kind + " data are damaged after "
                    + inflater.getBytesWritten() + " bytes (" + e.getMessage() + "); copy or download the file again", e);
        }
    }

    private InvalidInputException damaged(String why) {
        return new InvalidInputException(Problem.TRUNCATED, name + ": the " + kind + " data are damaged (" + why + ") after "
                + inflater.getBytesWritten() + " bytes; copy or download the file again");
    }

    @Override
    public long atMost() throws IOException {
        return inflater.finished() ? 0 : GzipSource.inflatedAtMost(compressed.atMost() + inflater.getRemaining());
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        compressed.close();
    }
}
