package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The content of an input as a hash: that of the file; of a folder that of the names and hashes of its files, sub-folders not entered; of
 * a header with its voxels elsewhere (NRRD, MetaImage) that of both files. Dates do not count, so a copy of a cohort is the same cohort.
 */
final class InputDigest {
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern DATA_FILE = Pattern.compile("(?im)^[ \\t]*(?:data ?file[ \\t]*:=?|ElementDataFile[ \\t]*=)[ \\t]*(\\S[^\\r\\n]*?)[ \\t]*$");

    private InputDigest() {
    }

    /**
     * Hashes an input.
     *
     * @param input a file or folder
     * @return 64 hexadecimal digits; for a single file what {@code sha256sum} prints
     * @throws InvalidInputException MISSING_FILE where it is not there, or as {@link DataFile#of}
     * @throws UncheckedIOException where the disk fails
     */
    static String of(Path input) {
        try {
            if (Files.isDirectory(input)) {
                return ofFolder(input);
            }
            if (!Files.exists(input)) {
                throw new InvalidInputException(Problem.MISSING_FILE, "there is no file " + input);
            }
            if (!Files.isRegularFile(input)) {
                throw new InvalidInputException(Problem.MISSING_FILE, input + " is neither a file nor a folder");
            }
            Optional<Path> data = dataFile(input);
            return data.isEmpty() ? Sha256.of(input) : Sha256.of(Sha256.of(input) + "\n" + Sha256.of(data.get()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input, e);
        }
    }

    private static String ofFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
        }
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(file.getFileName()).append('\n').append(Sha256.of(file)).append('\n');
        }
        return Sha256.of(text.toString());
    }

    /** The file that a header names for its voxels. Lists and patterns are none: the readers refuse them. */
    private static Optional<Path> dataFile(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(LONGEST_HEADER);
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("NRRD") && !text.contains("ElementDataFile")) {
            return Optional.empty();
        }
        Matcher named = DATA_FILE.matcher(text);
        if (!named.find() || named.group(1).equalsIgnoreCase("LOCAL") || named.group(1).matches("(?i)LIST(\\s.*)?|.*%.*\\s.*")) {
            return Optional.empty();
        }
        return Optional.of(DataFile.of(file, named.group(1))).filter(Files::isRegularFile);
    }
}
