package io.github.radiomics4j.deep.scattering;

import java.util.ArrayList;
import java.util.List;

/**
 * The scattering network by its definition: filters as sums of shifted formulas in space, convolutions as sums over all pairs of
 * samples. Slow, and shares nothing with the implementation but the grid. Works on n^d periodic samples, first axis slowest.
 */
final class DirectScattering {
    private final int dimensions;
    private final int scales;
    private final double slant;
    private final double amplitude;
    private final double[][] directions;
    private final boolean subsampled;

    private record Complex(double[] re, double[] im) {
    }

    private DirectScattering(int dimensions, int scales, double slant, double amplitude, double[][] directions, boolean subsampled) {
        this.dimensions = dimensions;
        this.scales = scales;
        this.slant = slant;
        this.amplitude = amplitude;
        this.directions = directions;
        this.subsampled = subsampled;
    }

    /** Layers on every 2ʲ-th sample, with filters cut to the frequencies of that grid; or on all samples, which is the definition. */
    static DirectScattering ofPlane(int scales, int angles, boolean subsampled) {
        double[][] directions = new double[angles][];
        for (int a = 0; a < angles; a++) {
            double t = ((int) (angles / 2.0 - 1) - a) * Math.PI / angles;
            directions[a] = new double[] {Math.cos(t), Math.sin(t)};
        }
        return new DirectScattering(2, scales, 4.0 / angles, 1, directions, subsampled);
    }

    static DirectScattering ofSpace(int scales, SpaceDirections all, boolean subsampled) {
        double[][] directions = all.steps().stream().map(s -> {
            double length = Math.hypot(s.x(), Math.hypot(s.y(), s.z()));
            return new double[] {s.z() / length, s.y() / length, s.x() / length};
        }).toArray(double[][]::new);
        return new DirectScattering(3, scales, 1, 0.8, directions, subsampled);
    }

    /** Per path, the coefficients at all multiples of 2ᴶ of the periodic grid. */
    List<double[]> of(double[] padded, int n) {
        List<double[]> first = new ArrayList<>();
        List<double[]> second = new ArrayList<>();
        Complex image = new Complex(padded, new double[padded.length]);
        for (int scale = 0; scale < scales; scale++) {
            for (double[] direction : directions) {
                double[] one = modulus(convolved(image, n, 0, scale, morlet(n, scale, direction)));
                first.add(average(one, n, scale));
                for (int next = scale + 1; next < scales; next++) {
                    for (double[] then : directions) {
                        Complex from = new Complex(one, new double[one.length]);
                        second.add(average(modulus(convolved(from, n, scale, next, morlet(n, next, then))), n, next));
                    }
                }
            }
        }
        List<double[]> all = new ArrayList<>(List.of(average(padded, n, 0)));
        all.addAll(first);
        all.addAll(second);
        return all;
    }

    private double[] average(double[] values, int n, int level) {
        Complex low = envelope(n, 0.8 * (1 << scales - 1), new double[dimensions], 0, 1);
        Complex average = convolved(new Complex(values, new double[values.length]), n, level, scales, low);
        if (subsampled) {
            return average.re();
        }
        double[] some = new double[PaddedGrid.power(n >> scales, dimensions)];
        for (int i = 0; i < some.length; i++) {
            some[i] = average.re()[index(scaled(indices(i, n >> scales), 1 << scales), n)];
        }
        return some;
    }

    private static double[] modulus(Complex c) {
        double[] modulus = new double[c.re().length];
        for (int i = 0; i < modulus.length; i++) {
            modulus[i] = Math.hypot(c.re()[i], c.im()[i]);
        }
        return modulus;
    }

    private Complex convolved(Complex values, int n, int level, int target, Complex filter) {
        int m = subsampled ? n >> level : n;
        int step = subsampled ? 1 << target - level : 1;
        Complex h = m == n ? filter : cut(filter, n, m);
        int size = PaddedGrid.power(m / step, dimensions);
        Complex out = new Complex(new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            int[] at = scaled(indices(i, m / step), step);
            for (int k = 0; k < values.re().length; k++) {
                int[] from = indices(k, m);
                int[] shift = new int[dimensions];
                for (int a = 0; a < dimensions; a++) {
                    shift[a] = Math.floorMod(at[a] - from[a], m);
                }
                int f = index(shift, m);
                out.re()[i] += values.re()[k] * h.re()[f] - values.im()[k] * h.im()[f];
                out.im()[i] += values.re()[k] * h.im()[f] + values.im()[k] * h.re()[f];
            }
        }
        return out;
    }

