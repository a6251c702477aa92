package io.github.radiomics4j.core.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of which some are copies of a case, as in a bootstrap sample, and each case's first row. */
final class DistinctRows {
    private final List<String> cases;
    /** For each row the place of its case among the distinct ones. */
    private final int[] places;
    /** For each distinct case its first row. */
    private final int[] first;

    private DistinctRows(List<String> cases, int[] places, int[] first) {
        this.cases = cases;
        this.places = places;
        this.first = first;
    }

    static DistinctRows of(List<String> rows) {
        Map<String, Integer> place = new LinkedHashMap<>();
        int[] places = new int[rows.size()];
        int[] first = new int[rows.size()];
        for (int r = 0; r < places.length; r++) {
            int next = place.size();
            Integer before = place.putIfAbsent(rows.get(r), next);
            places[r] = before == null ? next : before;
            first[places[r]] = before == null ? r : first[places[r]];
        }
        return new DistinctRows(List.copyOf(place.keySet()), places, Arrays.copyOf(first, place.size()));
    }

    /** Each case once, in the order of its first row. */
    List<String> cases() {
        return cases;
    }

    /** For each row the place of its case in {@link #cases}. */
    int[] places() {
        return places;
    }

    /** Columns of all rows, cut to each case's first row. */
    double[][] firstOf(double[][] columns) {
        double[][] once = new double[columns.length][first.length];
        for (int c = 0; c < once.length; c++) {
            if (columns[c].length != places.length) {
                throw new IllegalArgumentException("new column " + c + " has " + columns[c].length + " values for " + places.length + " cases");
            }
            for (int d = 0; d < first.length; d++) {
                once[c][d] = columns[c][first[d]];
            }
        }
        return once;
    }
}
