package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A folder of finished work that one run at a time uses, cleared of what killed processes had begun to write. */
public final class LockedFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path folder;
    private final String what;
    private final FileChannel lock;

    private LockedFolder(Path folder, String what, FileChannel lock) {
        this.folder = folder;
        this.what = what;
        this.lock = lock;
    }

    /**
     * Opens a folder, creates it where it is missing, and deletes what {@link WholeFile} left unfinished in it.
     *
     * @param folder where
     * @param what is kept there, for messages: {@code finished cases}
     * @return the folder, to be closed
     * @throws InvalidInputException RESOURCE_LIMIT where another run uses it, MISSING_FILE where a file has its name
     * @throws UncheckedIOException where the disk fails
     */
    public static LockedFolder open(Path folder, String what) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInputException(Problem.MISSING_FILE, folder + ": " + what + " are kept in a folder, and this is a file");
        }
        try {
            Files.createDirectories(folder);
            FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new InvalidInputException(Problem.RESOURCE_LIMIT, folder + ": another run is using these " + what
                        + "; wait for its end, or choose another folder");
            }
            for (Path file : unfinished(folder)) {
                Files.deleteIfExists(file);
            }
            return new LockedFolder(folder, what, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder of " + what + " " + folder, e);
        }
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static List<Path> unfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(WholeFile.UNFINISHED)).toList();
        }
    }

    /**
     * A file of the folder.
     *
     * @param name its name
     * @return where it is or would be
     */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the folder of " + what + " " + folder, e);
        }
    }
}
