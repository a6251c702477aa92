package io.github.radiomics4j.deep.scattering;

/** A Gaussian times a wave on a line: {@code exp(−u² / (2σ²)) / (√(2π) σ) · e^(iξu)}, made periodic by summation. */
final class Gabor {

    private Gabor() {
    }

    /** The discrete Fourier transform over n samples, real because the line at −u is the conjugate of that at u. */
    static double[] transform(int n, double sigma, double xi) {
        int reach = (int) Math.ceil(9 * sigma); // e^(−81/2) does not change a double
        double[] transform = new double[n];
        for (int k = 0; k < n; k++) {
            double sum = 1;
            for (int u = 1; u <= reach; u++) {
                double phase = xi * u - 2 * Math.PI * ((long) k * u % n) / n;
                sum += 2 * Math.exp(-u * u / (2 * sigma * sigma)) * Math.cos(phase);
            }
            transform[k] = sum / (Math.sqrt(2 * Math.PI) * sigma);
        }
        return transform;
    }
}
