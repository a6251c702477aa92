package io.github.radiomics4j.deep;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** The smallest image that a network computes, found by trying, where its file does not tell. For encoders. */
public final class SmallestSize {
    /** Networks that need larger images than this are not found. */
    public static final int LARGEST_TRIED = 512;

    private SmallestSize() { }

    /**
     * Tries 1, 2, 4 … {@value #LARGEST_TRIED} pixels, then halves the gap between the first that works and the last that does not.
     *
     * @param works whether images of so many pixels along an edge leave a position in every layer
     * @return a size that works, the one below it does not; the smallest of all where every size above a smallest one works; empty
     *     where none of those tried works
     */
    public static OptionalInt find(IntPredicate works) {
        int good = 1;
        while (!works.test(good)) {
            good *= 2;
            if (good > LARGEST_TRIED) {
                return OptionalInt.empty();
            }
        }
        int bad = good / 2;
        while (good - bad > 1) {
            int between = (good + bad) / 2;
            if (works.test(between)) {
                good = between;
            } else {
                bad = between;
            }
        }
        return OptionalInt.of(good);
    }
}
