package io.github.radiomics4j.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes, texts and files, in hexadecimal digits; {@link ContentHash} is of several things after each other. */
public final class Sha256 {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final int BUFFER = 1 << 16;

    private Sha256() {
    }

    /**
     * The hash of the first bytes of an array.
     *
     * @param bytes not modified
     * @param count how many, from the first
     * @return {@value #LENGTH} bytes
     */
    public static byte[] bytesOf(byte[] bytes, int count) {
        MessageDigest digest = digest();
        digest.update(bytes, 0, count);
        return digest.digest();
    }

    /**
     * The hash of bytes.
     *
     * @param bytes not modified
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytesOf(bytes, bytes.length));
    }

    /**
     * The hash of a text in UTF-8.
     *
     * @param text the text
     * @return 64 hexadecimal digits
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hash of a file's content.
     *
     * @param file read to its end
     * @return 64 hexadecimal digits: what {@code sha256sum} prints
     * @throws IOException where it cannot be read
     */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
