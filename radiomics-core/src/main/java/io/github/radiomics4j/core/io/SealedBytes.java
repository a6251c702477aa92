package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Content with its SHA-256 at the end: what was cut or altered is not taken for what was written. */
public final class SealedBytes {

    private SealedBytes() {
    }

    /** What goes into it. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to; closed by the caller
         * @throws IOException where the content cannot be had
         */
        void writeTo(DataOutputStream out) throws IOException;
    }

    /**
     * Seals content.
     *
     * @param content what goes into it
     * @return its bytes and their seal
     * @throws UncheckedIOException where the content fails
     */
    public static byte[] of(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("arrays do not fail", e);
        }
        byte[] plain = bytes.toByteArray();
        bytes.writeBytes(Sha256.bytesOf(plain, plain.length));
        return bytes.toByteArray();
    }

    /**
     * Reads a file.
     *
     * @param file written as {@link #of} made it
     * @param largest how many bytes are read at most; a larger file is not what was written
     * @return the content without its seal; empty where there is no such file, or it is not what was written
     * @throws UncheckedIOException where the disk fails
     */
    public static Optional<byte[]> read(Path file, int largest) {
        byte[] bytes;
        try {
            if (Files.size(file) > largest) {
                return Optional.empty();
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        int count = bytes.length - Sha256.LENGTH;
        if (count < 0 || !Arrays.equals(Sha256.bytesOf(bytes, count), Arrays.copyOfRange(bytes, count, bytes.length))) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOf(bytes, count));
    }
}
