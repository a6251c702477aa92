package io.github.radiomics4j.core.io.dicom.dataset;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads data elements up to the pixels or the end of the file. Keeps those of {@link DicomTag} and walks past the rest, private
 * ones among them. No length is believed before it has been compared with the bytes that are there, sequences are nested at most
 * {@value #DEEPEST} deep, and what is kept stays within a budget.
 */
final class DicomParser {
    static final int DEEPEST = 64;
    /** What an element or item takes in memory besides its value, about. */
    private static final int OVERHEAD = 128;

    private final DicomInput input;
    private long budget;
    private Optional<PixelElement> pixels = Optional.empty();

    DicomParser(DicomInput input, long budget) {
        this.input = input;
        this.budget = budget;
    }

    /** The file's own dataset. */
    DicomDataset parse(Path file, boolean explicit) {
        Building dataset = new Building(DatasetPlace.of(file), StandardCharsets.US_ASCII, explicit, true, 0);
        while (pixels.isEmpty() && !input.isAtEnd()) {
            ElementHeader header = ElementHeader.read(input, explicit, dataset.place);
            if (header.isPixels()) {
                pixels = Optional.of(pixelElement(header));
            } else {
                element(header, dataset);
            }
        }
        return dataset.built();
    }

    /** Where the pixels stand, once the dataset has been parsed. */
    Optional<PixelElement> pixels() {
        return pixels;
    }

    private PixelElement pixelElement(ElementHeader header) {
        if (!header.isUndefined()) {
            input.requireBytes(header.length(), header::toString);
        }
        return new PixelElement(header.tag().orElseThrow(), input.position(), header.length(), !header.isUndefined());
    }

    private void element(ElementHeader header, Building dataset) {
        if (header.number() >>> 16 == 0xFFFE) {
            throw invalid(dataset.place, "an item or delimiter " + header + " stands where an element must");
        }
        boolean kept = dataset.kept && header.tag().isPresent();
        if (header.isUndefined()) {
            if (header.representation().isBulk()) {
                skipFragments(header, dataset.place);
                return;
            }
            if (header.representation() != ValueRepresentation.SQ && header.representation() != ValueRepresentation.UN) {
                throw invalid(dataset.place, header + " has no defined length, which only sequences and pixels may");
            }
        } else {
            input.requireBytes(header.length(), header::toString);
        }
        if (header.representation() == ValueRepresentation.SQ && kept) {
            dataset.put(header, sequence(header, dataset.within(true)));
        } else if (header.isUndefined()) {
            sequence(header, dataset.within(false));
        } else if (kept && !header.representation().isBulk()) {
            spend(header.length(), dataset.place);
            dataset.put(header, new DicomValue(header.representation(), input.read((int) header.length(), header::toString),
                    input.order()));
        } else {
            input.skip(header.length(), header::toString);
        }
    }

    private List<DicomDataset> sequence(ElementHeader sequence, Building within) {
        if (within.depth > DEEPEST) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, within.place.file() + ": sequences are nested more than " + DEEPEST
                    + " deep at " + sequence);
        }
        List<DicomDataset> items = new ArrayList<>();
        long end = sequence.isUndefined() ? Long.MAX_VALUE : input.position() + sequence.length();
        while (input.position() < end) {
            ElementHeader header = ElementHeader.read(input, false, within.place);
            if (header.number() == ElementHeader.SEQUENCE_DELIMITER && sequence.isUndefined()) {
                return items;
            }
            if (header.number() != ElementHeader.ITEM) {
                throw invalid(within.place, sequence + " must hold items, found " + header);
            }
            if (within.kept || header.isUndefined()) {
                Building item = within.item(sequence.number(), items.size() + 1, explicitNext(within.explicit));
                item(header, sequence, end, item);
                if (within.kept) {
                    spend(0, within.place);
                    items.add(item.built());
                }
            } else {
                requireInside(header, sequence, end, within.place);
                input.skip(header.length(), () -> "an item of " + sequence);
            }
        }
        requireEnd(end, sequence, within.place);
        return items;
    }

    private void item(ElementHeader header, ElementHeader sequence, long outerEnd, Building item) {
        long end = outerEnd;
        if (!header.isUndefined()) {
            requireInside(header, sequence, outerEnd, item.place);
            end = input.position() + header.length();
        }
        while (header.isUndefined() || input.position() < end) {
            ElementHeader element = ElementHeader.read(input, item.explicit, item.place);
            if (element.number() == ElementHeader.ITEM_DELIMITER && header.isUndefined()) {
                return;
            }
            if (!element.isUndefined()) {
                requireInside(element, sequence, end, item.place);
            }
            element(element, item);
        }
        requireEnd(end, sequence, item.place);
    }

    private void requireInside(ElementHeader inner, ElementHeader outer, long end, DatasetPlace place) {
        input.requireBytes(inner.length(), inner::toString);
        if (input.position() + inner.length() > end) {
            throw invalid(place, inner + " of " + inner.length() + " bytes reaches beyond the end of " + outer);
        }
    }

    private void requireEnd(long end, ElementHeader sequence, DatasetPlace place) {
        if (input.position() > end) {
            throw invalid(place, sequence + " ends within one of its elements");
        }
    }

    /** Elements of value representation UN may hold implicit items in an explicit file, and some writers do the opposite. */
    private boolean explicitNext(boolean explicit) {
        byte[] next = input.peek();
        if (next.length < 6 || (next[0] & 0xFF) == 0xFE || (next[1] & 0xFF) == 0xFE) {
            return explicit;
        }
        return ValueRepresentation.of(next[4], next[5]).isPresent();
    }

    /** Compressed pixels of an icon, or other bulk data in pieces: items by length up to a delimiter. */
    private void skipFragments(ElementHeader header, DatasetPlace place) {
        while (true) {
            ElementHeader item = ElementHeader.read(input, false, place);
            if (item.number() == ElementHeader.SEQUENCE_DELIMITER) {
                return;
            }
            if (item.number() != ElementHeader.ITEM || item.isUndefined()) {
                throw invalid(place, header + " of undefined length must hold fragments, found " + item);
            }
            input.skip(item.length(), () -> "a fragment of " + header);
        }
    }

    private void spend(long bytes, DatasetPlace place) {
        budget -= bytes + OVERHEAD;
        if (budget < 0 || bytes > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, place.file()
                    + ": the data elements besides the pixels need more memory than allowed (ReadLimits)");
        }
    }

    private static InvalidInputException invalid(DatasetPlace place, String what) {
        return new InvalidInputException(Problem.HEADER_INVALID, place + ": " + what);
    }

    /** A dataset of which elements are still to come. */
    private static final class Building {
        private final DatasetPlace place;
        private final boolean explicit;
        private final boolean kept;
        private final int depth;
        private final Map<DicomTag, DicomValue> values = new EnumMap<>(DicomTag.class);
        private final Map<DicomTag, List<DicomDataset>> sequences = new EnumMap<>(DicomTag.class);
        private Charset characterSet;

        private Building(DatasetPlace place, Charset characterSet, boolean explicit, boolean kept, int depth) {
            this.place = place;
            this.characterSet = characterSet;
            this.explicit = explicit;
            this.kept = kept;
            this.depth = depth;
        }

        /** The surroundings of a sequence of this dataset. */
        private Building within(boolean sequenceKept) {
            return new Building(place, characterSet, explicit, sequenceKept, depth + 1);
        }

        private Building item(int sequence, int number, boolean explicitItem) {
            return new Building(kept ? place.item(sequence, number) : place, characterSet, explicitItem, kept, depth);
        }

        private void put(ElementHeader header, DicomValue value) {
            DicomTag tag = header.tag().orElseThrow();
            requireFirst(values.put(tag, value) == null && !sequences.containsKey(tag), header);
            if (tag == DicomTag.SPECIFIC_CHARACTER_SET) {
                try {
                    characterSet = CharacterSets.of(value.texts(StandardCharsets.US_ASCII));
                } catch (NumberFormatException e) {
                    throw invalid(place, header + " must be text, found " + e.getMessage());
                }
            }
        }

        private void put(ElementHeader header, List<DicomDataset> items) {
            DicomTag tag = header.tag().orElseThrow();
            requireFirst(sequences.put(tag, List.copyOf(items)) == null && !values.containsKey(tag), header);
        }

        private void requireFirst(boolean first, ElementHeader header) {
            if (!first) {
                throw invalid(place, header + " stands there twice");
            }
        }

        private DicomDataset built() {
            return new DicomDataset(place, characterSet, values, sequences);
        }
    }
}
