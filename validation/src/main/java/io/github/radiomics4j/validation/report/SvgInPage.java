package io.github.radiomics4j.validation.report;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A drawing as it stands in a page: written anew from what was read, so that nothing but shapes and words comes through. */
final class SvgInPage {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Set<String> ELEMENTS = Set.of("svg", "title", "desc", "g", "line", "rect", "circle", "ellipse", "path", "polygon",
            "polyline", "text", "tspan");
    /** A browser reads what stands in these as HTML, so they hold words only. */
    private static final Set<String> WORDS = Set.of("title", "desc");
    private static final Set<String> ATTRIBUTES = Set.of("width", "height", "viewBox", "role", "font-family", "font-size", "font-weight",
            "font-style", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
            "stroke-opacity", "opacity", "paint-order", "text-anchor", "dominant-baseline", "transform", "x", "y", "x1", "y1", "x2", "y2",
            "cx", "cy", "r", "rx", "ry", "d", "points", "dx", "dy");

    private SvgInPage() {
    }

    /**
     * The drawing without its declaration of a name space, which a page does not need, and with the class that a style sheet finds it by.
     *
     * @throws IllegalArgumentException where it is not well-formed, has no title or description, or holds what a drawing does not need
     */
    static String of(String svg) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(svg));
            try {
                return copy(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("a figure must be well-formed SVG: " + e.getMessage(), e);
        }
    }

    private static String copy(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder out = new StringBuilder();
        Set<String> seen = new HashSet<>();
        String within = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (WORDS.contains(within)) {
                        throw new IllegalArgumentException("the " + within + " of a figure holds words only, found an element");
                    }
                    start(reader, seen.isEmpty(), out);
                    within = reader.getLocalName();
                    seen.add(within);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    out.append("</").append(reader.getLocalName()).append('>');
                    within = "";
                }
                case XMLStreamConstants.CHARACTERS -> out.append(XmlText.escaped(reader.getText()));
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new IllegalArgumentException(
                        "a figure has no document type and no entities");
                default -> {
                    // Comments and the like draw nothing.
                }
            }
        }
        if (!seen.containsAll(WORDS)) {
            throw new IllegalArgumentException("a figure needs a title and a desc element, for those who cannot see it");
        }
        return out.toString();
    }

    private static void start(XMLStreamReader reader, boolean root, StringBuilder out) {
        String name = reader.getLocalName();
        if (!NAMESPACE.equals(reader.getNamespaceURI()) || !ELEMENTS.contains(name) || root != name.equals("svg")) {
            throw new IllegalArgumentException("a figure is one svg element with shapes and words in it, found element \"" + name
                    + "\" of name space \"" + reader.getNamespaceURI() + "\"");
        }
        out.append('<').append(name);
        if (root) {
            out.append(" class=\"plot\"");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            if (reader.getAttributeNamespace(i) != null || !ATTRIBUTES.contains(attribute) || value.contains("url(")) {
                throw new IllegalArgumentException("element \"" + name + "\" of a figure must not have the attribute \"" + attribute
                        + "\" = \"" + value + "\"");
            }
            out.append(' ').append(attribute).append("=\"").append(XmlText.escaped(value)).append('"');
        }
        out.append('>');
    }
}
