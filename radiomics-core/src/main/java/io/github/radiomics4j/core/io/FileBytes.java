package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The bytes of a file from some place on, as they are or decoded on the way, read once from front to back. It knows how many
 * bytes can still come at the most, so that a size that a header announces can be doubted before memory is given to it.
 *
 * <p>Not safe for use by several threads. Closing it closes the file.
 */
public final class FileBytes implements Closeable {
    private final Path file;
    private final ByteSource source;

    private FileBytes(Path file, ByteSource source) {
        this.file = file;
        this.source = source;
    }

    /**
     * Opens a file as it is.
     *
     * @param file a regular file
     * @return its bytes from the first on
     * @throws InvalidInputException MISSING_FILE where there is no such file, it is a folder or device, or it cannot be opened
     */
    public static FileBytes open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(Problem.MISSING_FILE, file + (Files.isDirectory(file) ? ": is not a file but a folder"
                    : Files.exists(file) ? ": is not a file" : ": there is no such file"));
        }
        try {
            return new FileBytes(file, new FileSource(Files.newByteChannel(file)));
        } catch (IOException e) {
            throw new InvalidInputException(Problem.MISSING_FILE, file + ": cannot be opened (" + e.getClass().getSimpleName() + ": "
                    + e.getMessage() + ")", e);
        }
    }

    /**
     * Opens a file and inflates it where its content begins like gzip, whatever its name.
     *
     * @param file a regular file
     * @return its bytes, uncompressed
     * @throws InvalidInputException MISSING_FILE as {@link #open}
     */
    public static FileBytes openInflated(Path file) {
        FileBytes plain = open(file);
        try {
            byte[] start = plain.readUpTo(2);
            ((FileSource) plain.source).position(0);
            return isGzip(start) ? plain.gunzipped() : plain;
        } catch (IOException e) {
            throw plain.failed(e);
        }
    }

    /**
     * Bytes in memory, inflated where they begin like gzip; for looking at the start of a file.
     *
     * @param file the name for messages
     * @param bytes the bytes; not modified
     * @return the bytes, uncompressed
     */
    public static FileBytes inflated(Path file, byte[] bytes) {
        FileBytes plain = new FileBytes(file, new ArraySource(bytes));
        return isGzip(bytes) ? plain.gunzipped() : plain;
    }

    private static boolean isGzip(byte[] start) {
        return start.length >= 2 && (start[0] & 0xFF) == 0x1f && (start[1] & 0xFF) == 0x8b;
    }

    /**
     * What follows is gzip: the same bytes inflated. This object must not be read any more.
     *
     * @return uncompressed bytes, whose closing closes the file
     */
    public FileBytes gunzipped() {
        return new FileBytes(file, new GzipSource(source, file.toString()));
    }

    /**
     * What follows is one zlib stream: the same bytes inflated. This object must not be read any more.
     *
     * @return uncompressed bytes, whose closing closes the file
     */
    public FileBytes fromZlib() {
        return new FileBytes(file, DeflateSource.ofZlib(source, file.toString()));
    }

    /**
     * What follows is a bare deflate stream: the same bytes inflated. This object must not be read any more.
     *
     * @return uncompressed bytes, whose closing closes the file
     */
    public FileBytes fromDeflate() {
        return new FileBytes(file, DeflateSource.ofBare(source, file.toString()));
    }

    /**
     * Bytes that a reader of another format decodes itself.
     *
     * @param file the name for messages
     * @param decoded the bytes; closed with this object
     * @param length how many there are
     * @return the bytes
     */
    public static FileBytes decoded(Path file, InputStream decoded, long length) {
        return new FileBytes(file, new StreamSource(decoded, length));
    }

    /**
     * What follows is pairs of hexadecimal digits: the bytes that they stand for. This object must not be read any more.
     *
     * @return bytes, whose closing closes the file
     */
    public FileBytes fromHex() {
        return new FileBytes(file, new HexSource(source, file.toString()));
    }

    /**
     * What follows is numbers as text, between white space or commas: their bytes, least significant first. This object must not
     * be read any more.
     *
     * @param type the type that the numbers have; one beyond its range is refused
     * @return bytes, whose closing closes the file
     */
    public FileBytes fromText(VoxelType type) {
        return new FileBytes(file, new TextSource(source, type, file.toString()));
    }

    /**
     * The file that is read.
     *
     * @return its path as it was given
     */
    public Path file() {
        return file;
    }

    /**
     * An upper bound for the bytes that can still be read: exact for a plain file, 1032 times the compressed bytes for gzip (no
     * deflate stream expands by more).
     *
     * @return bytes
     * @throws UncheckedIOException where the disk fails
     */
    public long atMost() {
        try {
            return source.atMost();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Refuses a file that cannot hold what its header announces, before memory is allocated for it.
     *
     * @param bytes how many bytes must still come
     * @throws InvalidInputException TRUNCATED where fewer can come
     */
    public void require(long bytes) {
        long left = atMost();
        if (bytes > left) {
            throw new InvalidInputException(Problem.TRUNCATED, file + ": the header announces " + bytes
                    + " bytes of voxels but the file can hold at most " + left + " more; copy or download the file again");
        }
    }

    /**
     * Reads some bytes.
     *
     * @param target where to
     * @param offset the first index
     * @param length how many
     * @throws InvalidInputException TRUNCATED where the file ends before
     * @throws UncheckedIOException where the disk fails
     */
    public void readFully(byte[] target, int offset, int length) {
        int got = read(target, offset, length);
        if (got < length) {
            throw new InvalidInputException(Problem.TRUNCATED, file + ": the file ends " + (length - got)
                    + " bytes or more before the voxels that its header announces; copy or download the file again");
        }
    }

    /**
     * Reads up to so many bytes.
     *
     * @param length the largest number
     * @return the bytes, fewer only where the file ends before
     * @throws UncheckedIOException where the disk fails
     */
    public byte[] readUpTo(int length) {
        byte[] bytes = new byte[length];
        return Arrays.copyOf(bytes, read(bytes, 0, length));
    }

    private int read(byte[] target, int offset, int length) {
        int got = 0;
        try {
            while (got < length) {
                int count = source.read(target, offset + got, length - got);
                if (count < 0) {
                    break;
                }
                got += count;
            }
            return got;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Leaves out some bytes.
     *
     * @param count how many, at least 0
     * @throws InvalidInputException TRUNCATED where the file ends before
     * @throws UncheckedIOException where the disk fails
     */
    public void skip(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("cannot skip " + count + " bytes");
        }
        require(count);
        if (source instanceof FileSource plain) {
            try {
                plain.position(plain.position() + count);
            } catch (IOException e) {
                throw failed(e);
            }
            return;
        }
        byte[] discarded = new byte[1 << 13];
        for (long left = count; left > 0;) {
            int part = (int) Math.min(left, discarded.length);
            readFully(discarded, 0, part);
            left -= part;
        }
    }

    /**
     * Leaves out some lines, each with its line feed.
     *
     * @param count how many, at least 0
     * @throws InvalidInputException TRUNCATED where the file has fewer
     * @throws UncheckedIOException where the disk fails
     */
    public void skipLines(long count) {
        byte[] one = new byte[1];
        for (long line = 0; line < count; line++) {
            do {
                readFully(one, 0, 1);
            } while (one[0] != '\n');
        }
    }

    /**
     * Leaves out all but the last bytes of a plain file.
     *
     * @param count how many to leave
     * @throws InvalidInputException TRUNCATED where fewer are left
     * @throws IllegalStateException where the bytes are decoded on the way
     * @throws UncheckedIOException where the disk fails
     */
    public void skipToLast(long count) {
        if (!(source instanceof FileSource plain)) {
            throw new IllegalStateException("only a plain file can be read from its end");
        }
        require(count);
        try {
            plain.position(plain.size() - count);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Goes to a place in a plain file.
     *
     * @param position bytes from the file's first, not beyond its end
     * @throws IllegalStateException where the bytes are decoded on the way
     * @throws UncheckedIOException where the disk fails
     */
    public void moveTo(long position) {
        if (!(source instanceof FileSource plain)) {
            throw new IllegalStateException("only a plain file can be read from any place");
        }
        try {
            plain.position(position);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Looks one byte further after the last voxel: where compressed data end there, their checksum is compared. Bytes that
     * follow the voxels are not read.
     *
     * @throws InvalidInputException TRUNCATED where the data are damaged or their end marker is missing
     * @throws UncheckedIOException where the disk fails
     */
    public void checkEnd() {
        read(new byte[1], 0, 1);
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("cannot read " + file, e);
    }

    /**
     * Closes the file.
     *
     * @throws UncheckedIOException where that fails
     */
    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
