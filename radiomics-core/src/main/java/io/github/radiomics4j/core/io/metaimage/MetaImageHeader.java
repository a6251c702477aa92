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

/** The {@code key = value} lines of a MetaImage header and what they mean. The last key is {@code ElementDataFile}. */
final class MetaImageHeader {
    static final String DATA_FILE = "ElementDataFile";
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

    private final Path file;
    private final Map<String, String> fields;
    private final int dimensions;

    private MetaImageHeader(Path file, Map<String, String> fields) {
        this.file = file;
        this.fields = fields;
        String type = field("ObjectType").orElse("Image");
        if (!type.equalsIgnoreCase("Image")) {
            throw new InvalidInputException(Problem.NOT_THIS_FORMAT, file + ": an ObjectType of Image is read, the header says \""
                    + HeaderLines.shown(type) + "\"");
        }
        this.dimensions = dimensions();
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

    /** The value under the first of several names for one thing; two of them must not disagree. */
    private Optional<String> anyOf(String... names) {
        List<String> values = Arrays.stream(names).flatMap(name -> field(name).stream()).distinct().toList();
        if (values.size() > 1) {
            throw invalid("states " + String.join(", ", names) + " differently, which mean the same");
        }
        return values.stream().findFirst();
    }

    boolean flag(boolean absent, String... names) {
        return anyOf(names).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid("needs True or False as " + names[0] + ", found \"" + HeaderLines.shown(text) + "\"");
        }).orElse(absent);
    }

    long wholeNumber(String name, long absent) {
        return field(name).map(text -> {
            if (!text.matches("-?\\d{1,18}")) {
                throw invalid("needs a whole number as " + name + ", found \"" + HeaderLines.shown(text) + "\"");
            }
            return Long.parseLong(text);
        }).orElse(absent);
    }

    private double[] numbers(Problem problem, String name, String text, int count) {
        String[] parts = text.split("[\\s,]+");
        if (parts.length != count || !Arrays.stream(parts).allMatch(part -> part.matches(NUMBER))) {
            throw new InvalidInputException(problem, file + ": " + count + " numbers are needed as " + name + " of an image with "
                    + dimensions + " axes, found \"" + HeaderLines.shown(text) + "\"");
        }
        return Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
    }

    private double number(String name, double absent) {
        return field(name).map(text -> numbers(Problem.HEADER_INVALID, name, text, 1)[0]).orElse(absent);
    }

    private int dimensions() {
        required("NDims");
        long axes = wholeNumber("NDims", 0);
        if (axes != 2 && axes != 3) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": images with 2 or 3 axes are read, this one has " + axes
                    + "; choose one volume first");
        }
        long channels = wholeNumber("ElementNumberOfChannels", 1);
        if (channels != 1) {
            throw new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": one value per voxel is read, this image has "
                    + channels + " channels; choose one first");
        }
        return (int) axes;
    }

    GridSize size() {
        String text = required("DimSize");
        String[] parts = text.split("\\s+");
        if (parts.length != dimensions || !Arrays.stream(parts).allMatch(part -> part.matches("-?\\d{1,18}"))) {
            throw invalid("needs " + dimensions + " whole numbers as DimSize, found \"" + HeaderLines.shown(text) + "\"");
        }
        return StoredVoxels.sizeOf(file, Long.parseLong(parts[0]), Long.parseLong(parts[1]),
                dimensions == 3 ? Long.parseLong(parts[2]) : 1);
    }

    StoredVoxels voxels(VoxelType type, ByteOrder order) {
        double slope = number("ElementToIntensityFunctionSlope", 1);
        double offset = number("ElementToIntensityFunctionOffset", 0);
        if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(offset)) {
            throw invalid("needs a finite slope other than 0 and a finite offset of the intensity function, found " + slope + " and "
                    + offset);
        }
        return StoredVoxels.of(type, order, size()).scaled(slope, offset);
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

    /** Row {@code a} of the matrix is the direction of index axis {@code a}. */
    ImageGeometry geometry() {
        int n = dimensions;
        double[] spacing = {1, 1, 1};
        // the size of an element stands for its spacing only where none is stated
        String[] stated = field("ElementSpacing").isPresent() ? new String[] {"ElementSpacing"} : new String[] {"ElementSize"};
        anyOf(stated).ifPresent(text -> System.arraycopy(numbers(Problem.GEOMETRY_INVALID, stated[0], text, n), 0, spacing, 0, n));
        double[] origin = new double[3];
        anyOf("Offset", "Position", "Origin")
                .ifPresent(text -> System.arraycopy(numbers(Problem.GEOMETRY_INVALID, "Offset", text, n), 0, origin, 0, n));
        double[][] direction = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        anyOf("TransformMatrix", "Rotation", "Orientation").ifPresent(text -> {
            double[] matrix = numbers(Problem.GEOMETRY_INVALID, "TransformMatrix", text, n * n);
            for (int axis = 0; axis < n; axis++) {
                for (int row = 0; row < n; row++) {
                    direction[row][axis] = matrix[axis * n + row];
                }
            }
        });
        return FileGeometry.of(file, spacing, origin, direction);
    }
}
