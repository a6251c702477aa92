package io.github.radiomics4j.validation.report.checklist;

/**
 * The answer to an item.
 *
 * @param verdict whether it is met
 * @param text what was done, or why the item is not met or does not apply; not blank
 */
public record ChecklistAnswer(Verdict verdict, String text) {

    /** Whether an item is met. */
    public enum Verdict {
        /** Met, or reported. */
        YES,
        /** Not met, or not done. */
        NO,
        /** Does not apply to this study. */
        NOT_APPLICABLE
    }

    /**
     * Checks that something is said.
     *
     * @param verdict whether it is met
     * @param text what was done, or why the item is not met or does not apply; not blank
     */
    public ChecklistAnswer {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an answer says what was done, or why not; the text for " + verdict + " was blank");
        }
    }

    /**
     * An item that is met.
     *
     * @param text what was done
     * @return the answer
     */
    public static ChecklistAnswer yes(String text) {
        return new ChecklistAnswer(Verdict.YES, text);
    }

    /**
     * An item that is not met.
     *
     * @param text what was not done
     * @return the answer
     */
    public static ChecklistAnswer no(String text) {
        return new ChecklistAnswer(Verdict.NO, text);
    }

    /**
     * An item that does not apply.
     *
     * @param text why
     * @return the answer
     */
    public static ChecklistAnswer notApplicable(String text) {
        return new ChecklistAnswer(Verdict.NOT_APPLICABLE, text);
    }
}
