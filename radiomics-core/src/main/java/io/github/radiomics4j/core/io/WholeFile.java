package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that appears whole or not at all: it is written under another name in its folder, then moved. An older file of the same
 * name stays as it is until then, and after any failure. A link stays a link, the file that it leads to is replaced.
 */
public final class WholeFile {

    private WholeFile() {
    }

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to, buffered; closed by the caller
         * @throws IOException where it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param file its name; a file of that name is replaced
     * @param content what goes into it; what it throws is passed on, and the file is then not touched
     * @throws InvalidInputException MISSING_FILE where the folder is not there, or something that is no file has the name
     * @throws UncheckedIOException where the disk fails
     */
    public static void write(Path file, Content content) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidInputException(Problem.MISSING_FILE, file + ": is there and is not a plain file; choose another name");
        }
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new InvalidInputException(Problem.MISSING_FILE, file + ": there is no folder " + folder
                        + " to write into; create it first");
            }
            Path unfinished = folder.resolve("." + randomName() + ".unfinished");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE), 1 << 16)) {
                    content.writeTo(out);
                }
                move(unfinished, target);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Good enough beside CREATE_NEW, and without the start of Java's cryptography, which takes longer than most tables. */
    private static UUID randomName() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static void move(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
