package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.radscore.BinaryOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whom the study's AUC intervals and paired tests take for independent: patients, or cases where each is a patient.
 *
 * @param unitOfCase for each case the name of its patient, or its own
 * @param outcome of the same cases
 */
record IndependentUnits(List<String> unitOfCase, BinaryOutcome outcome) {

    IndependentUnits rows(int... rows) {
        return new IndependentUnits(IntStream.of(rows).mapToObj(unitOfCase::get).toList(), outcome.rows(rows));
    }

    boolean haveSeveralCases() {
        return new HashSet<>(unitOfCase).size() < unitOfCase.size();
    }

    /** How many have a case of the outcome that fewer of them have. */
    int ofRarerOutcome() {
        return (int) Math.min(having(true), having(false));
    }

    private long having(boolean event) {
        return IntStream.range(0, outcome.size()).filter(row -> outcome.isPositive(row) == event).mapToObj(unitOfCase::get).distinct()
                .count();
    }
}
