package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.io.WholeFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file that appears whole or not at all, see {@link WholeFile}. */
final class OutputFile {
    private final Path file;

    private OutputFile(Path file) {
        this.file = file;
    }

    /** What goes into a file. */
    @FunctionalInterface
    interface Content {
        /**
         * Writes it.
         *
         * @param out where to; closed by the caller
         * @throws IOException where it cannot be written
         */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * A file to be written, checked before any work is done.
     *
     * @param file its name; a file of that name is replaced
     * @return the file
     * @throws UsageException where it cannot be written there
     */
    static OutputFile at(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UsageException("output " + file + " is there and is not a plain file; name a file");
        }
        Path target = target(file);
        Path folder = target.getParent();
        if (!Files.isDirectory(folder)) {
            throw new UsageException("output " + file + " cannot be written: there is no folder " + folder + ", create it first");
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("output " + file + " cannot be written: folder " + folder + " is not writable");
        }
        return new OutputFile(target);
    }

    /** The file that a link leads to, so that the link stays one. */
    private static Path target(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException e) {
            throw new UsageException("output " + file + " cannot be written: " + e, e);
        }
    }

    /**
     * Checks that an input would not be overwritten.
     *
     * @param input a file that is read
     * @param option how the user named it
     * @throws UsageException where both are one file
     */
    void requireNot(Path input, String option) {
        try {
            if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                throw new UsageException("--out and " + option + " are the same file " + input
                        + ", which would be overwritten; choose another");
            }
        } catch (IOException e) {
            throw new UsageException("cannot tell whether --out and " + option + " are the same file: " + e, e);
        }
    }

    /**
     * Writes the file, in UTF-8.
     *
     * @param content what goes into it
     * @throws UsageException where it cannot be written; a file that was there is then still there
     */
    void write(Content content) {
        writeBy(target -> WholeFile.write(target, bytes -> {
            try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
        }));
    }

    /**
     * Has the file written by someone who wants its name.
     *
     * @param writing writes the file whole or not at all
     * @throws UsageException where it cannot be written; a file that was there is then still there
     */
    void writeBy(Consumer<Path> writing) {
        try {
            writing.accept(file);
        } catch (UncheckedIOException e) {
            throw new UsageException("output " + file + " cannot be written: " + e.getCause(), e);
        }
    }
}
