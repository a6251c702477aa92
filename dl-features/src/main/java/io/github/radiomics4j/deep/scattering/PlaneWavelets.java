package io.github.radiomics4j.deep.scattering;

/**
 * Morlet wavelets of the plane: {@code ψ(u) = g(u) (e^(i ξ n·u) − K)} with {@code n = (cos t, sin t)} over rows and columns,
 * {@code g(u) = s / (2πσ²) · exp(−((n·u)² + s² (n⊥·u)²) / (2σ²))}, {@code σ = 0.8 · 2ʲ}, {@code ξ = ¾π · 2⁻ʲ}, {@code s = 4 / L},
 * {@code t = (⌊L / 2 − 1⌋ − a) π / L} towards 0, made periodic by summation, K such that the sum of ψ is 0.
 */
final class PlaneWavelets implements WaveletBank {
    /** Gaussians below e⁻⁴⁰ do not change a double. */
    private static final double SMALLEST_EXPONENT = 40;

    private final int edge;
    private final int angles;
    private final double[][] transforms;

    PlaneWavelets(int edge, int scales, int angles) {
        this.edge = edge;
        this.angles = angles;
        this.transforms = new double[scales * angles][];
        GridFourier fourier = new GridFourier(edge, 2);
        for (int j = 0; j < scales; j++) {
            for (int a = 0; a < angles; a++) {
                transforms[j * angles + a] = morlet(fourier, 0.8 * (1 << j), 0.75 * Math.PI / (1 << j), angle(a));
            }
        }
    }

    private double angle(int a) {
        return ((int) (angles / 2.0 - 1) - a) * Math.PI / angles;
    }

    private double[] morlet(GridFourier fourier, double sigma, double xi, double t) {
        double[] re = new double[edge * edge];
        double[] im = new double[edge * edge];
        double[] gaussian = new double[edge * edge];
        fill(re, im, gaussian, sigma, xi, t);
        double k = sum(re) / sum(gaussian);
        for (int i = 0; i < re.length; i++) {
            re[i] -= k * gaussian[i];
        }
        fourier.forward(re, im);
        return re; // the imaginary part is 0: ψ(−u) is the conjugate of ψ(u)
    }

    private void fill(double[] re, double[] im, double[] gaussian, double sigma, double xi, double t) {
        double slant = 4.0 / angles;
        double cos = Math.cos(t);
        double sin = Math.sin(t);
        double norm = slant / (2 * Math.PI * sigma * sigma);
        int reach = (int) Math.ceil(Math.sqrt(2 * SMALLEST_EXPONENT) * sigma * Math.max(1, 1 / slant));
        for (int y = -reach; y <= reach; y++) {
            int row = edge * Math.floorMod(y, edge);
            for (int x = -reach; x <= reach; x++) {
                double along = y * cos + x * sin;
                double across = slant * (x * cos - y * sin);
                double exponent = (along * along + across * across) / (2 * sigma * sigma);
                if (exponent < SMALLEST_EXPONENT) {
                    double g = norm * Math.exp(-exponent);
                    int at = row + Math.floorMod(x, edge);
                    gaussian[at] += g;
                    re[at] += g * Math.cos(xi * along);
                    im[at] += g * Math.sin(xi * along);
                }
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    @Override
    public int orientations() {
        return angles;
    }

    @Override
    public String label() {
        return "Morlet, " + angles + " angles, slant 4 / " + angles;
    }

    @Override
    public void row(int scale, int orientation, int level, int y, int z, double[] target) {
        double[] transform = transforms[scale * angles + orientation];
        int n = edge >> level;
        int row = edge * (y < n / 2 ? y : edge - n + y);
        System.arraycopy(transform, row, target, 0, n / 2);
        System.arraycopy(transform, row + edge - n / 2, target, n / 2, n / 2);
    }
}
