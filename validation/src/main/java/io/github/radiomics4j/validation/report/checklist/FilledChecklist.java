package io.github.radiomics4j.validation.report.checklist;

import io.github.radiomics4j.validation.report.checklist.ChecklistAnswer.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A checklist with the answers to some of its items.
 *
 * @param checklist the checklist
 * @param answers item number to answer
 */
public record FilledChecklist(ReportingChecklist checklist, Map<String, ChecklistAnswer> answers) {

    /**
     * Checks that every answer belongs to an item, and copies the answers.
     *
     * @param checklist the checklist
     * @param answers item number to answer
     */
    public FilledChecklist {
        answers.keySet().forEach(checklist::item);
        answers = Map.copyOf(answers);
    }

    /**
     * The score that a weighted checklist can reach: 100 times the weight of items that are met over the weight of items that apply.
     *
     * @param lowest in per cent, if no open item is met
     * @param highest in per cent, if all open items are met
     */
    public record ScoreRange(double lowest, double highest) {
    }

    /**
     * Another answer, in place of the one that is there.
     *
     * @param number the item, such as "23"
     * @param answer its answer
     * @return the checklist with this answer
     * @throws IllegalArgumentException where there is no item of that number
     */
    public FilledChecklist with(String number, ChecklistAnswer answer) {
        Map<String, ChecklistAnswer> more = new LinkedHashMap<>(answers);
        more.put(number, answer);
        return new FilledChecklist(checklist, more);
    }

    /**
     * The answer to an item.
     *
     * @param item one of the checklist's
     * @return empty where it is open
     */
    public Optional<ChecklistAnswer> answer(ChecklistItem item) {
        return Optional.ofNullable(answers.get(item.number()));
    }

    /**
     * The items without an answer.
     *
     * @return in the order of the checklist
     */
    public List<ChecklistItem> open() {
        return checklist.items().stream().filter(item -> answer(item).isEmpty()).toList();
    }

    /**
     * The range of the score while items are open.
     *
     * @return empty where the items have no weights, or none applies
     */
    public Optional<ScoreRange> score() {
        double met = weight(item -> is(item, Verdict.YES));
        double open = weight(item -> answer(item).isEmpty());
        double applies = met + open + weight(item -> is(item, Verdict.NO));
        return applies > 0 ? Optional.of(new ScoreRange(100 * met / applies, 100 * (met + open) / applies)) : Optional.empty();
    }

    private boolean is(ChecklistItem item, Verdict verdict) {
        return answer(item).filter(answer -> answer.verdict() == verdict).isPresent();
    }

    private double weight(Predicate<ChecklistItem> which) {
        return checklist.items().stream().filter(which).mapToDouble(item -> item.weight().orElse(0)).sum();
    }
}
