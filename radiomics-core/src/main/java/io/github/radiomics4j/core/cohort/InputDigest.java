package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.Sha256;
import io.github.radiomics4j.core.io.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final Pattern DATA_FILE = Pattern.compile(
            "(?im)^[ \\t]*(?:data ?file[ \\t]*:=?|ElementDataFile[ \\t]*=)[ \\t]*(\\S[^\\r\\n]*?)[ \\t]*$");

    private static final Pattern PAIR = Pattern.compile("(?i)(.+)\\.hdr(\\.gz)?");

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
            List<Path> voxels = elsewhere(input);
            StringBuilder text = new StringBuilder(Sha256.of(input));
            for (Path file : voxels) {
                text.append('\n').append(Sha256.of(file));
            }
            return voxels.isEmpty() ? text.toString() : Sha256.of(text.append('\n').toString());
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

    /** The files besides a header in which its voxels are. */
    private static List<Path> elsewhere(Path file) throws IOException {
        List<Path> voxels = new ArrayList<>();
        Matcher pair = PAIR.matcher(file.getFileName().toString());
        if (pair.matches()) {
            for (String ending : List.of(".img", ".img.gz", ".IMG", ".IMG.gz")) {
                voxels.add(file.resolveSibling(pair.group(1) + ending));
            }
        }
        named(file).ifPresent(name -> voxels.add(DataFile.of(file, name)));
        return voxels.stream().filter(Files::isRegularFile).toList();
    }

    /** The file that a header names for its voxels. Lists and patterns are none: the readers refuse them. */
    private static Optional<String> named(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(LONGEST_HEADER);
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        Matcher field = DATA_FILE.matcher(text);
        if (!text.startsWith("NRRD") && !text.contains("ElementDataFile") || !field.find()) {
            return Optional.empty();
        }
        return Optional.of(field.group(1)).filter(name -> !name.matches("(?i)LOCAL|LIST(\\s.*)?|.*%.*\\s.*"));
    }
}
