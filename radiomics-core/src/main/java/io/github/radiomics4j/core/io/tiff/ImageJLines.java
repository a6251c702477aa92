package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.HeaderLines;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code key=value} lines that ImageJ writes as the description of the first page. Lengths are in {@code unit}, or {@code yunit} and
 * {@code zunit}; {@code cf} names the function from stored to calibrated values, which is how ImageJ keeps signed 16-bit images such as CT
 * in unsigned numbers ({@code cf=0, c0=-32768, c1=1}).
 */
final class ImageJLines {
    private static final String LINEAR = "0";
    private static final String NONE = "20";

    private final TiffDirectory first;
    private final int pages;
    private final Map<String, String> lines = new HashMap<>();

    ImageJLines(String text, TiffDirectory first, int pages) {
        this.first = first;
        this.pages = pages;
        text.lines().filter(line -> line.contains("=")).forEach(line -> lines.putIfAbsent(line.substring(0, line.indexOf('=')).trim(),
                line.substring(line.indexOf('=') + 1).trim()));
    }

    TiffDescription read() {
        String slices = lines.getOrDefault("slices", lines.getOrDefault("images", "1"));
        TiffDescription.requireOneStack(first.file(), pages, slices, lines.getOrDefault("channels", "1"),
                lines.getOrDefault("frames", "1"), "ImageJ");
        String unit = lines.getOrDefault("unit", "");
        double x = millimetres(unit) * first.pixelSize(TiffDirectory.X_RESOLUTION);
        double y = millimetres(lines.getOrDefault("yunit", unit)) * first.pixelSize(TiffDirectory.Y_RESOLUTION);
        double z = millimetres(lines.getOrDefault("zunit", unit)) * number("spacing");
        String function = lines.getOrDefault("cf", NONE);
        if (function.equals(NONE)) {
            return TiffDescription.sized(x, y, z);
        }
        if (!function.equals(LINEAR)) {
            throw new InvalidInputException(Problem.UNSUPPORTED_ENCODING, first.file() + ": values calibrated by a straight line are "
                    + "read, ImageJ's calibration function here is number " + HeaderLines.shown(function)
                    + "; convert the image to 32 bits in ImageJ, which applies it");
        }
        double intercept = number("c0");
        double slope = number("c1");
        if (!Double.isFinite(intercept) || !Double.isFinite(slope) || slope == 0) {
            throw first.invalid("has ImageJ's calibration by a straight line, which needs finite c0 and c1 ≠ 0, found " + intercept + " and "
                    + slope);
        }
        return new TiffDescription(x, y, z, slope, intercept);
    }

    private double number(String key) {
        return TiffDescription.number(Optional.ofNullable(lines.get(key)));
    }

    /** ImageJ writes the sign of micro as an escape. */
    private static double millimetres(String unit) {
        return TiffDescription.millimetres(unit.replace("\\u00B5", "µ"));
    }
}
