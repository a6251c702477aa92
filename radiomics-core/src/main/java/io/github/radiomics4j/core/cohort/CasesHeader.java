package io.github.radiomics4j.core.cohort;

import io.github.radiomics4j.core.table.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the columns of a table of cases are, found from their names. A name that is nearly one with a meaning is refused. */
final class CasesHeader {
    static final String CASE = "case";
    static final String PATIENT = "patient";
    static final String OUTCOME = "outcome";
    static final String IMAGE = "image";
    static final String MASK = "mask";
    static final String LABEL = "label";
    static final String ROI = "roi";

    private static final String CLINICAL = "clinical.";
    private static final List<String> FIXED = List.of(CASE, PATIENT, OUTCOME, IMAGE);
    private static final List<String> PARTS = List.of(IMAGE, MASK, LABEL, ROI);
    private static final Pattern PART = Pattern.compile("(.*)\\.(image|mask|label|roi)");
    private static final Pattern LIKE_PART = Pattern.compile("(.+)[._: -]([^._: -]+)");

    private final List<String> names;
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final Set<String> structures = new LinkedHashSet<>();
    private final Map<String, Integer> clinical = new LinkedHashMap<>();

    private CasesHeader(List<String> names) {
        this.names = names;
    }

    /** A mistake in the header: in which column from 1, or 0 for none in particular. */
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;

        private final int column;

        Mistake(int column, String message) {
            super(message);
            this.column = column;
        }

