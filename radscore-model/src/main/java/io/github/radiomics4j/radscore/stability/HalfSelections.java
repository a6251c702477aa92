package io.github.radiomics4j.radscore.stability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a step kept in each half of the training cases: the result of {@link StabilitySelection#halfSelections}.
 *
 * @param candidates the features there were to select from, each once, in the order of columns; at least one; copied
 * @param selections for each half the features that were kept, all of them candidates; at least one half; copied
 */
public record HalfSelections(List<String> candidates, List<Set<String>> selections) {

    /**
     * Copies the lists and checks that the selections are of the candidates.
     *
     * @param candidates the features there were to select from, each once; at least one; copied
     * @param selections for each half the features that were kept; at least one half; copied
     */
    public HalfSelections {
        candidates = List.copyOf(candidates);
        Set<String> known = new LinkedHashSet<>(candidates);
        if (candidates.isEmpty() || known.size() < candidates.size() || selections.isEmpty()) {
            throw new IllegalArgumentException("selections need at least one half and at least one candidate, each once: there are "
                    + selections.size() + " halves and " + candidates.size() + " candidates, " + known.size() + " of them different");
        }
        List<Set<String>> copied = new ArrayList<>();
        for (Set<String> selection : selections) {
            for (String name : selection) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException("feature \"" + name + "\" was kept in half " + (copied.size() + 1)
                            + " but is none of the " + candidates.size() + " candidates");
                }
            }
            copied.add(Collections.unmodifiableSet(new LinkedHashSet<>(selection)));
        }
        selections = List.copyOf(copied);
    }

    /**
     * How often each feature was kept.
     *
     * @return every candidate, in its order, to the share of halves, from 0 to 1
     */
    public Map<String, Double> frequencies() {
        Map<String, Integer> times = new LinkedHashMap<>();
        candidates.forEach(name -> times.put(name, 0));
        selections.forEach(selection -> selection.forEach(name -> times.merge(name, 1, Integer::sum)));
        Map<String, Double> shares = new LinkedHashMap<>();
        times.forEach((name, count) -> shares.put(name, (double) count / selections.size()));
        return Collections.unmodifiableMap(shares);
    }

    /**
     * The mean number of features kept per half.
     *
     * @return q
     */
    public double meanSelected() {
        return (double) selections.stream().mapToLong(Set::size).sum() / selections.size();
    }

    /**
     * How alike the selections are.
     *
     * @return Nogueira's index with its variance
     * @throws IllegalArgumentException where it is not defined: one half, or nothing or everything kept in all halves
     */
    public SelectionStability stability() {
        return SelectionStability.of(selections, candidates.size());
    }
}
