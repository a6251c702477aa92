package io.github.radiomics4j.validation.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A linear axis with its label and ticks, in decimals, so that the text of a figure is the same everywhere. */
record PlotAxis(String label, BigDecimal from, BigDecimal to, BigDecimal step, List<String> names) {
    private static final int MOST_TICKS = 6;
    private static final int PLAIN_DIGITS = 9;

    PlotAxis(String label, BigDecimal from, BigDecimal to, BigDecimal step) {
        this(label, from, to, step, List.of());
    }

    /** Groups at 0, 1, 2 and so on, with their names in place of the numbers and half a step beyond either end. */
    static PlotAxis ofGroups(String label, List<String> names) {
        BigDecimal half = new BigDecimal("0.5");
        return new PlotAxis(label, half.negate(), BigDecimal.valueOf(names.size()).subtract(half), BigDecimal.ONE, names);
    }

    /** As {@link #covering}, with some room before and after, so that no mark is cut; one value alone gets a unit of room. */
    static PlotAxis around(String label, double from, double to) {
        double room = to > from ? 0.04 * (to - from) : 0.5;
        return covering(label, from - room, to + room);
    }

    /** A share: 0 to 1, a tick at each fifth. */
    static PlotAxis ofShare(String label) {
        return new PlotAxis(label, BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("0.2"));
    }

    /** Reaches from the value to the other, with ticks at multiples of 1, 2 or 5 times a power of ten; ends are rounded outwards. */
    static PlotAxis covering(String label, double from, double to) {
        BigDecimal span = BigDecimal.valueOf(to).subtract(BigDecimal.valueOf(from));
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(span.precision() - span.scale() - 2);
        BigDecimal step = unit;
        for (int factor : new int[] {1, 2, 5, 10, 20, 50}) {
            step = unit.multiply(BigDecimal.valueOf(factor));
            if (span.compareTo(step.multiply(BigDecimal.valueOf(MOST_TICKS - 1))) <= 0) {
                break;
            }
        }
        BigDecimal fine = step.divide(BigDecimal.TEN);
        BigDecimal low = BigDecimal.valueOf(from).divide(fine, 0, RoundingMode.FLOOR).multiply(fine);
        BigDecimal high = BigDecimal.valueOf(to).divide(fine, 0, RoundingMode.CEILING).multiply(fine);
        return new PlotAxis(label, low, high, step);
    }

    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal tick = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
        while (tick.compareTo(to) <= 0) {
            ticks.add(tick);
            tick = tick.add(step);
        }
        return ticks;
    }

    boolean isEnd(BigDecimal tick) {
        return tick.compareTo(from) == 0 || tick.compareTo(to) == 0;
    }

    /** What stands at a tick. */
    String nameOf(BigDecimal tick) {
        return names.isEmpty() ? text(tick) : names.get(tick.intValueExact());
    }

    static String text(BigDecimal tick) {
        BigDecimal stripped = tick.stripTrailingZeros();
        boolean plain = Math.abs(stripped.precision() - stripped.scale()) <= PLAIN_DIGITS;
        return tick.signum() == 0 ? "0" : (plain ? stripped.toPlainString() : stripped.toString()).replace('-', '−');
    }

    /** 0 at the start of the axis, 1 at its end. */
    double share(double value) {
        return (value - from.doubleValue()) / (to.doubleValue() - from.doubleValue());
    }
}
