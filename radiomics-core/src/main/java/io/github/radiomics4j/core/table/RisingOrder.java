package io.github.radiomics4j.core.table;

/** Indices of an array in rising order of its values: a merge sort without boxing, which keeps equal values in their order. */
final class RisingOrder {
    private static final int SHORT = 12;

    private RisingOrder() {
    }

    /** By {@link Double#compare}. */
    static int[] of(double[] values) {
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        sort(values, order, new int[order.length], 0, order.length);
        return order;
    }

    private static void sort(double[] values, int[] order, int[] buffer, int from, int end) {
        if (end - from <= SHORT) {
            insert(values, order, from, end);
            return;
        }
        int middle = (from + end) >>> 1;
        sort(values, order, buffer, from, middle);
        sort(values, order, buffer, middle, end);
        System.arraycopy(order, from, buffer, from, middle - from);
        int left = from;
        int right = middle;
        int to = from;
        while (left < middle && right < end) {
            boolean fromRight = Double.compare(values[order[right]], values[buffer[left]]) < 0;
            order[to++] = fromRight ? order[right++] : buffer[left++];
        }
        System.arraycopy(buffer, left, order, to, middle - left);
    }

    private static void insert(double[] values, int[] order, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            int moved = order[i];
            int at = i;
            while (at > from && Double.compare(values[moved], values[order[at - 1]]) < 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moved;
        }
    }
}
