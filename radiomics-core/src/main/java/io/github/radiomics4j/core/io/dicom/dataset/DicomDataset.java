package io.github.radiomics4j.core.io.dicom.dataset;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The data elements of a file, or of one item of a sequence, by tag. Immutable. An element that is there but empty counts as
 * absent (DICOM's type 2). What is missing or does not say what it must is refused with the file, the item, the tag's number and
 * its keyword in the message.
 */
public final class DicomDataset {
    private final DatasetPlace place;
    private final Charset characterSet;
    private final Map<DicomTag, DicomValue> values;
    private final Map<DicomTag, List<DicomDataset>> sequences;

    DicomDataset(DatasetPlace place, Charset characterSet, Map<DicomTag, DicomValue> values,
            Map<DicomTag, List<DicomDataset>> sequences) {
        this.place = place;
        this.characterSet = characterSet;
        this.values = Map.copyOf(values);
        this.sequences = Map.copyOf(sequences);
    }

    /**
     * The file that holds the dataset.
     *
     * @return its path as it was given
     */
    public Path file() {
        return place.file();
    }

    /**
     * Whether an element is there and not empty; for a sequence, whether it has an item.
     *
     * @param tag the element
     * @return true where a value or item can be asked for
     */
    public boolean has(DicomTag tag) {
        return value(tag).isPresent() || !sequences.getOrDefault(tag, List.of()).isEmpty();
    }

    private Optional<DicomValue> value(DicomTag tag) {
        return Optional.ofNullable(values.get(Objects.requireNonNull(tag))).filter(value -> !value.isEmpty());
    }

    /**
     * The values of an element as text.
     *
     * @param tag the element
     * @return without padding, in order; empty where the element is absent or empty
     * @throws InvalidInputException HEADER_INVALID where the file gives numbers instead, and not whole ones
     */
    public List<String> texts(DicomTag tag) {
        try {
            return value(tag).map(value -> value.texts(characterSet)).orElse(List.of());
        } catch (NumberFormatException e) {
            throw invalid(tag, Problem.HEADER_INVALID, "must be text, found " + e.getMessage());
        }
    }

    /**
     * The first value of an element as text.
     *
     * @param tag the element
     * @return without padding; empty where the element is absent or empty
     * @throws InvalidInputException as {@link #texts}
     */
    public Optional<String> text(DicomTag tag) {
        return texts(tag).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /**
     * The first value of an element that must be there, as text.
     *
     * @param tag the element
     * @return without padding
     * @throws InvalidInputException HEADER_INVALID where it is absent or empty, or as {@link #texts}
     */
    public String requiredText(DicomTag tag) {
        return text(tag).orElseThrow(() -> missing(tag, Problem.HEADER_INVALID));
    }

    /**
     * The values of an element as numbers.
     *
     * @param tag the element
     * @return finite numbers, in order; of length 0 where the element is absent or empty
     * @throws InvalidInputException HEADER_INVALID where a value is no finite number
     */
    public double[] numbers(DicomTag tag) {
        Optional<DicomValue> value = value(tag);
        if (value.isEmpty()) {
            return new double[0];
        }
        double[] numbers;
        try {
            numbers = value.get().numbers();
        } catch (NumberFormatException e) {
            throw invalid(tag, Problem.HEADER_INVALID, "must be numbers, found " + e.getMessage());
        }
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw invalid(tag, Problem.HEADER_INVALID, "must be finite, found " + Arrays.toString(numbers));
            }
        }
        return numbers;
    }

    /**
     * The one value of an element as a number.
     *
     * @param tag the element
     * @return a finite number; empty where the element is absent or empty
     * @throws InvalidInputException HEADER_INVALID where there are several values, or one that is no finite number
     */
    public Optional<Double> number(DicomTag tag) {
        double[] numbers = numbers(tag);
        if (numbers.length > 1) {
            throw invalid(tag, Problem.HEADER_INVALID, "must be one number, found " + numbers.length);
        }
        return numbers.length == 0 ? Optional.empty() : Optional.of(numbers[0]);
    }

    /**
     * The one value of an element as a whole number.
     *
     * @param tag the element
     * @return the number; empty where the element is absent or empty
     * @throws InvalidInputException HEADER_INVALID where there are several values, or one that is no whole number of 32 bits
     */
    public Optional<Integer> integer(DicomTag tag) {
        return number(tag).map(number -> {
            if (number != (int) (double) number) {
                throw invalid(tag, Problem.HEADER_INVALID, "must be a whole number of 32 bits, found " + number);
            }
            return (int) (double) number;
        });
    }

    /**
     * The one value of an element that must be there, as a whole number.
     *
     * @param tag the element
     * @return the number
     * @throws InvalidInputException HEADER_INVALID where it is absent, or as {@link #integer}
     */
    public int requiredInteger(DicomTag tag) {
        return integer(tag).orElseThrow(() -> missing(tag, Problem.HEADER_INVALID));
    }

    /**
     * The items of a sequence.
     *
     * @param tag the sequence
     * @return in the order of the file; empty where the sequence is absent
     * @throws InvalidInputException HEADER_INVALID where the file holds a value instead
     */
    public List<DicomDataset> items(DicomTag tag) {
        if (value(tag).isPresent()) {
            throw invalid(tag, Problem.HEADER_INVALID, "must be a sequence, found a plain value");
        }
        return sequences.getOrDefault(tag, List.of());
    }

    /**
     * The first item of a sequence.
     *
     * @param tag the sequence
     * @return empty where the sequence is absent or has no items
     * @throws InvalidInputException as {@link #items}
     */
    public Optional<DicomDataset> item(DicomTag tag) {
        return items(tag).stream().findFirst();
    }

    /**
     * The refusal of a dataset that lacks an element; for the caller to throw.
     *
     * @param tag the element
     * @param problem the sort of trouble
     * @return names file, item and tag
     */
    public InvalidInputException missing(DicomTag tag, Problem problem) {
        return new InvalidInputException(problem, place + ": " + tag + " is missing or empty");
    }

    /**
     * The refusal of a dataset for what an element says; for the caller to throw.
     *
     * @param tag the element
     * @param problem the sort of trouble
     * @param rule what must hold and what was found, such as "must be 1, found 3"
     * @return names file, item and tag
     */
    public InvalidInputException invalid(DicomTag tag, Problem problem, String rule) {
        return new InvalidInputException(problem, place + ": " + tag + " " + rule);
    }

    /**
     * Where the dataset stands.
     *
     * @return the file, and the item within it
     */
    @Override
    public String toString() {
        return place.toString();
    }
}
