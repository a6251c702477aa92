package io.github.radiomics4j.validation.report;

import java.util.List;
import java.util.Map;

/**
 * Terms and what they are: the key figures of a study, the settings of an extraction.
 *
 * @param entries in the order of the page
 */
public record HtmlDefinitions(List<Entry> entries) implements HtmlBlock {

    /**
     * A term.
     *
     * @param term its name
     * @param text what it is
     */
    public record Entry(String term, String text) {
    }

    /**
     * Copies the entries.
     *
     * @param entries in the order of the page, at least one
     */
    public HtmlDefinitions {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a list of definitions has at least one");
        }
        entries = List.copyOf(entries);
    }

    /**
     * Definitions from a map.
     *
     * @param definitions term to text, in the map's order: take a {@code LinkedHashMap}
     * @return the block
     */
    public static HtmlDefinitions of(Map<String, String> definitions) {
        return new HtmlDefinitions(definitions.entrySet().stream().map(e -> new Entry(e.getKey(), e.getValue())).toList());
    }

    @Override
    public void appendTo(HtmlWriter page) {
        page.open("dl");
        entries.forEach(entry -> page.open("div").element("dt", entry.term()).element("dd", entry.text()).close());
        page.close();
    }
}