        int column() {
            return column;
        }
    }

    /**
     * Understands a header line.
     *
     * @param names of the columns, without blanks around them
     * @return what they are
     * @throws Mistake where they are not as described at {@link Cohort}
     */
    static CasesHeader of(List<String> names) throws Mistake {
        CasesHeader header = new CasesHeader(names);
        header.collect();
        header.requireCase();
        header.requireStructures();
        header.requireNoSlips();
        return header;
    }

    private void collect() throws Mistake {
        if (names.size() == 1 && names.get(0).contains(";")) {
            throw new Mistake(0, "fields are separated by commas here, not by semicolons");
        }
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            if (name.isEmpty()) {
                throw new Mistake(c + 1, "has no name");
            }
            if (index.put(name, c) != null) {
                throw new Mistake(c + 1, "column \"" + name + "\" occurs twice; keep one");
            }
            Matcher part = PART.matcher(name);
            boolean kept = name.startsWith(CLINICAL);
            if (!kept && part.matches()) {
                structure(part.group(1), c);
            } else if (!FIXED.contains(name)) {
                String shown = kept ? name.substring(CLINICAL.length()) : name;
                if (shown.isEmpty() || FIXED.contains(shown) || clinical.put(shown, c) != null) {
                    throw new Mistake(c + 1, "a clinical column cannot be called \"" + shown + "\": "
                            + (shown.isEmpty() ? "name it" : "the name is taken, choose another"));
                }
            }
        }
    }

    private void structure(String name, int column) throws Mistake {
        if (!Cohort.STRUCTURE.matcher(name).matches()) {
            throw new Mistake(column + 1, "a structure is named with letters, digits, _ and -, was \"" + name + "\"");
        }
        for (String other : structures) {
            if (!other.equals(name) && other.equalsIgnoreCase(name)) {
                throw new Mistake(column + 1, "structures \"" + other + "\" and \"" + name + "\" differ in case only; write both alike");
            }
        }
        structures.add(name);
    }

    private void requireCase() throws Mistake {
        if (!index.containsKey(CASE)) {
            Optional<String> meant = clinical.keySet().stream().filter(name -> near(name, List.of(CASE)).isPresent()).findFirst();
            throw new Mistake(meant.map(name -> clinical.get(name) + 1).orElse(0), "there is no column \"case\", which names the cases"
                    + meant.map(name -> "; is it \"" + name + "\"?").orElse(""));
        }
    }

    private void requireStructures() throws Mistake {
        if (structures.isEmpty()) {
            for (String name : names) {
                Optional<String> meant = meantPart(name);
                if (meant.isPresent()) {
                    throw slip(name, meant.get());
                }
            }
            throw new Mistake(0, "there is no structure: at least one column such as disc.mask is needed, with disc.image or image");
        }
        for (String structure : structures) {
            requireColumn(structure, MASK, index.containsKey(structure + "." + MASK));
            requireColumn(structure, IMAGE, index.containsKey(structure + "." + IMAGE) || index.containsKey(IMAGE));
        }
    }

    private void requireColumn(String structure, String part, boolean there) throws Mistake {
        if (there) {
            return;
        }
        String wanted = structure + "." + part;
        Set<String> others = new LinkedHashSet<>(clinical.keySet());
        structures.stream().filter(other -> !other.equals(structure) && !isWhole(other))
                .forEach(other -> PARTS.forEach(p -> others.add(other + "." + p)));
        others.retainAll(index.keySet());
        Optional<String> meant = near(wanted, others);
        int column = meant.map(index::get).orElseGet(() -> names.indexOf(PARTS.stream().map(p -> structure + "." + p)
                .filter(index::containsKey).findFirst().orElseThrow())) + 1;
        throw new Mistake(column, "structure \"" + structure + "\" has no column \"" + wanted + "\""
                + (part.equals(IMAGE) ? ", and there is no column \"image\" for all structures" : "")
                + meant.map(name -> "; did you mean it by \"" + name + "\"?").orElse(""));
    }

    private boolean isWhole(String structure) {
        return index.containsKey(structure + "." + MASK)
                && (index.containsKey(structure + "." + IMAGE) || index.containsKey(IMAGE));
    }

    private void requireNoSlips() throws Mistake {
        List<String> absent = FIXED.stream().filter(name -> !index.containsKey(name)).toList();
        for (String name : names) {
            if (FIXED.contains(name) || PART.matcher(name).matches() || name.startsWith(CLINICAL)) {
                continue;
            }
            Optional<String> meant = near(name, absent).or(() -> meantPart(name));
            if (meant.isPresent()) {
                throw slip(name, meant.get());
            }
        }
    }

    /** The column of a structure that a name is nearly: {@code disc_mask}, {@code disc.maks}. */
    private Optional<String> meantPart(String name) {
        Matcher like = LIKE_PART.matcher(name);
        if (!like.matches()) {
            return Optional.empty();
        }
        boolean dotted = name.charAt(like.start(2) - 1) == '.';
        Optional<String> part = near(like.group(2), PARTS);
        Optional<String> known = structures.isEmpty() ? Optional.of(like.group(1))
                : structures.stream().filter(structure -> structure.equalsIgnoreCase(like.group(1))).findFirst();
        Optional<String> prefix = dotted ? known.or(() -> Optional.of(like.group(1))) : known;
        return part.isEmpty() || prefix.isEmpty() ? Optional.empty()
                : Optional.of(prefix.get() + "." + part.get()).filter(meant -> !index.containsKey(meant));
    }

    private Mistake slip(String name, String meant) {
        return new Mistake(index.get(name) + 1, "did you mean \"" + meant + "\"? A clinical column of this name must be called \""
                + CLINICAL + name + "\", so that no slip is taken for one");
    }

    private static Optional<String> near(String name, Iterable<String> known) {
        List<String> candidates = new ArrayList<>();
        known.forEach(candidates::add);
        return NearestName.to(name.toLowerCase(Locale.ROOT), candidates);
    }

    Set<String> structures() {
        return structures;
    }

    /** The names of the clinical columns, without their prefix, to their index. */
    Map<String, Integer> clinical() {
        return clinical;
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** Where a column stands, from 0; empty where the file has none of that name. */
    Optional<Integer> find(String name) {
        return Optional.ofNullable(index.get(name));
    }

    /** The column of a structure's image: its own or, without one, that of all. */
    int image(String structure) {
        return find(structure + "." + IMAGE).orElseGet(() -> index.get(IMAGE));
    }
}
