package io.github.radiomics4j.validation.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes the body of a page, so that it is well-formed whatever is written: every text and attribute is escaped, elements close in order,
 * and only elements and attributes that show something are let through. Nothing that runs, styles, or fetches from elsewhere can be
 * written. Made by {@link HtmlPage}, given to its blocks.
 */
public final class HtmlWriter {
    private static final Set<String> BLOCKS = Set.of("aside", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
            "h2", "h3", "h4", "header", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead",
            "tr", "ul");
    private static final Set<String> WORDS_ONLY = Set.of("h1", "h2", "h3", "h4", "p", "pre");
    private static final Set<String> INLINE = Set.of("a", "code", "em", "span", "strong", "sub", "sup");
    private static final Set<String> EMPTY = Set.of("br", "img");
    private static final Set<String> ATTRIBUTES = Set.of("alt", "class", "colspan", "height", "href", "id", "lang", "role", "rowspan",
            "scope", "src", "tabindex", "title", "width");
    private static final String PICTURE = "data:image/png;base64,";

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<Numbered, Integer> numbers = new EnumMap<>(Numbered.class);

    HtmlWriter() {
    }

    /** What is counted through a page. */
    public enum Numbered {
        /** Pictures and plots. */
        FIGURE,
        /** Tables. */
        TABLE
    }

    /**
     * The next number of its kind.
     *
     * @param kind what is counted
     * @return 1 for the first on the page
     */
    public int next(Numbered kind) {
        return numbers.merge(kind, 1, Integer::sum);
    }

    /**
     * Opens an element.
     *
     * @param element its name, such as "p"
     * @param attributes name, value, name, value and so on; values are escaped
     * @return this writer
     * @throws IllegalArgumentException where element or attribute is not let through here, a link does not lead into the page, or a
     *     picture is not PNG data
     */
    public HtmlWriter open(String element, String... attributes) {
        if (!BLOCKS.contains(element) && !INLINE.contains(element)) {
            throw new IllegalArgumentException("a page has no element \"" + element + "\"");
        }
        if (BLOCKS.contains(element) && !open.isEmpty() && WORDS_ONLY.contains(open.peek())) {
            throw new IllegalArgumentException("\"" + open.peek() + "\" holds words only, not \"" + element
                    + "\": a browser would close it");
        }
        tag(element, attributes, ">");
        open.push(element);
        return this;
    }

    /**
     * Writes an element that holds nothing: a line break or a picture.
     *
     * @param element "br" or "img"
     * @param attributes name, value, name, value and so on; values are escaped
     * @return this writer
     * @throws IllegalArgumentException as {@link #open}
     */
    public HtmlWriter empty(String element, String... attributes) {
        if (!EMPTY.contains(element)) {
            throw new IllegalArgumentException("a page has no empty element \"" + element + "\"");
        }
        tag(element, attributes, " />");
        return this;
    }

    private void tag(String element, String[] attributes, String end) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attributes come as name and value, there were " + attributes.length + " words");
        }
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            requireHarmless(attributes[i], attributes[i + 1]);
            html.append(' ').append(attributes[i]).append("=\"").append(XmlText.escaped(attributes[i + 1])).append('"');
        }
        html.append(end);
    }

    private static void requireHarmless(String name, String value) {
        if (!ATTRIBUTES.contains(name) && !name.matches("aria-[a-z]+")) {
            throw new IllegalArgumentException("elements of a page have no attribute \"" + name + "\"");
        }
        if (name.equals("href") && !value.startsWith("#")) {
            throw new IllegalArgumentException("links of a page lead into it and begin with #, was \"" + value + "\"");
        }
        if (name.equals("src") && !value.startsWith(PICTURE)) {
            throw new IllegalArgumentException("pictures of a page lie in it: " + PICTURE + "…");
        }
    }

    /**
     * Writes text.
     *
     * @param text escaped; characters that XML does not allow become the replacement character
     * @return this writer
     */
    public HtmlWriter text(String text) {
        html.append(XmlText.escaped(text));
        return this;
    }

    /**
     * Closes the element that was opened last.
     *
     * @return this writer
     * @throws IllegalStateException where none is open
     */
    public HtmlWriter close() {
        if (open.isEmpty()) {
            throw new IllegalStateException("no element is open");
        }
        String element = open.pop();
        html.append("</").append(element).append('>');
        if (BLOCKS.contains(element)) {
            html.append('\n');
        }
        return this;
    }

    /**
     * Writes an element that holds text.
     *
     * @param element its name, such as "p"
     * @param text escaped
     * @param attributes name, value, name, value and so on; values are escaped
     * @return this writer
     * @throws IllegalArgumentException as {@link #open}
     */
    public HtmlWriter element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** A drawing that has been looked through. */
    void drawing(String svg) {
        html.append(svg);
    }

    /** What was written; all elements must be closed. */
    String html() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements were left open: " + open);
        }
        return html.toString();
    }
}
