package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A file that holds a trained network, read once: what is computed and what is fingerprinted are the same bytes. For encoders. */
public final class NetworkFile {
    /** No file may be longer: 1 GiB. */
    public static final long LARGEST_BYTES = 1L << 30;

    private final Path path;
    private final byte[] bytes;

    private NetworkFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * Reads a file, which stays as it is.
     *
     * @param path where it lies
     * @return its content
     * @throws InvalidInputException MISSING_FILE where it cannot be read; RESOURCE_LIMIT where it is longer than
     *     {@value #LARGEST_BYTES} bytes
     */
    public static NetworkFile read(Path path) {
        try {
            if (Files.size(path) > LARGEST_BYTES) {
                throw new InvalidInputException(Problem.RESOURCE_LIMIT, "the network's file " + path + " must have at most " + LARGEST_BYTES
                        + " bytes, has " + Files.size(path));
            }
            return new NetworkFile(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new InvalidInputException(Problem.MISSING_FILE, "the network's file " + path + " cannot be read: " + e, e);
        }
    }

    /**
     * A name for layers and encoders: letters become lower case, each run of characters other than a-z, 0-9 and - one {@code _},
     * none at either end.
     *
     * @param name such as {@code /layer4/Relu_1}
     * @return such as {@code layer4_relu_1}; {@code unnamed} where nothing is left
     */
    public static String identifier(String name) {
        String identifier = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "_").replaceAll("^[_-]+|_+$", "");
        return identifier.isEmpty() ? "unnamed" : identifier;
    }

    /**
     * The encoder's name.
     *
     * @return the {@link #identifier} of the file's name without its last extension
     */
    public String name() {
        return identifier(path.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
    }

    /**
     * The content.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The fingerprint.
     *
     * @return the SHA-256 of the content, 64 hexadecimal digits
     */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
