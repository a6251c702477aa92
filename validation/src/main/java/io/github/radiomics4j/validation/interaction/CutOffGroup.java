package io.github.radiomics4j.validation.interaction;

/** The four groups that cut-offs of two scores make; the first word is of the first score. */
public enum CutOffGroup {
    /** Both scores below their cut-offs: the reference of all odds ratios. */
    LOW_LOW(false, false),
    /** The first score at or above its cut-off, the second below. */
    HIGH_LOW(true, false),
    /** The first score below its cut-off, the second at or above. */
    LOW_HIGH(false, true),
    /** Both scores at or above their cut-offs. */
    HIGH_HIGH(true, true);

    private final boolean firstHigh;
    private final boolean secondHigh;

    CutOffGroup(boolean firstHigh, boolean secondHigh) {
        this.firstHigh = firstHigh;
        this.secondHigh = secondHigh;
    }

    /**
     * The first score in this group.
     *
     * @return whether it is at or above its cut-off
     */
    public boolean isFirstHigh() {
        return firstHigh;
    }

    /**
     * The second score in this group.
     *
     * @return whether it is at or above its cut-off
     */
    public boolean isSecondHigh() {
        return secondHigh;
    }

    /** The group of a case. */
    static CutOffGroup of(boolean firstHigh, boolean secondHigh) {
        if (firstHigh) {
            return secondHigh ? HIGH_HIGH : HIGH_LOW;
        }
        return secondHigh ? LOW_HIGH : LOW_LOW;
    }

    /**
     * The group as papers write it.
     *
     * @return such as {@code high/low}
     */
    @Override
    public String toString() {
        return (firstHigh ? "high" : "low") + "/" + (secondHigh ? "high" : "low");
    }
}
