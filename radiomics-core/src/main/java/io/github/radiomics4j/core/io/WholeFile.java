package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
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
    /** How the names of files end that are still being written; one that is left over belongs to a process that was killed. */
    public static final String UNFINISHED = ".unfinished";

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
        write(file, content, false);
    }

    /**
     * Writes a file that is still whole after the machine has lost its power: its bytes are on the disk before it gets its name. Slower
     * than {@link #write}, by what the disk takes to answer.
     *
     * @param file its name; a file of that name is replaced
     * @param content what goes into it; what it throws is passed on, and the file is then not touched
     * @throws InvalidInputException as {@link #write}
     * @throws UncheckedIOException where the disk fails
     */
    public static void writeDurably(Path file, Content content) {
        write(file, content, true);
    }

    private static void write(Path file, Content content, boolean durable) {
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
            Path unfinished = folder.resolve("." + randomName() + UNFINISHED);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE), 1 << 16)) {
                    content.writeTo(out);
                }
                if (durable) {
                    force(unfinished);
                }
                move(unfinished, target);
                if (durable) {
                    forceFolder(folder);
                }
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

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A name is on the disk once its folder is. Some systems open no folders; there the name follows when they see fit. */
    private static void forceFolder(Path folder) throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return;
        }
        try (FileChannel channel = opened) {
            channel.force(true);
        }
    }

    private static void move(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
