package io.github.radiomics4j.core.io.metaimage;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.io.FileBytes;
import io.github.radiomics4j.core.io.FileGeometry;
import io.github.radiomics4j.core.io.HeaderLines;
import io.github.radiomics4j.core.io.StoredVoxels;
import io.github.radiomics4j.core.io.VoxelType;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The {@code key = value} lines of a MetaImage header and what they mean. The last key is {@code ElementDataFile}. */
final class MetaImageHeader {
    static final String DATA_FILE = "ElementDataFile";
    private static final int MOST_AXES = 10;
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

    private final Path file;
    private final Map<String, String> fields;
    private final int dimensions;
    private final GridSize size;

    private MetaImageHeader(Path file, Map<String, String> fields) {
        this.file = file;
        this.fields = fields;
        String type = field("ObjectType").orElse("Image");
        if (!type.equalsIgnoreCase("Image")) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + ": an ObjectType of Image is read, the header says \""
                    + HeaderLines.shown(type) + "\"");
        }
        this.dimensions = dimensions();
        this.size = stackSize();
    }

    /** Reads up to and with the line that says where the voxels are. */
    static MetaImageHeader read(FileBytes bytes) {
        HeaderLines lines = new HeaderLines(bytes, "MetaImage");
        Map<String, String> fields = new HashMap<>();
        while (!fields.containsKey(DATA_FILE)) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                Problem problem = fields.isEmpty() ? Problem.TRUNCATED : Problem.HEADER_INVALID;
                throw new InvalidInputException(problem, bytes.file() + ": the MetaImage header ends without " + DATA_FILE);
            }
            if (!line.get().isBlank()) {
                add(bytes.file(), fields, line.get());
            }
        }
        return new MetaImageHeader(bytes.file(), fields);
    }

    private static void add(Path file, Map<String, String> fields, String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            Problem problem = fields.isEmpty() ? Problem.NOT_THIS_FORMAT : Problem.HEADER_INVALID;
            throw new InvalidInputException(problem, file + ": a MetaImage header has lines \"key = value\", found \""
                    + HeaderLines.shown(line) + "\"");
        }
        String key = line.substring(0, equals).trim();
        if (fields.put(key, line.substring(equals + 1).trim()) != null && !key.equals("Comment")) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": the key \"" + HeaderLines.shown(key) + "\" occurs twice");
        }
    }

    Path file() {
        return file;
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return field(name).orElseThrow(() -> invalid("lacks the key \"" + name + "\""));
    }

    InvalidInputException invalid(String what) {
        return new InvalidInputException(Problem.HEADER_INVALID, file + ": the MetaImage header " + what);
    }

    /** The value under several names for one thing, which must not disagree. */
    private <T> Optional<T> anyOf(BiFunction<String, String, T> parse, String... names) {
        List<T> values = Arrays.stream(names).filter(name -> field(name).isPresent()).map(name -> parse.apply(name, required(name)))
                .distinct().toList();
        if (values.size() > 1) {
            throw invalid("states " + String.join(", ", names) + " differently, which mean the same");
        }
        return values.stream().findFirst();
    }

    boolean flag(boolean absent, String... names) {
        return anyOf(this::truth, names).orElse(absent);
    }

    private boolean truth(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid("needs True or False as " + name + ", found \"" + HeaderLines.shown(text) + "\"");
        };
    }

    long wholeNumber(String name, long absent) {
        return field(name).map(text -> {
            if (!text.matches("-?\\d{1,18}")) {
                throw invalid("needs a whole number as " + name + ", found \"" + HeaderLines.shown(text) + "\"");
            }
            return Long.parseLong(text);
        }).orElse(absent);
    }

    private List<Double> numbers(Problem problem, String name, String text, int count) {
        String[] parts = text.split("[\\s,]+");
        if (parts.length != count || !Arrays.stream(parts).allMatch(part -> part.matches(NUMBER))) {
            throw new InvalidInputException(problem, file + ": " + count + " numbers are needed as " + name + " of an image with "
                    + dimensions + " axes, found \"" + HeaderLines.shown(text) + "\"");
        }
        return Arrays.stream(parts).map(part -> Double.parseDouble(part) + 0.0).toList();   // −0 is 0
    }

    private Optional<List<Double>> place(int count, String... names) {
        return anyOf((name, text) -> numbers(Problem.GEOMETRY_INVALID, name, text, count), names);
    }

    private double number(String name, double absent) {
        return field(name).map(text -> numbers(Problem.HEADER_INVALID, name, text, 1).get(0)).orElse(absent);
    }

    private int dimensions() {
        required("NDims");
        long axes = wholeNumber("NDims", 0);
        if (axes < 2 || axes > MOST_AXES) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": images with 2 or 3 axes are read, and up to "
                    + MOST_AXES + " where the further ones have size 1; this one has " + axes);
        }
        long channels = wholeNumber("ElementNumberOfChannels", 1);
        if (channels != 1) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": one value per voxel is read, this image has "
                    + channels + " channels; choose one first");
        }
        return (int) axes;
    }

    private GridSize stackSize() {
        String text = required("DimSize");
        String[] parts = text.split("\\s+");
        if (parts.length != dimensions || !Arrays.stream(parts).allMatch(part -> part.matches("-?\\d{1,18}"))) {
            throw invalid("needs " + dimensions + " whole numbers as DimSize, found \"" + HeaderLines.shown(text) + "\"");
        }
        long[] sizes = Arrays.stream(parts).mapToLong(Long::parseLong).toArray();
        GridSize stack = StoredVoxels.sizeOf(file, sizes[0], sizes[1], dimensions > 2 ? sizes[2] : 1);
        if (Arrays.stream(sizes).skip(3).anyMatch(further -> further != 1)) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": one volume is read, axes beyond the third must have "
                    + "size 1; sizes are " + HeaderLines.shown(text) + ": choose one volume first");
        }
        return stack;
    }

    StoredVoxels voxels(VoxelType type, ByteOrder order) {
        double slope = number("ElementToIntensityFunctionSlope", 1);
        double offset = number("ElementToIntensityFunctionOffset", 0);
        if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(offset)) {
            throw invalid("needs a finite slope other than 0 and a finite offset of the intensity function, found " + slope + " and "
                    + offset);
        }
        return StoredVoxels.of(type, order, size).scaled(slope, offset);
    }

    VoxelType type() {
        String name = required("ElementType");
        return switch (name) {
            case "MET_CHAR" -> VoxelType.INT8;
            case "MET_UCHAR" -> VoxelType.UINT8;
            case "MET_SHORT" -> VoxelType.INT16;
            case "MET_USHORT" -> VoxelType.UINT16;
            case "MET_INT", "MET_LONG" -> VoxelType.INT32;
            case "MET_UINT", "MET_ULONG" -> VoxelType.UINT32;
            case "MET_LONG_LONG" -> VoxelType.INT64;
            case "MET_ULONG_LONG" -> VoxelType.UINT64;
            case "MET_FLOAT" -> VoxelType.FLOAT32;
            case "MET_DOUBLE" -> VoxelType.FLOAT64;
            default -> throw new InvalidInputException(Problem.UNSUPPORTED_DATATYPE, file + ": element type \"" + HeaderLines.shown(name)
                    + "\" is not read; MET_CHAR to MET_ULONG_LONG, MET_FLOAT and MET_DOUBLE are");
        };
    }

    /** Row {@code a} of the matrix is the direction of index axis {@code a}; what is said about axes beyond the third is no matter. */
    ImageGeometry geometry() {
        String unit = field("DistanceUnits").orElse("mm");
        if (!unit.equals("mm") && !unit.equals("?")) {
            throw new InvalidInputException(Problem.GEOMETRY_INVALID, file + ": lengths are read in mm, DistanceUnits says \""
                    + HeaderLines.shown(unit) + "\", which most readers pass over: write spacing and offset in mm");
        }
        int axes = Math.min(dimensions, 3);
        double[] spacing = {1, 1, 1};
        double[] origin = new double[3];
        double[][] direction = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        // the size of an element stands for its spacing only where none is stated
        Optional<List<Double>> steps = place(dimensions, "ElementSpacing").or(() -> place(dimensions, "ElementSize"));
        Optional<List<Double>> offset = place(dimensions, "Offset", "Position", "Origin");
        Optional<List<Double>> matrix = place(dimensions * dimensions, "TransformMatrix", "Rotation", "Orientation");
        for (int axis = 0; axis < axes; axis++) {
            if (steps.isPresent()) {
                spacing[axis] = steps.get().get(axis);
            }
            if (offset.isPresent()) {
                origin[axis] = offset.get().get(axis);
            }
            for (int row = 0; row < axes && matrix.isPresent(); row++) {
                direction[row][axis] = matrix.get().get(axis * dimensions + row);
            }
        }
        return FileGeometry.of(file, spacing, origin, direction);
    }
}
