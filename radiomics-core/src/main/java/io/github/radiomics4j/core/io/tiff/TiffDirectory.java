package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tags of one page that say how its values are stored. */
final class TiffDirectory {
    static final int SUBFILE_TYPE = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int DESCRIPTION = 270;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int RESOLUTION_UNIT = 296;
    static final int PREDICTOR = 317;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int SAMPLE_FORMAT = 339;
    /** Tags that are looked at; the values of others are not read. */
    static final Set<Integer> TAGS = Set.of(SUBFILE_TYPE, WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, FILL_ORDER, DESCRIPTION,
            STRIP_OFFSETS, ORIENTATION, SAMPLES, ROWS_PER_STRIP, STRIP_BYTES, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT, PREDICTOR,
            TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_BYTES, SAMPLE_FORMAT);

    private static final int RATIONAL = 5;

    private final Path file;
    private final ByteOrder order;
    private final Map<Integer, Field> fields;

    TiffDirectory(Path file, ByteOrder order, Map<Integer, Field> fields) {
        this.file = file;
        this.order = order;
        this.fields = Map.copyOf(fields);
    }

    /** The values of a tag as stored. */
    record Field(int type, ByteBuffer bytes) {

        /** The values as whole numbers; empty for types that are none. */
        Optional<long[]> wholeNumbers() {
            int each = switch (type) {
                case 1 -> 1;
                case 3 -> 2;
                case 4, 13 -> 4;
                case 16, 18 -> 8;
                default -> 0;
            };
            if (each == 0) {
                return Optional.empty();
            }
            long[] values = new long[bytes.capacity() / each];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (each) {
                    case 1 -> bytes.get(i) & 0xFF;
                    case 2 -> bytes.getShort(2 * i) & 0xFFFF;
                    case 4 -> bytes.getInt(4 * i) & 0xFFFFFFFFL;
                    default -> bytes.getLong(8 * i);
                };
            }
            return Optional.of(values);
        }
    }

    Path file() {
        return file;
    }

    ByteOrder order() {
        return order;
    }

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    long[] numbers(int tag) {
        Field field = fields.get(tag);
        if (field == null) {
            throw invalid("lacks tag " + tag);
        }
        return field.wholeNumbers().orElseThrow(() -> invalid("needs whole numbers as tag " + tag + ", found type " + field.type()));
    }

    /** The value of a tag with one value; of several, as of colours, they must be equal. */
    long number(int tag, long absent) {
        if (!has(tag)) {
            return absent;
        }
        long[] values = numbers(tag);
        for (long value : values) {
            if (value != values[0]) {
                throw new InvalidInputException(Problem.UNSUPPORTED_DATATYPE, file + ": tag " + tag
                        + " differs between the samples of a pixel");
            }
        }
        if (values.length == 0) {
            throw invalid("has tag " + tag + " without a value");
        }
        return values[0];
    }

    long required(int tag) {
        numbers(tag);
        return number(tag, 0);
    }

    /** What a resolution tag makes of one pixel, in the unit of the resolution; NaN where it is absent, 0, or of another type. */
    double pixelSize(int tag) {
        Field field = fields.get(tag);
        if (field == null || field.type() != RATIONAL || field.bytes().capacity() < 8) {
            return Double.NaN;
        }
        double size = (field.bytes().getInt(4) & 0xFFFFFFFFL) / (double) (field.bytes().getInt(0) & 0xFFFFFFFFL);
        return size > 0 && size < Double.POSITIVE_INFINITY ? size : Double.NaN;
    }

    /** The free text of the page, UTF-8, without what follows a zero byte; "" where there is none. */
    String description() {
        Field field = fields.get(DESCRIPTION);
        if (field == null) {
            return "";
        }
        String text = new String(field.bytes().array(), StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    InvalidInputException invalid(String what) {
        return new InvalidInputException(Problem.HEADER_INVALID, file + ": a page of the TIFF " + what);
    }
}
