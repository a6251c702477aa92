package io.github.radiomics4j.core.io.dicom.dataset;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stands before a value: tag, value representation and length.
 *
 * @param number group in the upper half, element in the lower
 * @param tag empty where it is not one that is read
 * @param representation stated by the file, or else by the dictionary
 * @param length in bytes, or {@link #UNDEFINED}
 */
record ElementHeader(int number, Optional<DicomTag> tag, ValueRepresentation representation, long length) {
    /** A length that is not stated: a delimiter ends the value. */
    static final long UNDEFINED = 0xFFFFFFFFL;
    static final int ITEM = 0xFFFEE000;
    static final int ITEM_DELIMITER = 0xFFFEE00D;
    static final int SEQUENCE_DELIMITER = 0xFFFEE0DD;

    /** Reads the header of an element, item or delimiter; the latter two never state a representation. */
    static ElementHeader read(DicomInput input, boolean explicit, DatasetPlace place) {
        int number = input.tag();
        Optional<DicomTag> tag = DicomTag.of(number);
        Supplier<String> name = () -> named(number, tag);
        ValueRepresentation known = tag.map(DicomTag::representation).orElse(ValueRepresentation.UN);
        if (!explicit || number >>> 16 == 0xFFFE) {
            return new ElementHeader(number, tag, known, input.fourBytes(() -> "the length of " + name.get()));
        }
        byte[] letters = input.read(2, () -> "the value representation of " + name.get());
        ValueRepresentation stated = ValueRepresentation.of(letters[0], letters[1])
                .orElseThrow(() -> new InvalidInputException(Problem.HEADER_INVALID, place + ": " + name.get()
                        + " has no known value representation but the bytes " + (letters[0] & 0xFF) + " and " + (letters[1] & 0xFF)
                        + "; the file is damaged or its transfer syntax is not the stated one"));
        long length;
        if (stated.hasLongLength()) {
            input.skip(2, name);
            length = input.fourBytes(() -> "the length of " + name.get());
        } else {
            length = input.twoBytes(() -> "the length of " + name.get());
        }
        return new ElementHeader(number, tag, stated == ValueRepresentation.UN ? known : stated, length);
    }

    boolean isUndefined() {
        return length == UNDEFINED;
    }

    boolean isPixels() {
        return number == DicomTag.PIXEL_DATA.number() || number == DicomTag.FLOAT_PIXEL_DATA.number()
                || number == DicomTag.DOUBLE_FLOAT_PIXEL_DATA.number();
    }

    /** Number and, where known, keyword. */
    @Override
    public String toString() {
        return named(number, tag);
    }

    private static String named(int number, Optional<DicomTag> tag) {
        return tag.map(DicomTag::toString).orElseGet(() -> DicomTag.written(number));
    }
}
