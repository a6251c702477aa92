package io.github.radiomics4j.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a YAML file, read no further than such a file may be long. */
final class YamlText {
    private static final int LARGEST_FILE = 4 * YamlDocument.LONGEST;

    private YamlText() { }

    /**
     * Where names of files that stand in a file start.
     *
     * @param file any file
     * @return its folder
     */
    static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }

    /**
     * Reads a file.
     *
     * @param file YAML in UTF-8
     * @param what the sort of file, for messages, such as {@code settings file}
     * @return its text
     * @throws SettingsException where it is not there, too large, or no text in UTF-8
     */
    static String read(Path file, String what) {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw new SettingsException(name, 0, 0, "there is no such " + what);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new SettingsException(name, 0, 0, "the " + what + " cannot be read: " + e, e);
        }
        if (bytes.length > LARGEST_FILE) {
            throw new SettingsException(name, 0, 0, "a " + what + " has at most " + LARGEST_FILE + " bytes, this one has more");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new SettingsException(name, 0, 0, "a " + what + " is text in UTF-8, this one is not", e);
        }
    }
}
