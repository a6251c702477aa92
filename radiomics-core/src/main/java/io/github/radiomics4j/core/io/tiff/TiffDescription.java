package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.HeaderLines;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a stack says about its pages, its voxels' size and the meaning of its values: the XML of OME-TIFF, the lines of ImageJ, or else
 * the resolution tags.
 *
 * @param x mm from one pixel to the next, NaN where it is not stated
 * @param y mm from one row to the next, NaN where it is not stated
 * @param z mm from one page to the next, NaN where it is not stated
 * @param slope of {@code value = slope · stored + intercept}
 * @param intercept in the unit of the values
 */
record TiffDescription(double x, double y, double z, double slope, double intercept) {
    private static final int CENTIMETRE = 3;
    private static final double UNKNOWN = Double.NaN;

    /** Checks that the pages are the slices of one stack. */
    static TiffDescription of(TiffDirectory first, int pages) {
        String text = first.description();
        if (text.contains("<OME")) {
            return new OmeXml(first.file(), pages).read(text);
        }
        return text.startsWith("ImageJ=") ? new ImageJLines(text, first, pages).read() : resolution(first);
    }

    /** Dots per inch are meant for printers (72, 300) and no size of anything; per centimetre is what microscopes write. */
    private static TiffDescription resolution(TiffDirectory first) {
        double mm = first.number(TiffDirectory.RESOLUTION_UNIT, 2) == CENTIMETRE ? 10 : UNKNOWN;
        return sized(mm * first.pixelSize(TiffDirectory.X_RESOLUTION), mm * first.pixelSize(TiffDirectory.Y_RESOLUTION), UNKNOWN);
    }

    /** Values as stored. */
    static TiffDescription sized(double x, double y, double z) {
        return new TiffDescription(x, y, z, 1, 0);
    }

    boolean statesSize() {
        return !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z);
    }

    TiffDescription withThickness(double mm) {
        return new TiffDescription(x, y, mm, slope, intercept);
    }

    /** Refuses what is no stack of slices: channels, times, or another number of slices than pages. */
    static void requireOneStack(Path file, int pages, String slices, String channels, String frames, String source) {
        if (!channels.equals("1") || !frames.equals("1")) {
            throw notOneStack(file, source + " says that there are " + HeaderLines.shown(channels) + " channels and "
                    + HeaderLines.shown(frames) + " times");
        }
        if (!slices.equals(String.valueOf(pages))) {
            throw notOneStack(file, source + " says that there are " + HeaderLines.shown(slices) + " slices, the file has "
                    + pages + " pages");
        }
    }

    static InvalidInputException notOneStack(Path file, String why) {
        return new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": the pages must be the slices of one stack, but "
                + why + "; save one stack first");
    }

    /** A number as OME-XML and ImageJ write it; NaN for anything else. */
    static double number(Optional<String> text) {
        return text.filter(number -> number.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")).map(Double::parseDouble).orElse(UNKNOWN);
    }

    /** Millimetres in one of a unit; NaN for what is none, such as pixels. */
    static double millimetres(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "nm" -> 1e-6;
            case "um", "µm", "μm", "micron", "microns", "micrometer" -> 1e-3;
            case "mm", "millimeter" -> 1;
            case "cm" -> 10;
            case "inch" -> 25.4;
            case "m" -> 1000;
            default -> UNKNOWN;
        };
    }
}
