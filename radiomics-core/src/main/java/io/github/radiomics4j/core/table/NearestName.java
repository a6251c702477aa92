package io.github.radiomics4j.core.table;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Which known name was meant by an unknown one. */
public final class NearestName {

    private NearestName() { }

    /**
     * The known name with the fewest edits (a character more, less, other, or two neighbours swapped), without regard to case,
     * underscores and hyphens. More than a third of its characters edited is no likeness.
     *
     * @param name what was written
     * @param known the names that exist
     * @return the nearest, the first of equals; empty where none is near
     */
    public static Optional<String> to(String name, Collection<String> known) {
        Optional<String> nearest = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (String candidate : known) {
            String a = letters(name);
            String b = letters(candidate);
            int allowed = Math.max(1, b.length() / 3);
            if (Math.abs(a.length() - b.length()) > allowed) {
                continue;
            }
            int edits = edits(a, b);
            if (edits <= allowed && edits < fewest) {
                fewest = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + other, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
