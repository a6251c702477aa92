package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.region.RegionChoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table of cases, see {@link Cohort}. */
final class CasesCsv {
    private static final Pattern WHOLE = Pattern.compile("([-+]?[0-9]+)(\\.0*)?");
    private static final int LONGEST_SHOWN = 60;

    private final Path file;
    private final CasesHeader header;
    private final List<CohortCase> cases = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();

    private CasesCsv(Path file, CasesHeader header) {
        this.file = file;
        this.header = header;
    }

    static Cohort read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(Problem.MISSING_FILE, "there is no table of cases " + file);
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            in.mark(1);
            if (in.read() != '\uFEFF') {
                in.reset();
            }
            try (CSVParser parser = format.parse(in)) {
                return read(file, parser);
            }
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(Problem.TABLE_INVALID, file + ": a table of cases is text in UTF-8, this one is not", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Cohort read(Path file, CSVParser parser) throws IOException {
        Optional<CasesCsv> table = Optional.empty();
        Iterator<CSVRecord> records = parser.iterator();
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            CSVRecord row;
            try {
                if (!records.hasNext()) {
                    break;
                }
                row = records.next();
            } catch (UncheckedIOException | IllegalStateException e) {
                if (e.getCause() instanceof CharacterCodingException coding) {
                    throw coding;
                }
                // how the CSV reader reports a quote that it does not understand
                throw new InvalidInputException(Problem.TABLE_INVALID, file + " line " + line + " cannot be read as CSV: "
                        + e.getMessage(), e);
            }
            if (row.size() == 1 && row.get(0).isBlank()) {
                continue;
            }
            if (table.isEmpty()) {
                table = Optional.of(new CasesCsv(file, header(file, line, row)));
            } else {
                table.get().add(row, line);
            }
        }
        return table.filter(t -> !t.cases.isEmpty()).map(CasesCsv::cohort).orElseThrow(() -> new InvalidInputException(
                Problem.TABLE_INVALID, file + ": a table of cases needs a header line and at least one case below it"));
    }

    private static CasesHeader header(Path file, long line, CSVRecord row) {
        try {
            return CasesHeader.of(row.stream().map(String::strip).toList());
        } catch (CasesHeader.Mistake e) {
            String place = e.column() == 0 ? "" : ", column " + e.column()
                    + (row.get(e.column() - 1).isBlank() ? "" : " (\"" + shown(row.get(e.column() - 1).strip()) + "\")");
            throw new InvalidInputException(Problem.TABLE_INVALID, file + " line " + line + place + ": " + e.getMessage(), e);
        }
    }

    private Cohort cohort() {
        return new Cohort(cases, List.copyOf(header.structures()), List.copyOf(header.clinical().keySet()));
    }

    private void add(CSVRecord row, long line) {
        if (row.size() != header.size()) {
            throw new InvalidInputException(Problem.TABLE_INVALID, file + " line " + line + " has " + row.size()
                    + " fields, the header line has " + header.size() + "; a field with a comma needs quotes");
        }
        String id = field(row, header.find(CasesHeader.CASE)).orElseThrow(() -> at(line, CasesHeader.CASE, "the case has no name"));
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw at(line, CasesHeader.CASE, "a case's name has no line breaks or control characters");
        }
        Long before = lines.put(id, line);
        if (before != null) {
            throw at(line, CasesHeader.CASE, "case \"" + shown(id) + "\" is already in line " + before
                    + "; each case has one row and a name of its own");
        }
        Map<String, StructureInput> structures = new LinkedHashMap<>();
        header.structures().forEach(structure -> input(row, line, structure).ifPresent(input -> structures.put(structure, input)));
        Map<String, String> clinical = new LinkedHashMap<>();
        header.clinical().forEach((name, column) -> clinical.put(name, row.get(column).strip()));
        cases.add(new CohortCase(id, field(row, header.find(CasesHeader.PATIENT)).orElse(id), outcome(row, line), structures, clinical));
    }

    private Optional<Boolean> outcome(CSVRecord row, long line) {
        return field(row, header.find(CasesHeader.OUTCOME)).map(text -> switch (text) {
            case "0", "0.0" -> false;
            case "1", "1.0" -> true;
            default -> throw at(line, CasesHeader.OUTCOME, "an outcome is 1 for an event, 0 for none, or empty, was \"" + shown(text)
                    + "\"");
        });
    }

    private Optional<StructureInput> input(CSVRecord row, long line, String structure) {
        int imageColumn = header.image(structure);
        String maskColumn = structure + "." + CasesHeader.MASK;
        Optional<String> image = field(row, Optional.of(imageColumn));
        Optional<String> mask = field(row, header.find(maskColumn));
        RegionChoice region = region(row, line, structure);
        if (image.isEmpty() || mask.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StructureInput(path(image.get(), line, header.name(imageColumn)),
                path(mask.get(), line, maskColumn), region));
    }

    private RegionChoice region(CSVRecord row, long line, String structure) {
        String labelColumn = structure + "." + CasesHeader.LABEL;
        String roiColumn = structure + "." + CasesHeader.ROI;
        Optional<String> label = field(row, header.find(labelColumn));
        Optional<String> roi = field(row, header.find(roiColumn));
        if (label.isPresent() && roi.isPresent()) {
            throw at(line, roiColumn, "label and roi both choose the region; leave one of them empty");
        }
        if (roi.isPresent()) {
            return RegionChoice.named(roi.get());
        }
        if (label.isEmpty()) {
            return RegionChoice.only();
        }
        var whole = WHOLE.matcher(label.get());
        if (!whole.matches()) {
            return RegionChoice.named(label.get());
        }
        try {
            int number = Integer.parseInt(whole.group(1));
            if (number == 0) {
                throw at(line, labelColumn, "label 0 is the background of a mask, not a region");
            }
            return RegionChoice.number(number);
        } catch (NumberFormatException e) {
            throw at(line, labelColumn, "a label is a whole number of 32 bits or a name, was \"" + shown(label.get()) + "\"");
        }
    }

    private Path path(String text, long line, String column) {
        try {
            return file.toAbsolutePath().resolveSibling(text).normalize();
        } catch (InvalidPathException e) {
            throw at(line, column, "\"" + shown(text) + "\" is no file name (" + e.getReason() + ")");
        }
    }

    /** A field's text; empty where there is no such column or nothing in it. */
    private static Optional<String> field(CSVRecord row, Optional<Integer> column) {
        return column.map(c -> row.get(c).strip()).filter(text -> !text.isEmpty());
    }

    private InvalidInputException at(long line, String column, String message) {
        return new InvalidInputException(Problem.TABLE_INVALID, file + " line " + line + ", column "
                + (header.find(column).orElseThrow() + 1) + " (\"" + column + "\"): " + message);
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
