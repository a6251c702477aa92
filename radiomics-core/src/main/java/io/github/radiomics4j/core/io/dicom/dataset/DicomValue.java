package io.github.radiomics4j.core.io.dicom.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The value of one data element as it stands in the file, and what it says as text or numbers. */
final class DicomValue {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");

    private final ValueRepresentation representation;
    private final byte[] bytes;
    private final ByteOrder order;

    /** Keeps the array; the caller must not change it. */
    DicomValue(ValueRepresentation representation, byte[] bytes, ByteOrder order) {
        this.representation = representation;
        this.bytes = bytes;
        this.order = order;
    }

    /**
     * The values as text without padding, in order; an empty list for an empty element.
     *
     * @throws NumberFormatException where a file gives the element as numbers, with a length that is not one of whole numbers
     */
    List<String> texts(Charset named) {
        if (representation.bytes() > 0) {
            return Arrays.stream(numbers()).mapToObj(number -> number == Math.rint(number) ? Long.toString((long) number)
                    : Double.toString(number)).toList();
        }
        String text = trimmed(new String(bytes, representation.isNamed() ? named : StandardCharsets.ISO_8859_1));
        if (text.isEmpty()) {
            return List.of();
        }
        return representation.isOneText() ? List.of(text) : Arrays.stream(text.split("\\\\", -1)).map(DicomValue::trimmed).toList();
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    /**
     * The values as numbers.
     *
     * @throws NumberFormatException with the text that is none, or a length that is not one of whole numbers
     */
    double[] numbers() {
        int size = representation.bytes();
        if (size == 0) {
            return texts(StandardCharsets.US_ASCII).stream().mapToDouble(this::number).toArray();
        }
        if (bytes.length % size != 0) {
            throw new NumberFormatException(bytes.length + " bytes, not a multiple of " + size);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        double[] numbers = new double[bytes.length / size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = binary(buffer, i * size);
        }
        return numbers;
    }

    private double number(String text) {
        Pattern allowed = representation == ValueRepresentation.IS ? WHOLE : DECIMAL;
        if (!allowed.matcher(text).matches()) {
            throw new NumberFormatException('"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"');
        }
        return Double.parseDouble(text);
    }

    private double binary(ByteBuffer buffer, int at) {
        return switch (representation) {
            case US -> buffer.getShort(at) & 0xFFFF;
            case SS -> buffer.getShort(at);
            case UL -> buffer.getInt(at) & 0xFFFFFFFFL;
            case SL -> buffer.getInt(at);
            case AT -> (buffer.getShort(at) & 0xFFFFL) << 16 | buffer.getShort(at + 2) & 0xFFFF;
            case FL -> buffer.getFloat(at);
            case FD -> buffer.getDouble(at);
            default -> buffer.getLong(at);
        };
    }

    /** Whether there is no value, or a text of padding alone. */
    boolean isEmpty() {
        if (representation.bytes() > 0) {
            return bytes.length == 0;
        }
        for (byte one : bytes) {
            if (one != ' ' && one != 0) {
                return false;
            }
        }
        return true;
    }
}
