package io.github.radiomics4j.core.io;

import java.io.Closeable;
import java.io.IOException;

/** A stream of bytes that can say how many more may come at the most. */
interface ByteSource extends Closeable {

    /** Like {@link java.io.InputStream#read(byte[], int, int)} for a positive length: at least one byte, or −1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException;

    /** No more bytes than this can follow. */
    long atMost() throws IOException;
}
