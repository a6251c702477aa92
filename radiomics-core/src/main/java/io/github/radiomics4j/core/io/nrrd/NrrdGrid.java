package io.github.radiomics4j.core.io.nrrd;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.io.FileGeometry;
import io.github.radiomics4j.core.io.HeaderLines;
import io.github.radiomics4j.core.io.StoredVoxels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which axes of an NRRD are those of the image, how long they are and where they lie. */
final class NrrdGrid {
    private static final int MOST_AXES = 16;
    private static final Pattern VECTOR = Pattern.compile("\\s*(?:(none)|\\(([^()]*)\\))", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Set<String> SPATIAL_KINDS = Set.of("domain", "space", "none", "???");

    private final NrrdHeader header;
    private final int dimension;
    private final long[] sizes;
    private final String[] kinds;
    /** Per axis: its step in world coordinates, of length 0 where it has none. Empty where the header states no directions. */
    private final List<double[]> directions;
    /** Per axis; NaN where unknown. */
    private final double[] spacings;
    private final int[] imageAxes;

    NrrdGrid(NrrdHeader header) {
        this.header = header;
        this.dimension = dimension();
        this.sizes = sizes();
        this.kinds = kinds();
        this.directions = directions();
        this.spacings = spacings();
        this.imageAxes = imageAxes();
    }

    GridSize size() {
        return StoredVoxels.sizeOf(header.file(), sizes[imageAxes[0]], sizes[imageAxes[1]], sizes[imageAxes[2]]);
    }

    private int dimension() {
        header.required("dimension");
        long axes = header.wholeNumber("dimension", 0);
        if (axes < 1 || axes > MOST_AXES) {
            throw header.invalid("needs a dimension of 1 to " + MOST_AXES + ", found " + axes);
        }
        return (int) axes;
    }

    private long[] sizes() {
        String[] parts = perAxis("sizes", header.required("sizes"));
        long[] values = new long[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            if (!parts[axis].matches("-?\\d+")) {
                throw header.invalid("needs whole numbers as sizes, found \"" + HeaderLines.shown(parts[axis]) + "\"");
            }
            if (parts[axis].startsWith("-") || parts[axis].matches("0+")) {
                throw header.invalid("needs sizes of at least 1, found " + HeaderLines.shown(parts[axis]));
            }
            values[axis] = parts[axis].length() > 18 ? Long.MAX_VALUE : Long.parseLong(parts[axis]);
        }
        return values;
    }

    private String[] perAxis(String name, String text) {
        String[] parts = text.split("\\s+");
        if (parts.length != dimension) {
            throw header.invalid("needs one entry per axis (" + dimension + ") in \"" + name + "\", found " + parts.length);
        }
        return parts;
    }

    private String[] kinds() {
        return header.field("kinds").map(text -> perAxis("kinds", text.toLowerCase(Locale.ROOT))).orElseGet(() -> {
            String[] unknown = new String[dimension];
            Arrays.fill(unknown, "???");
            return unknown;
        });
    }

    private List<double[]> directions() {
        List<double[]> vectors = header.field("spacedirections").map(this::vectors).orElse(List.of());
        if (!vectors.isEmpty() && vectors.size() != dimension) {
            throw header.invalid("needs one space direction per axis (" + dimension + "), found " + vectors.size());
        }
        return vectors;
    }

    private double[] spacings() {
        double[] values = new double[dimension];
        Arrays.fill(values, Double.NaN);
        if (header.field("spacings").isPresent()) {
            String[] parts = perAxis("spacings", header.required("spacings"));
            for (int axis = 0; axis < dimension; axis++) {
                values[axis] = number(parts[axis]);
                if (!directions.isEmpty() && directions.get(axis).length > 0 && !Double.isNaN(values[axis])) {
                    throw header.invalid("states both a spacing and a space direction for axis " + axis + "; one is allowed");
                }
            }
        }
        return values;
    }

    /** The three axes of the image: all of three, or of more those that lie in space, the others being of size 1. */
    private int[] imageAxes() {
        if (dimension < 3) {
            throw dimensionRefused("an image with known voxel size needs three axes (a single slice is an axis of size 1)");
        }
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < dimension; axis++) {
            boolean placed = directions.isEmpty() || directions.get(axis).length > 0;
            boolean spatial = SPATIAL_KINDS.contains(kinds[axis]) && (placed || dimension == 3);
            if (spatial) {
                axes.add(axis);
            } else if (sizes[axis] > 1 || dimension == 3) {
                throw dimensionRefused("axis " + axis + " (kind " + HeaderLines.shown(kinds[axis]) + ") is not one of space; "
                        + "choose one volume or channel first");
            }
        }
        for (int axis = dimension - 1; axis >= 0 && axes.size() > 3; axis--) {
            if (sizes[axis] == 1) {
                axes.remove((Integer) axis);
            }
        }
        if (axes.size() != 3) {
            throw dimensionRefused("an image has three axes in space");
        }
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    private InvalidInputException dimensionRefused(String why) {
        return new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, header.file() + ": " + why + "; sizes are "
                + Arrays.toString(sizes));
    }

