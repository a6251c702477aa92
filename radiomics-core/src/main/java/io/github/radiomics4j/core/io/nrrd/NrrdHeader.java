package io.github.radiomics4j.core.io.nrrd;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.HeaderLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of an NRRD header as fields; what they mean is decided by {@link NrrdGrid} and {@link NrrdReader}. */
final class NrrdHeader {
    static final String MAGIC = "NRRD000";
    private static final int LATEST_VERSION = 5;

    /** All fields of the format; another one is a typing error that would else pass unseen (as in "byte skp: 100"). */
    private static final Set<String> FIELDS = Set.of("dimension", "type", "blocksize", "encoding", "endian", "content", "min", "max",
            "oldmin", "oldmax", "datafile", "lineskip", "byteskip", "number", "sampleunits", "sizes", "spacings", "thicknesses", "axismins",
            "axismaxs", "centers", "centerings", "labels", "units", "kinds", "space", "spacedimension", "spaceunits", "spaceorigin",
            "spacedirections", "measurementframe");

    private final Path file;
    private final Map<String, String> fields;

    private NrrdHeader(Path file, Map<String, String> fields) {
        this.file = file;
        this.fields = fields;
    }

    /** Whether the bytes begin with the format's magic text. */
    static boolean isNrrd(byte[] start) {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (start[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads up to and with the blank line that ends the header, or to the end of the file where the data lie in another. */
    static NrrdHeader read(FileBytes bytes) {
        Path file = bytes.file();
        HeaderLines lines = new HeaderLines(bytes, "NRRD");
        Optional<String> first = lines.next();
        if (first.isEmpty()) {
            throw new InvalidInputException(Problem.TRUNCATED, file + ": the file is empty");
        }
        requireMagic(file, first.get());
        Map<String, String> fields = new HashMap<>();
        while (true) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                if (!fields.containsKey("datafile")) {
                    throw new InvalidInputException(Problem.HEADER_INVALID, file
                            + ": the header must end with a blank line, or name a data file");
                }
                break;
            }
            if (line.get().isEmpty()) {
                break;
            }
            if (!line.get().startsWith("#")) {
                add(file, fields, line.get());
            }
            if (fields.getOrDefault("datafile", "").toUpperCase(Locale.ROOT).startsWith("LIST")) {
                break;   // what follows are names of files, not fields
            }
        }
        return new NrrdHeader(file, fields);
    }

    private static void requireMagic(Path file, String line) {
        if (!line.startsWith(MAGIC)) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + ": not NRRD: the first line must be "
                    + "NRRD0001 to NRRD0005, found \"" + HeaderLines.shown(line) + "\"");
        }
        String version = line.substring(MAGIC.length()).trim();
        if (version.length() != 1 || version.charAt(0) < '1' || version.charAt(0) > '0' + LATEST_VERSION) {
            throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, file + ": NRRD versions 1 to " + LATEST_VERSION
                    + " are read, the file says \"" + HeaderLines.shown(line) + "\"");
        }
    }

    private static void add(Path file, Map<String, String> fields, String line) {
        int pair = line.indexOf(":=");
        int field = line.indexOf(": ");
        if (pair >= 0 && (field < 0 || pair < field)) {
            return;   // a key/value pair: the writer's own matter
        }
        if (field < 0 && line.endsWith(":")) {
            field = line.length() - 1;
        }
        if (field < 0) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": a header line must be \"field: value\", \"key:=value\" or a "
                    + "comment, found \"" + HeaderLines.shown(line) + "\"");
        }
        String name = line.substring(0, field).toLowerCase(Locale.ROOT).replace(" ", "");
        if (!FIELDS.contains(name)) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": NRRD has no field \""
                    + HeaderLines.shown(line.substring(0, field)) + "\"; own entries are written as \"key:=value\"");
        }
        if (fields.put(name, line.substring(Math.min(line.length(), field + 1)).trim()) != null) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": field \"" + line.substring(0, field) + "\" occurs twice");
        }
    }

    Path file() {
        return file;
    }

    /** A field by its name without spaces, trimmed; empty where the header lacks it. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return field(name).orElseThrow(() -> invalid("lacks the field \"" + name + "\""));
    }

    InvalidInputException invalid(String what) {
        return new InvalidInputException(Problem.HEADER_INVALID, file + ": the NRRD header " + what);
    }

    InvalidInputException badGeometry(String what) {
        return new InvalidInputException(Problem.GEOMETRY_INVALID, file + ": " + what);
    }

    long wholeNumber(String name, long absent) {
        return field(name).map(text -> {
            if (!text.matches("-?\\d{1,18}")) {
                throw invalid("needs a whole number as \"" + name + "\", found \"" + HeaderLines.shown(text) + "\"");
            }
            return Long.parseLong(text);
        }).orElse(absent);
    }
}
