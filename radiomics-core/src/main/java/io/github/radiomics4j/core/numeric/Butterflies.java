package io.github.radiomics4j.core.numeric;

/**
 * Discrete Fourier transforms of 2 to 5 rows and the turns between them, in place. Row number m of a butterfly is row
 * {@code at + m · gap}; a forward butterfly leaves frequency {@link #frequency} there, turned by {@code wᵏ} for frequency k, and a
 * backward one takes it from there, turns it and leaves the rows in order. Both use the same turns: what goes back exchanges real and
 * imaginary parts.
 */
final class Butterflies {
    private final double[][] re;
    private final double[][] im;
    private final int from;
    private final int to;
    private final double[] cos;
    private final double[] sin;

    Butterflies(double[][] re, double[][] im, int from, int to, double[] cos, double[] sin) {
        this.re = re;
        this.im = im;
        this.from = from;
        this.to = to;
        this.cos = cos;
        this.sin = sin;
    }

    /** Which frequency of a butterfly its row number m holds: four rows are two steps of two. */
    static int frequency(int radix, int m) {
        return radix == 4 && (m == 1 || m == 2) ? 3 - m : m;
    }

    /**
     * Forward.
     *
     * @param turn which of the angles w is
     * @param halved whether the second half of the rows is zero, whatever it holds; for two and four rows
     */
    void forward(int radix, int at, int gap, int turn, boolean halved) {
        int b = at + gap;
        int c = b + gap;
        int d = c + gap;
        switch (radix) {
            case 2 -> {
                if (halved) {
                    copy(at, b);
                    turned(b, turn);
                } else {
                    sumTurnedDifference(at, b, turn);
                }
            }
            case 3 -> {
                sumDifference(b, c);
                sumsOfThree(at, b, c);
                quarterTurns(b, c, turn, 2 * turn);
            }
            case 4 -> {
                if (halved) {
                    copy(at, c);
                    copy(b, d);
                } else {
                    sumDifference(at, c);
                    sumDifference(b, d);
                }
                sumTurnedDifference(at, b, 2 * turn);
                quarterTurns(c, d, turn, 3 * turn);
            }
            default -> {
                int e = d + gap;
                sumDifference(b, e);
                sumDifference(c, d);
                sumsOfFive(at, b, c, d, e);
                quarterTurns(b, e, turn, 4 * turn);
                quarterTurns(c, d, 2 * turn, 3 * turn);
            }
        }
    }

    /**
     * Backward.
     *
     * @param turn which of the angles w is
     * @param halved whether the second half of the rows is not wanted, and may hold anything then; for two and four rows
     */
    void backward(int radix, int at, int gap, int turn, boolean halved) {
        int b = at + gap;
        int c = b + gap;
        int d = c + gap;
        switch (radix) {
            case 2 -> turnedSumDifference(at, b, turn);
            case 3 -> {
                sumQuarterTurn(b, c, turn, 2 * turn);
                sumsOfThree(at, b, c);
                sumDifference(b, c);
            }
            case 4 -> {
                turnedSumDifference(at, b, 2 * turn);
                sumQuarterTurn(c, d, turn, 3 * turn);
                if (halved) {
                    sum(at, c);
                    sum(b, d);
                } else {
                    sumDifference(at, c);
                    sumDifference(b, d);
                }
            }
            default -> {
                int e = d + gap;
                sumQuarterTurn(b, e, turn, 4 * turn);
                sumQuarterTurn(c, d, 2 * turn, 3 * turn);
                sumsOfFive(at, b, c, d, e);
                sumDifference(b, e);
                sumDifference(c, d);
            }
        }
    }

    private void copy(int x, int y) {
        System.arraycopy(re[x], from, re[y], from, to - from);
        System.arraycopy(im[x], from, im[y], from, to - from);
    }

    private void sum(int x, int y) {
        RowLoops.sum(re[x], re[y], from, to);
        RowLoops.sum(im[x], im[y], from, to);
    }

    private void sumDifference(int x, int y) {
        RowLoops.sumDifference(re[x], re[y], from, to);
        RowLoops.sumDifference(im[x], im[y], from, to);
    }

    private void turned(int x, int turn) {
        if (turn != 0) {
            RowLoops.turned(re[x], im[x], cos[turn], sin[turn], from, to);
        }
    }

    private void sumTurnedDifference(int x, int y, int turn) {
        if (turn == 0) {
            sumDifference(x, y);
        } else {
            RowLoops.sumTurnedDifference(re[x], im[x], re[y], im[y], cos[turn], sin[turn], from, to);
        }
    }

    private void turnedSumDifference(int x, int y, int turn) {
        if (turn == 0) {
            sumDifference(x, y);
        } else {
            RowLoops.turnedSumDifference(re[x], im[x], re[y], im[y], cos[turn], sin[turn], from, to);
        }
    }

    private void quarterTurns(int x, int y, int turnX, int turnY) {
        if (turnX == 0) {
            RowLoops.quarterTurns(re[x], im[x], re[y], im[y], from, to);
        } else {
            RowLoops.turnedQuarterTurns(re[x], im[x], re[y], im[y], cos[turnX], sin[turnX], cos[turnY], sin[turnY], from, to);
        }
    }

    private void sumQuarterTurn(int x, int y, int turnX, int turnY) {
        turned(x, turnX);
        turned(y, turnY);
        RowLoops.sumQuarterTurn(re[x], im[x], re[y], im[y], from, to);
    }

    private void sumsOfThree(int a, int sum, int difference) {
        RowLoops.sumsOfThree(re[a], re[sum], from, to);
        RowLoops.sumsOfThree(im[a], im[sum], from, to);
        RowLoops.timesSineOfThird(re[difference], from, to);
        RowLoops.timesSineOfThird(im[difference], from, to);
    }

    private void sumsOfFive(int a, int sum1, int sum2, int difference2, int difference1) {
        RowLoops.sumsOfFive(re[a], re[sum1], re[sum2], from, to);
        RowLoops.sumsOfFive(im[a], im[sum1], im[sum2], from, to);
        RowLoops.differencesOfFive(re[difference1], re[difference2], from, to);
        RowLoops.differencesOfFive(im[difference1], im[difference2], from, to);
    }
}
