package io.github.radiomics4j.core;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * The SHA-256 of several things after each other, such as all that a result depends on. Each is preceded by its length where it has one,
 * so that other things never give the same bytes: the texts {@code a}, {@code bc} are others than {@code ab}, {@code c}. Numbers count bit
 * for bit: 0 is not −0. For one thread.
 */
public final class ContentHash {
    private static final int FINGERPRINT = 16;

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

    /** A hash of nothing yet. */
    public ContentHash() {
    }

    /**
     * Adds a whole number.
     *
     * @param value any
     * @return this
     */
    public ContentHash count(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    /**
     * Adds whole numbers.
     *
     * @param values in order; not modified
     * @return this
     */
    public ContentHash counts(int[] values) {
        count(values.length);
        for (int value : values) {
            count(value);
        }
        return this;
    }

    /**
     * Adds a number.
     *
     * @param value its bits count
     * @return this
     */
    public ContentHash number(double value) {
        room(Double.BYTES).putLong(Double.doubleToRawLongBits(value));
        return this;
    }

    /**
     * Adds a text.
     *
     * @param text any
     * @return this
     */
    public ContentHash text(String text) {
        count(text.length());
        for (int i = 0; i < text.length(); i++) {
            room(Character.BYTES).putChar(text.charAt(i));
        }
        return this;
    }

    /**
     * Adds texts.
     *
     * @param texts in their order
     * @return this
     */
    public ContentHash texts(Collection<String> texts) {
        count(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /**
     * Adds named texts, such as settings.
     *
     * @param texts name to text
     * @return this
     */
    public ContentHash texts(SortedMap<String, String> texts) {
        count(texts.size());
        texts.forEach((name, text) -> text(name).text(text));
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    /**
     * The hash of all that was added; ends this object's use.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * A short name of all that was added, for settings that people read; ends this object's use.
     *
     * @return the first 16 digits of {@link #hex()}
     */
    public String fingerprint() {
        return hex().substring(0, FINGERPRINT);
    }
}
