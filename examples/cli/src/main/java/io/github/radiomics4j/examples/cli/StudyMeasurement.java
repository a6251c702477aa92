package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.cohort.CaseFailure;
import io.github.radiomics4j.core.cohort.CohortResult;
import io.github.radiomics4j.core.feature.Provenance;
import io.github.radiomics4j.core.perturbation.MaskPerturbation;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.validation.study.StudyPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was measured for a study: with masks as they are, and with changed ones where robustness is asked for.
 *
 * @param result with masks as they are
 * @param repeats structure to its tables, one per perturbation; empty where robustness is not asked for
 * @param failures of all measurements; a case that fails with its mask as it is stands here once; copied
 */
record StudyMeasurement(CohortResult result, Map<String, List<FeatureTable>> repeats, List<CaseFailure> failures) {

    /**
     * Measures what robustness asks for.
     *
     * @param result with masks as they are
     * @param filter what is asked for
     * @param again measures all with changed masks
     * @return all of it
     * @throws InvalidInputException EMPTY_MASK where a perturbation leaves nothing of a structure in any case
     */
    static StudyMeasurement of(CohortResult result, Optional<RobustnessFilter> filter, Function<MaskPerturbation, CohortResult> again) {
        Map<String, List<FeatureTable>> repeats = new LinkedHashMap<>();
        List<CaseFailure> failures = new ArrayList<>(result.failures());
        for (MaskPerturbation change : filter.map(RobustnessFilter::perturbations).orElse(List.of())) {
            CohortResult changed = again.apply(change);
            List<CaseFailure> more = changed.failures().stream().filter(one -> result.failures().stream().noneMatch(
                    before -> before.caseId().equals(one.caseId()) && before.structure().equals(one.structure()))).toList();
            failures.addAll(more);
            for (String structure : result.tables().keySet()) {
                FeatureTable table = Optional.ofNullable(changed.tables().get(structure)).orElseThrow(() -> new InvalidInputException(
                        Problem.EMPTY_MASK, "no " + structure + " of any case can be measured after " + change.name() + more.stream()
                        .findFirst().map(one -> "; of the first, " + one.caseId() + ": " + one.reason()).orElse("")));
                repeats.computeIfAbsent(structure, name -> new ArrayList<>()).add(table);
            }
        }
        return new StudyMeasurement(result, repeats, List.copyOf(failures));
    }

    /**
     * How features were measured, for readers.
     *
     * @param filter what is asked for
     * @return structure to settings; where robustness is asked for, how masks were changed is among them
     */
    Map<String, Provenance> told(Optional<RobustnessFilter> filter) {
        Provenance changes = Provenance.of(filter.map(one -> Map.of("robustness.measured_again_after",
                String.join(" ", one.perturbations().stream().map(MaskPerturbation::name).toList()))).orElse(Map.of()));
        Map<String, Provenance> told = new LinkedHashMap<>();
        result.tables().forEach((structure, table) -> told.put(structure, table.provenance().beside(changes)));
        return told;
    }

    /**
     * The plan with the filter before every recipe.
     *
     * @param plan what the file says
     * @param filter what is asked for
     * @return the plan, unchanged where nothing is asked for
     */
    StudyPlan filtered(StudyPlan plan, Optional<RobustnessFilter> filter) {
        StudyPlan filtered = plan;
        for (Map.Entry<String, List<FeatureTable>> one : repeats.entrySet()) {
            filtered = filtered.withFirstStep(one.getKey(), filter.orElseThrow().step(one.getValue()));
        }
        return filtered;
    }
}
