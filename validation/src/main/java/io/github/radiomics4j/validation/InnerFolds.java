package io.github.radiomics4j.validation;

import io.github.radiomics4j.core.ContentHash;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.validation.resampling.CrossValidation;
import io.github.radiomics4j.validation.resampling.GroupedKFold;
import io.github.radiomics4j.validation.resampling.StratifiedKFold;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Folds inside training rows, for recipes that cross-validate what they learn. Rows of one case, as a bootstrap draws them, stay together,
 * and so do cases of one group.
 *
 * @param folds with seed
 * @param groupOfCase case id to the name of its group; a case that is not in it is a group of its own
 */
record InnerFolds(StratifiedKFold folds, Map<String, String> groupOfCase) {

    InnerFolds {
        groupOfCase = Map.copyOf(groupOfCase);
    }

    CrossValidation of(FeatureTable training) {
        List<String> groups = training.cases().stream().map(id -> groupOfCase.getOrDefault(id, id)).toList();
        return new HashSet<>(groups).size() == groups.size() ? folds
                : GroupedKFold.of(groups, folds.folds(), folds.repeats(), folds.seed());
    }

    /** As settings tell it. */
    String label() {
        return folds.folds() + " × " + folds.repeats() + ", seed " + folds.seed();
    }

    /** Other groups have another label, which gives no name of a group away. */
    String groupsLabel() {
        return groupOfCase.isEmpty() ? "cases" : "given, " + new ContentHash().texts(new TreeMap<>(groupOfCase)).fingerprint();
    }
}
