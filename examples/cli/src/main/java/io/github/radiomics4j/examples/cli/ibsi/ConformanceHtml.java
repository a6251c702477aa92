package io.github.radiomics4j.examples.cli.ibsi;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The outcome as one page that needs nothing else: no script, no font, no picture; for a screen of any width and for paper. */
public final class ConformanceHtml {
    private static final MathContext SHOWN = new MathContext(6);
    private static final String STYLE = """
            body { margin: 0 auto; padding: 1rem; max-width: 62rem; font: 1rem/1.5 system-ui, sans-serif;
              color: #1b1f24; background: #fff; }
            h1, h2, h3 { line-height: 1.2; }
            h2 { margin-top: 2.5rem; border-bottom: 1px solid #d0d7de; padding-bottom: .3rem; }
            .total { font-size: 1.25rem; font-weight: 600; margin: .2rem 0; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
            th, td { padding: .25rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid #d0d7de; }
            th { background: #f3f5f7; }
            td.n, th.n { text-align: right; white-space: nowrap; }
            tr.miss td { background: #fde8e8; font-weight: 600; }
            pre { overflow-x: auto; padding: .6rem; background: #f3f5f7; font-size: .85rem; }
            a { color: #0550ae; }
            @media print {
              body { padding: 0; max-width: none; font-size: 9pt; }
              table { font-size: 8pt; }
              thead { display: table-header-group; }
              tr, pre { break-inside: avoid; }
              h2, h3 { break-after: avoid; }
              .scroll, pre { overflow: visible; white-space: pre-wrap; }
              .scroll { white-space: normal; }
              nav { display: none; }
            }
            """;
    private static final String DIGITS = "Computed values are shown with six digits here and with all of them in ibsi1.csv.";

    private final Writer out;

    private ConformanceHtml(Writer out) {
        this.out = out;
    }

    /**
     * Writes the page, in HTML that is XML too. It depends on the outcome alone: no date, no path.
     *
     * @param conformance the outcome
     * @param out where to; not closed
     * @throws IOException where it cannot be written
     */
    public static void write(Conformance conformance, Writer out) throws IOException {
        new ConformanceHtml(out).page(conformance);
        out.flush();
    }

    private void page(Conformance conformance) throws IOException {
        out.write("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"UTF-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>IBSI chapter 1 conformance</title>\n"
                + "<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        element("h1", "IBSI chapter 1 conformance of radiomics4j");
        for (String line : conformance.summary()) {
            out.write("<p class=\"total\">" + escaped(line) + "</p>\n");
        }
        element("p", ComparisonRule.IN_WORDS + DIGITS);
        element("h2", "Features");
        counts(conformance.counts(false));
        element("h2", "Diagnostics");
        element("p", "Dimensions, voxel counts, boxes and intensities after each stage of the processing.");
        counts(conformance.counts(true));
        element("h2", "Missed");
        misses(conformance.misses());
        element("h2", "All values");
        out.write("<nav><ul>\n");
        for (Configuration configuration : conformance.configurations()) {
            out.write("<li><a href=\"#" + configuration.dataset() + "\">" + escaped(configuration.title()) + "</a></li>\n");
        }
        out.write("</ul></nav>\n");
        for (Configuration configuration : conformance.configurations()) {
            values(conformance, configuration);
        }
        out.write("</body>\n</html>\n");
    }

    private void counts(List<List<String>> rows) throws IOException {
        startTable(rows.get(0), 1);
        for (List<String> row : rows.subList(1, rows.size())) {
            out.write("<tr><th scope=\"row\">" + escaped(row.get(0)) + "</th>");
            for (String cell : row.subList(1, row.size())) {
                cell(cell, true);
            }
            out.write("</tr>\n");
        }
        endTable();
    }

    private void misses(List<Comparison> misses) throws IOException {
        if (misses.isEmpty()) {
            element("p", "None.");
            return;
        }
        out.write("<ul>\n");
        for (Comparison miss : misses) {
            element("li", miss.toString());
        }
        out.write("</ul>\n");
    }

    private void values(Conformance conformance, Configuration configuration) throws IOException {
        out.write("<h2 id=\"" + configuration.dataset() + "\">" + escaped(configuration.title()) + "</h2>\n");
        element("p", "Settings, as for extract --settings:");
        element("pre", configuration.settings());
        for (boolean diagnostics : new boolean[] {false, true}) {
            for (String family : conformance.families(diagnostics)) {
                List<Comparison> rows = conformance.of(family, configuration);
                if (!rows.isEmpty()) {
                    element("h3", Conformance.words(family));
                    values(rows, diagnostics);
                }
            }
        }
    }

    private void values(List<Comparison> rows, boolean diagnostics) throws IOException {
        startTable(diagnostics ? List.of("Figure", "Computed", "Reference", "Tolerance", "Consensus", "Met")
                : List.of("Feature", "Code", "Aggregation", "Computed", "Reference", "Tolerance", "Consensus", "Met"), -1);
        for (Comparison row : rows) {
            ReferenceValue reference = row.reference();
            out.write(row.passes() ? "<tr>" : "<tr class=\"miss\">");
            cell(reference.feature(), false);
            if (!diagnostics) {
                cell(reference.ibsiId(), false);
                cell(reference.aggregation(), false);
            }
            cell(shown(row), true);
            cell(reference.value().toPlainString(), true);
            cell(reference.tolerance().toPlainString(), true);
            cell(reference.consensus(), false);
            cell(row.passes() ? "yes" : "no", false);
            out.write("</tr>\n");
        }
        endTable();
    }

    private static String shown(Comparison row) {
        if (row.computed().isEmpty() || !Double.isFinite(row.computed().getAsDouble())) {
            return row.computed().isEmpty() ? "–" : row.computedText();
        }
        BigDecimal exact = new BigDecimal(row.computed().getAsDouble());
        return exact.signum() == 0 ? "0" : exact.round(SHOWN).stripTrailingZeros().toPlainString();
    }

    /** Numbers stand right; the head of a column of counts too, from a column on. */
    private void startTable(List<String> head, int numbersFrom) throws IOException {
        out.write("<div class=\"scroll\"><table>\n<thead><tr>");
        for (int i = 0; i < head.size(); i++) {
            boolean number = numbersFrom >= 0 ? i >= numbersFrom : List.of("Computed", "Reference", "Tolerance").contains(head.get(i));
            out.write("<th scope=\"col\"" + (number ? " class=\"n\">" : ">") + escaped(head.get(i)) + "</th>");
        }
        out.write("</tr></thead>\n<tbody>\n");
    }

    private void endTable() throws IOException {
        out.write("</tbody>\n</table></div>\n");
    }

    private void cell(String text, boolean number) throws IOException {
        out.write((number ? "<td class=\"n\">" : "<td>") + escaped(text) + "</td>");
    }

    private void element(String name, String text) throws IOException {
        out.write("<" + name + ">" + escaped(text) + "</" + name + ">\n");
    }

    /** Text of files may hold anything; control characters, which XML has no place for, become question marks. */
    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", "?").replace("&", "&amp;").replace("<", "&lt;")
                .replace(">", "&gt;").replace("\"", "&quot;");
    }
}
