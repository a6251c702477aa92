package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file with the voxels that a detached header names. A header from a stranger must not open files elsewhere. */
public final class DataFile {

    private DataFile() {
    }

    /**
     * Finds the data file.
     *
     * @param header the file that names it
     * @param name what the header says
     * @return the file, in the header's folder or below it, symbolic links followed
     * @throws InvalidInputException UNSAFE_PATH where it lies elsewhere or the path is absolute, HEADER_INVALID where the name is
     *     none, MISSING_FILE where there is no such file
     * @throws UncheckedIOException where the disk fails
     */
    public static Path of(Path header, String name) {
        if (name.startsWith("/") || name.contains("\\") || name.matches("^[A-Za-z]:.*")) {
            throw unsafe(header, name);
        }
        Path folder = header.toAbsolutePath().normalize().getParent();
        Path data;
        try {
            data = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInputException(Problem.HEADER_INVALID, header + ": the data file's name is no file name ("
                    + e.getReason() + ")", e);
        }
        if (!data.startsWith(folder)) {
            throw unsafe(header, name);
        }
        if (!Files.exists(data)) {
            throw new InvalidInputException(Problem.MISSING_FILE, header + ": its data file " + data + " is not there");
        }
        try {
            if (!data.toRealPath().startsWith(folder.toRealPath())) {
                throw unsafe(header, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot resolve " + data, e);
        }
        return data;
    }

    private static InvalidInputException unsafe(Path header, String name) {
        return new InvalidInputException(Problem.UNSAFE_PATH, header + ": a data file must lie in the header's folder or below it, "
                + "the header names \"" + HeaderLines.shown(name) + "\"; copy it there");
    }
}