    private Complex morlet(int n, int scale, double[] direction) {
        double sigma = 0.8 * (1 << scale);
        Complex wave = envelope(n, sigma, direction, 0.75 * Math.PI / (1 << scale), slant);
        Complex gaussian = envelope(n, sigma, direction, 0, slant);
        double waveSum = 0;
        double gaussianSum = 0;
        for (int i = 0; i < wave.re().length; i++) {
            waveSum += wave.re()[i];
            gaussianSum += gaussian.re()[i];
        }
        for (int i = 0; i < wave.re().length; i++) {
            wave.re()[i] = amplitude * (wave.re()[i] - waveSum / gaussianSum * gaussian.re()[i]);
            wave.im()[i] *= amplitude;
        }
        return wave;
    }

    /** A Gaussian times a wave, summed over all shifts by whole periods that matter. */
    private Complex envelope(int n, double sigma, double[] direction, double xi, double s) {
        int size = PaddedGrid.power(n, dimensions);
        Complex out = new Complex(new double[size], new double[size]);
        int reach = (int) Math.ceil(9 * sigma / Math.min(1, s) / n) + 1;
        int shifts = 2 * reach + 1;
        double norm = Math.pow(s, dimensions - 1) / Math.pow(Math.sqrt(2 * Math.PI) * sigma, dimensions);
        for (int i = 0; i < size; i++) {
            int[] at = indices(i, n);
            for (int shift = 0; shift < PaddedGrid.power(shifts, dimensions); shift++) {
                int[] period = indices(shift, shifts);
                double along = 0;
                double square = 0;
                for (int a = 0; a < dimensions; a++) {
                    double u = at[a] + n * (period[a] - reach);
                    along += u * direction[a];
                    square += u * u;
                }
                double across = square - along * along;
                double g = norm * Math.exp(-(along * along + s * s * across) / (2 * sigma * sigma));
                out.re()[i] += g * Math.cos(xi * along);
                out.im()[i] += g * Math.sin(xi * along);
            }
        }
        return out;
    }

    /** The filter's frequencies −m/2 to m/2 − 1, as a filter on m samples per axis. */
    private Complex cut(Complex filter, int n, int m) {
        int size = PaddedGrid.power(m, dimensions);
        Complex out = new Complex(new double[size], new double[size]);
        for (int f = 0; f < size; f++) {
            int[] frequency = indices(f, m);
            for (int a = 0; a < dimensions; a++) {
                frequency[a] -= m / 2;
            }
            double re = 0;
            double im = 0;
            for (int u = 0; u < filter.re().length; u++) {
                double phase = -2 * Math.PI * dot(frequency, indices(u, n)) / n;
                re += filter.re()[u] * Math.cos(phase) - filter.im()[u] * Math.sin(phase);
                im += filter.re()[u] * Math.sin(phase) + filter.im()[u] * Math.cos(phase);
            }
            for (int v = 0; v < size; v++) {
                double phase = 2 * Math.PI * dot(frequency, indices(v, m)) / m;
                out.re()[v] += (re * Math.cos(phase) - im * Math.sin(phase)) / size;
                out.im()[v] += (re * Math.sin(phase) + im * Math.cos(phase)) / size;
            }
        }
        return out;
    }

    private static int dot(int[] a, int[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private int[] indices(int i, int n) {
        int[] indices = new int[dimensions];
        int rest = i;
        for (int a = dimensions - 1; a >= 0; a--) {
            indices[a] = rest % n;
            rest /= n;
        }
        return indices;
    }

    private static int[] scaled(int[] indices, int factor) {
        int[] out = indices.clone();
        for (int a = 0; a < out.length; a++) {
            out[a] *= factor;
        }
        return out;
    }

    private static int index(int[] indices, int n) {
        int i = 0;
        for (int k : indices) {
            i = i * n + k;
        }
        return i;
    }
}
