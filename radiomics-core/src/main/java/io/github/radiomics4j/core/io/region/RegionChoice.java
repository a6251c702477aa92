package io.github.radiomics4j.core.io.region;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which region of a file is wanted: the one with a number, the one with a name, or the only one that there is. */
public final class RegionChoice {
    private static final int SHOWN = 50;

    private final Predicate<RegionLabel> wanted;
    private final String asked;

    private RegionChoice(Predicate<RegionLabel> wanted, String asked) {
        this.wanted = wanted;
        this.asked = asked;
    }

    /**
     * By number.
     *
     * @param number of the ROI, segment or label
     * @return the choice
     */
    public static RegionChoice number(int number) {
        return new RegionChoice(region -> region.number() == number, "number " + number);
    }

    /**
     * By name, letter for letter.
     *
     * @param name of the ROI or the segment; label maps have none
     * @return the choice, refused where two regions of a file share the name
     */
    public static RegionChoice named(String name) {
        Objects.requireNonNull(name);
        return new RegionChoice(region -> region.name().equals(name), "name \"" + name + "\"");
    }

    /**
     * The region of a file that has no other.
     *
     * @return the choice, refused where a file has several
     */
    public static RegionChoice only() {
        return new RegionChoice(region -> true, "the only region");
    }

    /**
     * Finds the region.
     *
     * @param regions those of the file
     * @param where names the file in messages
     * @return the one that is wanted
     * @throws InvalidInputException LABEL_ABSENT where none is, or several are; the message lists those that there are
     */
    public RegionLabel from(List<RegionLabel> regions, Object where) {
        List<RegionLabel> found = regions.stream().filter(wanted).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String there = regions.isEmpty() ? "it has none" : "its regions are " + regions.stream().limit(SHOWN).map(RegionLabel::toString)
                .collect(Collectors.joining(", ")) + (regions.size() > SHOWN ? " and " + (regions.size() - SHOWN) + " more" : "");
        throw new InvalidInputException(Problem.LABEL_ABSENT, where + ": the region asked for (" + asked + ") "
                + (found.isEmpty() ? "is not there" : "could be " + found.size() + " of them, choose by number") + "; " + there);
    }

    @Override
    public String toString() {
        return asked;
    }
}
