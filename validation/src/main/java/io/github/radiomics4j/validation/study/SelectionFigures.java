package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.stability.SelectionStability;
import io.github.radiomics4j.validation.InternalValidation;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike the selections of a plan's resamples are.
 *
 * @param frequency feature to the share of resamples whose score has a term for it, the most frequent first, of equal ones in the order of
 *     names; features that no resample selected are not in it
 * @param meanTerms the mean number of terms
 * @param withoutTerms how many resamples have a score without terms, the same for every case
 * @param stability Nogueira's index, of resamples that differ by so little as those of leave-one-out close to 1 by nature
 */
public record SelectionFigures(Map<String, Double> frequency, double meanTerms, int withoutTerms, Found<SelectionStability> stability) {

    static SelectionFigures of(InternalValidation validation) {
        Map<String, Double> often = new LinkedHashMap<>();
        validation.selectionFrequency().entrySet().stream().filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> often.put(one.getKey(), one.getValue()));
        List<Set<String>> selections = validation.selections();
        int terms = selections.stream().mapToInt(Set::size).sum();
        int candidates = validation.selectionFrequency().size();
        boolean defined = selections.size() > 1 && terms > 0 && terms < (long) selections.size() * candidates;
        return new SelectionFigures(Collections.unmodifiableMap(often), (double) terms / selections.size(),
                (int) selections.stream().filter(Set::isEmpty).count(),
                defined ? Found.of(() -> SelectionStability.of(selections, candidates))
                        : Found.undefined("the " + selections.size() + " resamples selected " + terms + " times among " + candidates
                                + " candidates: stability needs selections of some but not all of them"));
    }
}
