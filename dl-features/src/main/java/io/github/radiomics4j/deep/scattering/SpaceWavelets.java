package io.github.radiomics4j.deep.scattering;

import java.util.ArrayList;
import java.util.List;

/**
 * Morlet wavelets of space with a round envelope, and so products over axes: {@code ψ(u) = 0.8 g(u) (e^(i ξ n·u) − K)},
 * {@code g(u) = Π exp(−uₐ² / (2σ²)) / (√(2π) σ)}, made periodic by summation, K such that the sum of ψ is 0. With 0.8 the squares of
 * all transforms sum to 1 at most, also for 13 directions.
 */
final class SpaceWavelets implements WaveletBank {
    /** Which makes the network a contraction: 13 directions overlap. */
    static final double AMPLITUDE = 0.8;

    private final int edge;
    private final int directions;
    private final String label;
    private final double[][] gaussians;
    private final double[][][] waves;
    private final double[] cancelling;

    SpaceWavelets(int edge, int scales, SpaceDirections directions) {
        List<double[]> units = units(directions);
        this.edge = edge;
        this.directions = units.size();
        this.label = "Morlet, directions: " + directions.label() + ", round envelope, amplitude " + AMPLITUDE;
        this.gaussians = new double[scales][];
        this.waves = new double[scales * units.size()][3][];
        this.cancelling = new double[scales * units.size()];
        for (int j = 0; j < scales; j++) {
            double sigma = 0.8 * (1 << j);
            gaussians[j] = Gabor.transform(edge, sigma, 0);
            for (int d = 0; d < units.size(); d++) {
                int w = j * units.size() + d;
                cancelling[w] = 1;
                for (int axis = 0; axis < 3; axis++) {
                    waves[w][axis] = Gabor.transform(edge, sigma, 0.75 * Math.PI / (1 << j) * units.get(d)[axis]);
                    cancelling[w] *= waves[w][axis][0] / gaussians[j][0];
                }
            }
        }
    }

    private static List<double[]> units(SpaceDirections directions) {
        List<double[]> units = new ArrayList<>();
        for (SpaceDirections.Step step : directions.steps()) {
            double length = Math.sqrt(step.x() * step.x() + step.y() * step.y() + step.z() * step.z());
            units.add(new double[] {step.x() / length, step.y() / length, step.z() / length});
        }
        return units;
    }

    @Override
    public int orientations() {
        return directions;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void row(int scale, int orientation, int level, int y, int z, double[] target) {
        int n = edge >> level;
        int w = scale * directions + orientation;
        double[] gaussian = gaussians[scale];
        double[] wave = waves[w][0];
        int atY = frequency(y, n);
        int atZ = frequency(z, n);
        double outer = AMPLITUDE * waves[w][1][atY] * waves[w][2][atZ];
        double subtracted = AMPLITUDE * cancelling[w] * gaussian[atY] * gaussian[atZ];
        for (int x = 0; x < n; x++) {
            int at = frequency(x, n);
            target[x] = outer * wave[at] - subtracted * gaussian[at];
        }
    }

    private int frequency(int k, int n) {
        return k < n / 2 ? k : edge - n + k;
    }
}
