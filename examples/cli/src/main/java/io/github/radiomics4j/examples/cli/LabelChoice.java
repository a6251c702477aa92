package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.region.RegionChoice;
import io.github.radiomics4j.core.io.region.RegionLabel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which labels of a mask the user wants, as written after {@code --label}. */
final class LabelChoice {
    private static final String ALL = "all";
    private static final int LABELS_SHOWN = 20;

    private final boolean all;
    private final Set<Integer> labels;
    private final Set<String> names;

    private LabelChoice(boolean all, Set<Integer> labels, Set<String> names) {
        this.all = all;
        this.labels = labels;
        this.names = names;
    }

    /**
     * Regions by their names.
     *
     * @param written each once, at least one
     * @return the choice
     * @throws UsageException where a name is given twice
     */
    static LabelChoice ofNames(List<String> written) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : written) {
            if (!names.add(name)) {
                throw new UsageException("--roi " + name + " is given twice");
            }
        }
        return new LabelChoice(false, Set.of(), names);
    }

    /**
     * Understands what was written.
     *
     * @param written whole numbers other than 0, each once, or {@code all} alone; none at all means the only label that there is
     * @return the choice
     * @throws UsageException where something else was written
     */
    static LabelChoice of(List<String> written) {
        if (written.contains(ALL)) {
            if (written.size() > 1) {
                throw new UsageException("--label all means all labels of the mask, so give it alone");
            }
            return new LabelChoice(true, Set.of(), Set.of());
        }
        Set<Integer> labels = new LinkedHashSet<>();
        for (String text : written) {
            if (!labels.add(number(text))) {
                throw new UsageException("--label " + text + " is given twice");
            }
        }
        return new LabelChoice(false, labels, Set.of());
    }

    private static int number(String text) {
        int label;
        try {
            label = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageException("--label must be a whole number or all, was \"" + text
                    + "\"; for several labels give --label several times", e);
        }
        if (label == 0) {
            throw new UsageException("--label 0 is the background of a mask, not a region");
        }
        return label;
    }

    /**
     * The regions to measure.
     *
     * @param present those that the file has
     * @param mask the file's name, for messages
     * @return their numbers, at least one, in the order of the command line, or of the file for all
     * @throws InvalidInputException EMPTY_MASK or LABEL_ABSENT
     * @throws UsageException where none was chosen and the mask has several
     */
    List<Integer> among(List<RegionLabel> present, String mask) {
        if (present.isEmpty()) {
            throw new InvalidInputException(Problem.EMPTY_MASK, "mask " + mask + " is empty: all its voxels are 0");
        }
        if (!names.isEmpty()) {
            return names.stream().map(name -> RegionChoice.named(name).from(present, mask).number()).toList();
        }
        if (!all && labels.isEmpty() && present.size() > 1) {
            throw new UsageException("mask " + mask + " has " + present.size() + " labels: " + list(present)
                    + "; choose with --label (it may be given several times), or --label all");
        }
        List<Integer> numbers = present.stream().map(RegionLabel::number).toList();
        if (all || labels.isEmpty()) {
            return numbers;
        }
        for (int label : labels) {
            if (!numbers.contains(label)) {
                throw new InvalidInputException(Problem.LABEL_ABSENT, "label " + label + " does not occur in mask " + mask
                        + "; these do: " + list(present));
            }
        }
        return new ArrayList<>(labels);
    }

    /**
     * The one region to look at.
     *
     * @param present those that the file has
     * @param mask the file's name, for messages
     * @return its number
     * @throws InvalidInputException EMPTY_MASK or LABEL_ABSENT
     * @throws UsageException where none was chosen and the mask has several, or several were chosen
     */
    int only(List<RegionLabel> present, String mask) {
        if (all || labels.size() + names.size() > 1) {
            throw new UsageException("one region is looked at, so give --label with one number; mask " + mask + " has " + list(present));
        }
        if (labels.isEmpty() && names.isEmpty() && present.size() > 1) {
            throw new UsageException("mask " + mask + " has " + present.size() + " labels: " + list(present) + "; choose one with --label");
        }
        return among(present, mask).get(0);
    }

    private static String list(List<RegionLabel> present) {
        String shown = present.stream().limit(LABELS_SHOWN).map(RegionLabel::toString).collect(Collectors.joining(", "));
        return present.size() > LABELS_SHOWN ? shown + " and " + (present.size() - LABELS_SHOWN) + " more" : shown;
    }
}