    ImageGeometry geometry() {
        for (String moved : List.of("axismins", "axismaxs")) {
            if (header.field(moved).stream().flatMap(text -> Arrays.stream(text.split("\\s+")))
                    .anyMatch(part -> !Double.isNaN(number(part)))) {
                throw header.badGeometry("axis mins and axis maxs are not read as a position; "
                        + "state space, space directions and space origin");
            }
        }
        return directions.isEmpty() ? bareSpacings() : inSpace();
    }

    /** No place is stated: at the origin, axes along L, P, S. */
    private ImageGeometry bareSpacings() {
        if (header.field("spaceorigin").isPresent()) {
            throw header.badGeometry("a space origin without space directions is no position");
        }
        List<String> units = quoted("units", dimension);
        double[] spacing = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = spacings[imageAxes[axis]];
            if (!(spacing[axis] > 0) || !Double.isFinite(spacing[axis])) {
                throw header.badGeometry("no voxel size: the header needs space directions, or a positive spacing for axis "
                        + imageAxes[axis] + ", found " + spacing[axis]);
            }
            spacing[axis] *= units.isEmpty() ? 1 : millimetres(units.get(imageAxes[axis]));
        }
        return FileGeometry.of(header.file(), spacing, new double[3], new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    private ImageGeometry inSpace() {
        double[] lps = worldToLps();
        List<String> units = quoted("spaceunits", 3);
        for (int row = 0; row < 3 && !units.isEmpty(); row++) {
            lps[row] *= millimetres(units.get(row));
        }
        double[][] step = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            double[] direction = directions.get(imageAxes[axis]);
            if (direction.length != 3) {
                throw header.badGeometry("axis " + imageAxes[axis] + " needs a space direction of 3 numbers, found "
                        + (direction.length == 0 ? "none" : String.valueOf(direction.length)));
            }
            for (int row = 0; row < 3; row++) {
                step[row][axis] = lps[row] * direction[row];
            }
        }
        double[] origin = new double[3];
        if (header.field("spaceorigin").isPresent()) {
            List<double[]> vectors = vectors(header.required("spaceorigin"));
            if (vectors.size() != 1 || vectors.get(0).length != 3) {
                throw header.badGeometry("the space origin needs 3 numbers, found " + header.required("spaceorigin"));
            }
            for (int row = 0; row < 3; row++) {
                origin[row] = lps[row] * vectors.get(0)[row];
            }
        }
        return FileGeometry.ofSteps(header.file(), step, origin);
    }

    private double[] worldToLps() {
        String space = header.field("space").orElse("").toLowerCase(Locale.ROOT);
        return switch (space) {
            case "left-posterior-superior", "lps" -> new double[] {1, 1, 1};
            case "right-anterior-superior", "ras" -> new double[] {-1, -1, 1};
            case "left-anterior-superior", "las" -> new double[] {1, -1, 1};
            default -> throw header.badGeometry("space directions need a space with known patient axes: left-posterior-superior, "
                    + "right-anterior-superior or left-anterior-superior, found \"" + HeaderLines.shown(space) + "\"");
        };
    }

    /** Vectors of a field; {@code none} becomes one of length 0. */
    private List<double[]> vectors(String text) {
        List<double[]> vectors = new ArrayList<>();
        Matcher matcher = VECTOR.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.find(at) && matcher.start() == at) {
            vectors.add(matcher.group(1) != null ? new double[0]
                    : Arrays.stream(matcher.group(2).split(",")).mapToDouble(part -> number(part.trim())).toArray());
            at = matcher.end();
        }
        if (at < text.length()) {
            throw header.invalid("needs vectors like (0,0,1) or none, found \"" + HeaderLines.shown(text) + "\"");
        }
        return vectors;
    }

    private double number(String text) {
        if (text.matches("[-+]?nan")) {
            return Double.NaN;
        }
        if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            throw header.badGeometry("a number is needed, found \"" + HeaderLines.shown(text) + "\"");
        }
        return Double.parseDouble(text);
    }

    private List<String> quoted(String field, int count) {
        return header.field(field).map(text -> {
            List<String> values = QUOTED.matcher(text).results().map(result -> result.group(1)).toList();
            if (values.size() != count) {
                throw header.invalid("needs " + count + " quoted entries in \"" + field + "\", found " + HeaderLines.shown(text));
            }
            return values;
        }).orElse(List.of());
    }

    private double millimetres(String unit) {
        return switch (unit.trim().toLowerCase(Locale.ROOT)) {
            case "", "???", "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> 1;
            case "um", "µm", "μm", "micron", "microns" -> 1e-3;
            case "cm" -> 10;
            case "m" -> 1000;
            default -> throw header.badGeometry("lengths are read in mm, µm, cm or m, the header says \"" + HeaderLines.shown(unit) + "\"");
        };
    }
}
