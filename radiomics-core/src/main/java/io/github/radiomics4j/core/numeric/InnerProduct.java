package io.github.radiomics4j.core.numeric;

/** Sums of products of two columns. */
public final class InnerProduct {

    private InnerProduct() {
    }

    /**
     * {@code Σ aᵢ bᵢ} by four sums, since one would wait for each addition before the next; always in the same order.
     *
     * @param a values
     * @param b at least as many values
     * @return the sum over the length of {@code a}
     */
    public static double of(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + s2 + s3;
    }
}
