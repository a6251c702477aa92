package io.github.radiomics4j.validation.report;

import io.github.radiomics4j.core.io.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as one HTML file: complete in itself, without scripts, readable on a phone, on paper and in the dark. Its policy of content
 * forbids the browser to fetch or run anything. It is well-formed as XML, and the same input gives the same bytes.
 *
 * @param title the report's name
 * @param front what stands before the first section
 * @param sections the sections, listed in a table of contents
 * @param footer the last line, such as the software and its version; may be empty
 */
public record HtmlPage(String title, List<HtmlBlock> front, List<Section> sections, String footer) {

    /**
     * Copies the lists.
     *
     * @param title the report's name; not blank
     * @param front what stands before the first section
     * @param sections the sections, listed in a table of contents
     * @param footer the last line, such as the software and its version; may be empty
     */
    public HtmlPage {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a page needs a title");
        }
        front = List.copyOf(front);
        sections = List.copyOf(sections);
    }

    /**
     * A part of the report, with parts of its own.
     *
     * @param title its heading; not blank
     * @param blocks what stands in it
     * @param parts sections within it, which have no parts themselves
     */
    public record Section(String title, List<HtmlBlock> blocks, List<Section> parts) {

        /**
         * Copies the lists.
         *
         * @param title its heading; not blank
         * @param blocks what stands in it
         * @param parts sections within it, which have no parts themselves
         */
        public Section {
            if (title.isBlank()) {
                throw new IllegalArgumentException("a section needs a title");
            }
            blocks = List.copyOf(blocks);
            parts = List.copyOf(parts);
            if (parts.stream().anyMatch(part -> !part.parts().isEmpty())) {
                throw new IllegalArgumentException("sections have two levels, a part of \"" + title + "\" has parts of its own");
            }
        }

        /**
         * A section without parts.
         *
         * @param title its heading; not blank
         * @param blocks what stands in it
         * @return the section
         */
        public static Section of(String title, HtmlBlock... blocks) {
            return new Section(title, List.of(blocks), List.of());
        }
    }

    /**
     * The page.
     *
     * @return the document, ending with a line break; write it as UTF-8
     */
    public String html() {
        HtmlWriter body = new HtmlWriter();
        body.open("header").element("h1", title).close();
        contents(body);
        body.open("main");
        front.forEach(block -> block.appendTo(body));
        for (int i = 0; i < sections.size(); i++) {
            section(body, sections.get(i), Integer.toString(i + 1), 2);
        }
        body.close();
        if (!footer.isEmpty()) {
            body.open("footer").element("p", footer).close();
        }
        String style = PageStyle.sheet();
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\" />\n<meta http-equiv=\"Content-Security-Policy\" "
                + "content=\"" + PageStyle.policy(style) + "\" />\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                + "<meta name=\"color-scheme\" content=\"light dark\" />\n<title>" + XmlText.escaped(title) + "</title>\n<style>" + style
                + "</style>\n</head>\n<body>\n" + body.html() + "</body>\n</html>\n";
    }

    private void contents(HtmlWriter body) {
        if (sections.isEmpty()) {
            return;
        }
        body.open("nav", "aria-label", "Contents").element("p", "Contents", "class", "name").open("ol");
        for (int i = 0; i < sections.size(); i++) {
            String number = Integer.toString(i + 1);
            body.open("li");
            link(body, number, sections.get(i));
            List<Section> parts = sections.get(i).parts();
            if (!parts.isEmpty()) {
                body.open("ol");
                for (int p = 0; p < parts.size(); p++) {
                    body.open("li");
                    link(body, number + "." + (p + 1), parts.get(p));
                    body.close();
                }
                body.close();
            }
            body.close();
        }
        body.close().close();
    }

    private static void link(HtmlWriter body, String number, Section section) {
        body.element("a", number + " " + section.title(), "href", "#section-" + number);
    }

    private static void section(HtmlWriter body, Section section, String number, int level) {
        body.open("section", "id", "section-" + number).element("h" + level, number + " " + section.title());
        section.blocks().forEach(block -> block.appendTo(body));
        for (int p = 0; p < section.parts().size(); p++) {
            section(body, section.parts().get(p), number + "." + (p + 1), level + 1);
        }
        body.close();
    }

    /**
     * Writes the page to a file, whole or not at all.
     *
     * @param file its name, such as "report.html"; a file of that name is replaced
     */
    public void write(Path file) {
        WholeFile.write(file, out -> out.write(html().getBytes(StandardCharsets.UTF_8)));
    }
}
