package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a text header, without their ends; a header of endless text is refused after a bounded number of bytes. */
public final class HeaderLines {
    /** Longest header; segmentations with hundreds of segments write some 100 KiB of key/value pairs. */
    public static final int LONGEST = 1 << 20;

    private static final int CHARACTERS_SHOWN = 60;

    private final FileBytes bytes;
    private final String format;
    private int read;

    /**
     * The lines from here on.
     *
     * @param bytes the file, of which nothing behind the last line asked for is read
     * @param format the format's name, for messages
     */
    public HeaderLines(FileBytes bytes, String format) {
        this.bytes = bytes;
        this.format = format;
    }

    /**
     * The next line.
     *
     * @return its text, UTF-8; empty at the end of the file
     * @throws InvalidInputException HEADER_INVALID where the header is longer than {@link #LONGEST} bytes
     */
    public Optional<String> next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            byte[] one = bytes.readUpTo(1);
            if (one.length == 0) {
                return line.size() == 0 ? Optional.empty() : Optional.of(text(line));
            }
            if (one[0] == '\n') {
                return Optional.of(text(line));
            }
            if (++read > LONGEST) {
                throw new InvalidInputException(Problem.HEADER_INVALID, bytes.file() + ": the " + format + " header is longer than "
                        + LONGEST + " bytes; is the line that ends it missing?");
            }
            line.write(one[0]);
        }
    }

    private static String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * Text of a file as it may stand in a message: printable and short.
     *
     * @param text anything
     * @return at most 60 characters, then an ellipsis
     */
    public static String shown(String text) {
        String printable = text.replaceAll("[^ -~]", ".");
        return printable.length() > CHARACTERS_SHOWN ? printable.substring(0, CHARACTERS_SHOWN) + "…" : printable;
    }
}
