package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a stack says about its pages and its voxels' size: the XML of OME-TIFF, the lines of ImageJ, or else the resolution tags.
 * Sizes are mm along x, y, z, NaN where they are not stated.
 */
final class TiffDescription {
    private static final String NUMBER = "\\d+\\.?\\d*([eE][-+]?\\d+)?|\\.\\d+([eE][-+]?\\d+)?";
    private static final int CENTIMETRE = 3;
    private static final double UNKNOWN = Double.NaN;

    private final Path file;
    private final int pages;

    private TiffDescription(Path file, int pages) {
        this.file = file;
        this.pages = pages;
    }

    /** Checks that the pages are the slices of one stack, and tells the size of its voxels. */
    static double[] spacing(TiffDirectory first, int pages) {
        TiffDescription description = new TiffDescription(first.file(), pages);
        String text = first.description();
        if (text.contains("<OME")) {
            return description.ome(text);
        }
        return text.startsWith("ImageJ=") ? description.imageJ(text, first) : resolution(first);
    }

    /** Dots per inch are meant for printers (72, 300) and no size of anything; per centimetre is what microscopes write. */
    private static double[] resolution(TiffDirectory first) {
        double mm = first.number(TiffDirectory.RESOLUTION_UNIT, 2) == CENTIMETRE ? 10 : UNKNOWN;
        return new double[] {mm / value(first.rational(TiffDirectory.X_RESOLUTION)), mm / value(first.rational(TiffDirectory.Y_RESOLUTION)),
            UNKNOWN};
    }

    private static double value(OptionalDouble number) {
        return number.orElse(UNKNOWN);
    }

    private double[] imageJ(String text, TiffDirectory first) {
        Map<String, String> lines = new HashMap<>();
        text.lines().filter(line -> line.contains("=")).forEach(line -> lines.putIfAbsent(line.substring(0, line.indexOf('=')).trim(),
                line.substring(line.indexOf('=') + 1).trim()));
        requireOneStack(lines.getOrDefault("slices", lines.getOrDefault("images", "1")), lines.getOrDefault("channels", "1"),
                lines.getOrDefault("frames", "1"), "ImageJ");
        double mm = millimetres(lines.getOrDefault("unit", "").replace("\\u00B5", "µ"));
        double z = parsed(Optional.ofNullable(lines.get("spacing")));
        return new double[] {mm / value(first.rational(TiffDirectory.X_RESOLUTION)), mm / value(first.rational(TiffDirectory.Y_RESOLUTION)),
            mm * z};
    }

    private double[] ome(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Optional<double[]> spacing = Optional.empty();
        int images = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml.strip()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if (name.equals("Image") && ++images > 1) {
                        throw notOneStack("OME-XML describes several images");
                    } else if (name.equals("Pixels")) {
                        spacing = Optional.of(pixels(reader));
                    } else if (name.equals("TiffData")) {
                        requireInOrder(reader);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": the OME-XML of the TIFF is broken ("
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + ")", e);
        }
        return spacing.orElseThrow(() -> new InvalidInputException(Problem.HEADER_INVALID,
                file + ": the OME-XML of the TIFF has no Pixels"));
    }

    private double[] pixels(XMLStreamReader reader) {
        requireOneStack(attribute(reader, "SizeZ").orElse("1"), attribute(reader, "SizeC").orElse("1"),
                attribute(reader, "SizeT").orElse("1"), "OME-XML");
        double[] spacing = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            String name = "PhysicalSize" + "XYZ".charAt(axis);
            // the unit that OME-XML leaves out is µm
            spacing[axis] = parsed(attribute(reader, name)) * millimetres(attribute(reader, name + "Unit").orElse("µm"));
        }
        return spacing;
    }

    private void requireInOrder(XMLStreamReader reader) {
        String plane = attribute(reader, "FirstZ").orElse("0");
        String page = attribute(reader, "IFD").orElse(plane);
        if (!plane.equals(page)) {
            throw notOneStack("OME-XML puts page " + page + " at slice " + plane + ", pages are read in their order");
        }
    }

    private static Optional<String> attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue("", name)).or(() -> Optional.ofNullable(reader.getAttributeValue(null, name)));
    }

    private void requireOneStack(String slices, String channels, String frames, String source) {
        if (!channels.equals("1") || !frames.equals("1")) {
            throw notOneStack(source + " says that there are " + channels + " channels and " + frames + " times");
        }
        if (!slices.equals(String.valueOf(pages))) {
            throw notOneStack(source + " says that there are " + slices + " slices, the file has " + pages + " pages");
        }
    }

    private InvalidInputException notOneStack(String why) {
        return new InvalidInputException(Problem.UNSUPPORTED_DIMENSION, file + ": the pages must be the slices of one stack, but "
                + why.replaceAll("[^ -~]", ".") + "; save one stack first");
    }

    private static double parsed(Optional<String> text) {
        return text.filter(number -> number.matches(NUMBER)).map(Double::parseDouble).orElse(UNKNOWN);
    }

    private static double millimetres(String unit) {
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
