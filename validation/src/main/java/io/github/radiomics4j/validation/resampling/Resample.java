package io.github.radiomics4j.validation.resampling;

import java.util.Arrays;

/** The rows that train and the rows that are held out. No row is both. Immutable. */
public final class Resample {
    private final int number;
    private final String name;
    private final int[] training;
    private final int[] heldOut;

    /** Takes the arrays without copying them. */
    private Resample(int number, String name, int[] training, int[] heldOut) {
        this.number = number;
        this.name = name;
        this.training = training;
        this.heldOut = heldOut;
    }

    /** The cases of one fold are held out, all others train, in the order of rows. */
    static Resample ofFold(int number, String name, int[] foldOfCase, int fold) {
        int held = (int) Arrays.stream(foldOfCase).filter(f -> f == fold).count();
        int[] training = new int[foldOfCase.length - held];
        int[] heldOut = new int[held];
        int t = 0;
        int h = 0;
        for (int row = 0; row < foldOfCase.length; row++) {
            if (foldOfCase[row] == fold) {
                heldOut[h++] = row;
            } else {
                training[t++] = row;
            }
        }
        return new Resample(number, name, training, heldOut);
    }

    /** The drawn rows train, those never drawn are held out. */
    static Resample ofDrawn(int number, int[] drawn, int cases) {
        boolean[] seen = new boolean[cases];
        for (int row : drawn) {
            seen[row] = true;
        }
        int left = 0;
        int[] heldOut = new int[cases];
        for (int row = 0; row < cases; row++) {
            if (!seen[row]) {
                heldOut[left++] = row;
            }
        }
        return new Resample(number, "bootstrap sample " + number, drawn.clone(), Arrays.copyOf(heldOut, left));
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
        return training.clone();
    }

    /**
     * The rows that are held out: a fold, or the cases that a bootstrap did not draw.
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
