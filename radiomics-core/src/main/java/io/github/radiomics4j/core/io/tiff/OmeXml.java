package io.github.radiomics4j.core.io.tiff;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.HeaderLines;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The OME-XML that an OME-TIFF has as the description of its first page: one image whose planes are the pages, in their order. */
final class OmeXml {
    private final Path file;
    private final int pages;

    OmeXml(Path file, int pages) {
        this.file = file;
        this.pages = pages;
    }

    TiffDescription read(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Optional<TiffDescription> description = Optional.empty();
        int images = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml.strip()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if (name.equals("Image") && ++images > 1) {
                        throw TiffDescription.notOneStack(file, "OME-XML describes several images");
                    } else if (name.equals("Pixels")) {
                        description = Optional.of(pixels(reader));
                    } else if (name.equals("TiffData")) {
                        requireInOrder(reader);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new InvalidInputException(Problem.HEADER_INVALID, file + ": the OME-XML of the TIFF is broken ("
                    + HeaderLines.shown(String.valueOf(e.getMessage())) + ")", e);
        }
        return description.orElseThrow(() -> new InvalidInputException(Problem.HEADER_INVALID,
                file + ": the OME-XML of the TIFF has no Pixels"));
    }

    private TiffDescription pixels(XMLStreamReader reader) {
        TiffDescription.requireOneStack(file, pages, attribute(reader, "SizeZ").orElse("1"), attribute(reader, "SizeC").orElse("1"),
                attribute(reader, "SizeT").orElse("1"), "OME-XML");
        return TiffDescription.sized(size(reader, "PhysicalSizeX"), size(reader, "PhysicalSizeY"), size(reader, "PhysicalSizeZ"));
    }

    /** The unit that OME-XML leaves out is µm. */
    private static double size(XMLStreamReader reader, String name) {
        return TiffDescription.number(attribute(reader, name))
                * TiffDescription.millimetres(attribute(reader, name + "Unit").orElse("µm"));
    }

    private void requireInOrder(XMLStreamReader reader) {
        String plane = attribute(reader, "FirstZ").orElse("0");
        String page = attribute(reader, "IFD").orElse(plane);
        if (!plane.equals(page)) {
            throw TiffDescription.notOneStack(file, "OME-XML puts page " + HeaderLines.shown(page) + " at slice "
                    + HeaderLines.shown(plane) + ", pages are read in their order");
        }
    }

    private static Optional<String> attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue("", name)).or(() -> Optional.ofNullable(reader.getAttributeValue(null, name)));
    }
}
