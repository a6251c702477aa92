package io.github.radiomics4j.validation.resampling;

import java.util.Optional;
import java.util.stream.IntStream;

/** The rows that train and the rows that are held out. No row is both. Immutable. */
public final class Resample {
    private final int number;
    private final String name;
    private final int cases;
    /** The rows drawn with replacement; absent where all rows that are not held out train, once each. */
    private final Optional<int[]> drawn;
    private final int[] heldOut;

    /** Takes the arrays without copying them. */
    private Resample(int number, String name, int cases, Optional<int[]> drawn, int[] heldOut) {
        this.number = number;
        this.name = name;
        this.cases = cases;
        this.drawn = drawn;
        this.heldOut = heldOut;
    }

    /** The cases of one fold are held out, all others train, in the order of rows. */
    static Resample ofFold(int number, String name, int[] foldOfCase, int fold) {
        return ofHeldOut(number, name, IntStream.range(0, foldOfCase.length).filter(row -> foldOfCase[row] == fold).toArray(),
                foldOfCase.length);
    }

    /** The given rows, which must rise, are held out, all others train, in the order of rows. */
    static Resample ofHeldOut(int number, String name, int[] heldOut, int cases) {
        return new Resample(number, name, cases, Optional.empty(), heldOut);
    }

    /** The drawn rows train, those never drawn are held out. */
    static Resample ofDrawn(int number, int[] drawn, int cases) {
        return new Resample(number, "bootstrap sample " + number, cases, Optional.of(drawn.clone()), others(drawn, cases));
    }

    private static int[] others(int[] rows, int cases) {
        boolean[] among = new boolean[cases];
        for (int row : rows) {
            among[row] = true;
        }
        return IntStream.range(0, cases).filter(row -> !among[row]).toArray();
    }

    /**
     * Which resample of its plan this is.
     *
     * @return from 0
     */
    public int number() {
        return number;
    }

    /**
     * The rows that train.
     *
     * @return indices from 0, a fresh array; a row stands there as often as a bootstrap drew it
     */
    public int[] training() {
        return drawn.map(int[]::clone).orElseGet(() -> others(heldOut, cases));
    }

    /**
     * The rows that are held out: a fold, a pair, or the cases that were not drawn.
     *
     * @return indices from 0, rising, a fresh array
     */
    public int[] heldOut() {
        return heldOut.clone();
    }

    /**
     * How messages call it.
     *
     * @return such as {@code fold 3 of repeat 1} or {@code bootstrap sample 17}, all counted from 0
     */
    @Override
    public String toString() {
        return name;
    }
}
