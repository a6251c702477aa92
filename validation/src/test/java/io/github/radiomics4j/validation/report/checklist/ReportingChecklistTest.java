package io.github.radiomics4j.validation.report.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomics4j.validation.report.checklist.ChecklistAnswer.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportingChecklistTest {
    private static final List<ReportingChecklist> ALL = List.of(ReportingChecklist.clear(), ReportingChecklist.metrics(),
            ReportingChecklist.tripodAi());

    private static Map<StudyFact, ChecklistAnswer> everything() {
        Map<StudyFact, ChecklistAnswer> facts = new EnumMap<>(StudyFact.class);
        Arrays.stream(StudyFact.values()).forEach(fact -> facts.put(fact, ChecklistAnswer.yes(fact.name())));
        return facts;
    }

    @Test
    void clearHas58ItemsMetricsHas30AndTripodHas27MainItems() {
        assertEquals(numbers(58), numbers(ReportingChecklist.clear()));
        assertEquals(numbers(30), numbers(ReportingChecklist.metrics()));
        List<String> main = ReportingChecklist.tripodAi().items().stream().map(item -> item.number().replaceAll("[a-z]", "")).distinct()
                .toList();
        assertEquals(numbers(27), main);
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    private static List<String> numbers(ReportingChecklist checklist) {
        return checklist.items().stream().map(ChecklistItem::number).toList();
    }

    @Test
    void everyItemHasATopicAndNoNumberOccursTwice() {
        for (ReportingChecklist checklist : ALL) {
            assertTrue(checklist.items().stream().noneMatch(item -> item.text().isBlank() || item.section().isBlank()), checklist.name());
            assertEquals(checklist.items().size(), new HashSet<>(numbers(checklist)).size());
        }
    }

    @Test
    void onlyMetricsHasWeightsAndTheyAddUpToOne() {
        assertEquals(1, ReportingChecklist.metrics().items().stream().mapToDouble(item -> item.weight().orElseThrow()).sum(), 1e-12);
        assertTrue(ReportingChecklist.clear().items().stream().allMatch(item -> item.weight().isEmpty()));
    }

    @Test
    void everyFactAnswersAnItem() {
        Set<StudyFact> used = ALL.stream().flatMap(checklist -> checklist.items().stream()).map(ChecklistItem::fact)
                .flatMap(Optional::stream).collect(Collectors.toSet());
        assertEquals(Set.of(StudyFact.values()), used);
    }

    @Test
    void factsAnswer29ItemsOfClear16OfMetricsAnd17OfTripod() {
        assertEquals(List.of(29, 16, 17), ALL.stream().map(checklist -> checklist.fill(everything()).answers().size()).toList(),
                "docs/report.md says so");
    }

    @Test
    void aFactFillsItsItemInEveryChecklist() {
        Map<StudyFact, ChecklistAnswer> facts = Map.of(StudyFact.MISSING_DATA, ChecklistAnswer.yes("none was missing"));
        assertEquals(Set.of("29"), ReportingChecklist.clear().fill(facts).answers().keySet());
        assertEquals(Set.of(), ReportingChecklist.metrics().fill(facts).answers().keySet());
        assertEquals(Set.of("11"), ReportingChecklist.tripodAi().fill(facts).answers().keySet());
    }

    @Test
    void whatOnlyTheAuthorsKnowStaysOpen() {
        FilledChecklist filled = ReportingChecklist.clear().fill(everything());
        assertEquals(filled.open(), ReportingChecklist.clear().items().stream().filter(item -> item.fact().isEmpty()).toList());
        assertFalse(filled.open().isEmpty());
    }

    @Test
    void anAnswerOfTheAuthorsTakesThePlaceOfAFact() {
        FilledChecklist filled = ReportingChecklist.clear().fill(everything()).with("22", ChecklistAnswer.no("forgotten"))
                .with("8", ChecklistAnswer.yes("approved"));
        assertEquals(Verdict.NO, filled.answers().get("22").verdict());
        assertEquals("approved", filled.answers().get("8").text());
    }

    @Test
    void theScoreIsARangeWhileItemsAreOpen() {
        FilledChecklist filled = ReportingChecklist.metrics().fill(Map.of()).with("1", ChecklistAnswer.yes("CLEAR"))
                .with("27", ChecklistAnswer.no("one centre")).with("9", ChecklistAnswer.notApplicable("by hand"));
        FilledChecklist.ScoreRange range = filled.score().orElseThrow();
        assertEquals(100 * 0.0368 / (1 - 0.0225), range.lowest(), 1e-9);
        assertEquals(100 * (1 - 0.0225 - 0.0749) / (1 - 0.0225), range.highest(), 1e-9);
        assertTrue(ReportingChecklist.clear().fill(Map.of()).score().isEmpty());
    }

    @Test
    void anUnknownItemAndABlankAnswerAreRefused() {
        FilledChecklist filled = ReportingChecklist.clear().fill(Map.of());
        String message = assertThrows(IllegalArgumentException.class, () -> filled.with("59", ChecklistAnswer.yes("x"))).getMessage();
        assertTrue(message.contains("CLEAR has no item \"59\""), message);
        assertThrows(IllegalArgumentException.class, () -> ChecklistAnswer.yes(" "));
    }
}
