package io.github.radiomics4j.validation.resampling;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that belong together, such as the discs of one patient. Groups are numbered in the order in which they first occur. */
final class Groups {
    private final List<int[]> rows;
    private final int cases;

    private Groups(List<int[]> rows, int cases) {
        this.rows = rows;
        this.cases = cases;
    }

    static Groups of(List<String> groupOfCase) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int row = 0; row < groupOfCase.size(); row++) {
            members.computeIfAbsent(groupOfCase.get(row), g -> new ArrayList<>()).add(row);
        }
        return new Groups(members.values().stream().map(m -> m.stream().mapToInt(row -> row).toArray()).toList(), groupOfCase.size());
    }

    int cases() {
        return cases;
    }

    int count() {
        return rows.size();
    }

    /** Rising; not to be modified. */
    int[] rows(int group) {
        return rows.get(group);
    }

    int size(int group) {
        return rows.get(group).length;
    }

    /** How many rows of a group have an outcome. */
    int ofClass(int group, boolean positive, BinaryOutcome outcome) {
        int count = 0;
        for (int row : rows.get(group)) {
            count += outcome.isPositive(row) == positive ? 1 : 0;
        }
        return count;
    }

    /** How many groups have a row of a class. */
    int withClass(boolean positive, BinaryOutcome outcome) {
        int count = 0;
        for (int group = 0; group < rows.size(); group++) {
            count += ofClass(group, positive, outcome) > 0 ? 1 : 0;
        }
        return count;
    }
}
