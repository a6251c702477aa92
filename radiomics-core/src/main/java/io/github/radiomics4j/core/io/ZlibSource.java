package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates one zlib stream (RFC 1950); what follows its end is not read. */
final class ZlibSource implements ByteSource {
    private final ByteSource compressed;
    private final String name;
    private final Inflater inflater = new Inflater();
    private final byte[] input = new byte[1 << 16];

    ZlibSource(ByteSource compressed, String name) {
        this.compressed = compressed;
        this.name = name;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            int count;
            try {
                count = inflater.inflate(target, offset, length);
            } catch (DataFormatException e) {
                throw new InvalidInputException(Problem.TRUNCATED, name + ": the zlib data are damaged after " + inflater.getBytesWritten()
                        + " bytes (" + e.getMessage() + "); copy or download the file again", e);
            }
            if (count > 0) {
                return count;
            }
            if (inflater.finished()) {
                return -1;
            }
            if (inflater.needsDictionary()) {
                throw new InvalidInputException(Problem.TRUNCATED, name + ": the zlib data are damaged (a preset dictionary is asked for)");
            }
            int more = compressed.read(input, 0, input.length);
            if (more <= 0) {
                throw new InvalidInputException(Problem.TRUNCATED, name + ": the zlib data end before their end marker, after "
                        + inflater.getBytesWritten() + " uncompressed bytes; copy or download the file again");
            }
            inflater.setInput(input, 0, more);
        }
    }

    @Override
    public long atMost() throws IOException {
        return GzipSource.inflatedAtMost(compressed.atMost() + inflater.getRemaining());
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        compressed.close();
    }
}
