package io.github.radiomics4j.validation.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Words and numbers of figures. */
final class PlotText {
    private static final double PLAIN = 1e9;
    private static final String BREAKS_AFTER = " _|/;,-";

    private PlotText() {
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Three decimals, as a legend gives numbers. */
    static String threeDecimals(double value) {
        return decimals(value, 3);
    }

    /** Numbers too large for a figure are written with a power of ten. */
    static String decimals(double value, int places) {
        BigDecimal exact = BigDecimal.valueOf(value);
        String text = Math.abs(value) < PLAIN ? exact.setScale(places, RoundingMode.HALF_EVEN).toPlainString()
                : exact.round(new MathContext(1 + places)).toString();
        return text.replace('-', '−');
    }

    /** With + or − before it, none before zero. */
    static String signed(double value, int places) {
        String text = decimals(value, places);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("−", "") : text.startsWith("−") ? text : "+" + text;
    }

    /**
     * Lines of at most so many characters, broken after blanks and the signs that names of features are joined by, within a word only
     * where it is longer than a line. At least one line, which is empty for an empty text.
     */
    static List<String> wrapped(String text, int most) {
        int[] characters = text.codePoints().toArray();
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (characters.length - start > most) {
            int end = start + most;
            for (int at = start + most; at > start + most / 3; at--) {
                if (BREAKS_AFTER.indexOf(characters[at - 1]) >= 0 || characters[at] == ' ') {
                    end = at;
                    break;
                }
            }
            lines.add(new String(characters, start, end - start).strip());
            start = end;
        }
        lines.add(new String(characters, start, characters.length - start).strip());
        return lines;
    }
}
