package io.github.radiomics4j.validation.report;

import java.util.List;
import java.util.Optional;

/**
 * A table. The first column names the rows; columns of numbers are set flush right with digits of one width. A table wider than the screen
 * scrolls in its own box.
 *
 * @param caption what the table shows, behind its number
 * @param columns at least one
 * @param rows cells of each row, as many as there are columns
 * @param footnote below the table
 */
public record HtmlTable(String caption, List<Column> columns, List<List<String>> rows, Optional<String> footnote) implements HtmlBlock {

    /**
     * A column.
     *
     * @param name stands above it
     * @param numeric whether it holds numbers
     */
    public record Column(String name, boolean numeric) {

        /**
         * A column of words.
         *
         * @param name stands above it
         * @return the column
         */
        public static Column words(String name) {
            return new Column(name, false);
        }

        /**
         * A column of numbers.
         *
         * @param name stands above it
         * @return the column
         */
        public static Column numbers(String name) {
            return new Column(name, true);
        }
    }

    /**
     * Checks that rows and columns fit, and copies them.
     *
     * @param caption what the table shows, behind its number
     * @param columns at least one
     * @param rows cells of each row, as many as there are columns
     * @param footnote below the table
     */
    public HtmlTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table \"" + caption + "\" needs at least one column");
        }
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).size() != columns.size()) {
                throw new IllegalArgumentException("row " + r + " of table \"" + caption + "\" has " + rows.get(r).size() + " cells, its "
                        + "columns are " + columns.size());
            }
        }
    }

    /**
     * A table without a footnote.
     *
     * @param caption what the table shows, behind its number
     * @param columns at least one
     * @param rows cells of each row, as many as there are columns
     * @return the block
     */
    public static HtmlTable of(String caption, List<Column> columns, List<List<String>> rows) {
        return new HtmlTable(caption, columns, rows, Optional.empty());
    }

    /**
     * The same table with a footnote.
     *
     * @param text below the table
     * @return the block
     */
    public HtmlTable withFootnote(String text) {
        return new HtmlTable(caption, columns, rows, Optional.of(text));
    }

    @Override
    public void appendTo(HtmlWriter page) {
        String number = "Table " + page.next(HtmlWriter.Numbered.TABLE);
        page.open("div", "class", "table").open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", number);
        page.open("table").open("caption").open("span", "class", "words").element("strong", number + ". ").text(caption).close().close();
        page.open("thead").open("tr");
        columns.forEach(column -> page.element("th", column.name(), attributes(column, "col")));
        page.close().close().open("tbody");
        rows.forEach(row -> {
            page.open("tr");
            for (int c = 0; c < row.size(); c++) {
                Column column = columns.get(c);
                page.element(c == 0 ? "th" : "td", row.get(c), c == 0 ? attributes(column, "row") : attributes(column));
            }
            page.close();
        });
        page.close().close().close();
        footnote.ifPresent(text -> page.element("p", text, "class", "note"));
        page.close();
    }

    private static String[] attributes(Column column, String scope) {
        return column.numeric() ? new String[] {"scope", scope, "class", "number"} : new String[] {"scope", scope};
    }

    private static String[] attributes(Column column) {
        return column.numeric() ? new String[] {"class", "number"} : new String[0];
    }
}
