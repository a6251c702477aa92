package io.github.radiomics4j.deep.scattering;

import java.util.Arrays;

/** One image's way through the network: the working space of a call. */
final class ScatteringPass {
    private final PaddedGrid grid;
    private final WaveletBank bank;
    private final Averaging averaging;
    private final GridFourier[] fourier;
    private final Field image;
    private final Field[] first;
    private final Field[] second;
    private final double[] row;

    private record Field(double[] re, double[] im) {
        static Field of(int size) {
            return new Field(new double[size], new double[size]);
        }
    }

    ScatteringPass(PaddedGrid grid, WaveletBank bank, Averaging averaging) {
        int scales = grid.scales();
        this.grid = grid;
        this.bank = bank;
        this.averaging = averaging;
        this.fourier = new GridFourier[scales];
        this.image = Field.of(grid.sizeAt(0));
        this.first = new Field[scales];
        this.second = new Field[scales];
        for (int level = 0; level < scales; level++) {
            fourier[level] = new GridFourier(grid.edgeAt(level), grid.dimensions());
            first[level] = Field.of(grid.sizeAt(level));
            second[level] = Field.of(level == 0 ? 0 : grid.sizeAt(level));
        }
        this.row = new double[grid.padded()];
    }

    double[][] of(float[] samples, int paths) {
        double[][] coefficients = new double[paths][];
        int scales = grid.scales();
        int orientations = bank.orientations();
        grid.pad(samples, image.re());
        coefficients[0] = averaging.of(image.re(), 0);
        fourier[0].forward(image.re(), image.im());
        int firstOrder = 1;
        int secondOrder = 1 + scales * orientations;
        for (int scale = 0; scale < scales; scale++) {
            for (int o = 0; o < orientations; o++) {
                Field one = first[scale];
                modulus(image, 0, scale, o, one);
                coefficients[firstOrder++] = averaging.of(one.re(), scale);
                if (scale < scales - 1) {
                    Arrays.fill(one.im(), 0);
                    fourier[scale].forward(one.re(), one.im());
                    secondOrder = secondOrder(one, scale, coefficients, secondOrder);
                }
            }
        }
        return coefficients;
    }

    private int secondOrder(Field one, int level, double[][] coefficients, int first) {
        int at = first;
        for (int scale = level + 1; scale < grid.scales(); scale++) {
            for (int o = 0; o < bank.orientations(); o++) {
                modulus(one, level, scale, o, second[scale]);
                coefficients[at++] = averaging.of(second[scale].re(), scale);
            }
        }
        return at;
    }

    /** The modulus of a field's convolution with a wavelet, at the wavelet's level, into the real part of the target. */
    private void modulus(Field spectrum, int level, int scale, int orientation, Field target) {
        filter(spectrum, level, scale, orientation, target);
        fourier[scale].forward(target.im(), target.re());
        double[] re = target.re();
        double[] im = target.im();
        double factor = 1.0 / grid.sizeAt(level);
        for (int i = 0; i < re.length; i++) {
            re[i] = factor * Math.sqrt(re[i] * re[i] + im[i] * im[i]);
        }
    }

    /** The product with the wavelet, summed over frequencies that are one on the target's grid. */
    private void filter(Field spectrum, int level, int scale, int orientation, Field target) {
        int n = grid.edgeAt(level);
        int m = grid.edgeAt(scale);
        Arrays.fill(target.re(), 0);
        Arrays.fill(target.im(), 0);
        int slices = grid.dimensions() == 3 ? n : 1;
        for (int z = 0; z < slices; z++) {
            for (int y = 0; y < n; y++) {
                bank.row(scale, orientation, level, y, z, row);
                multiplyAdd(spectrum, n * (y + n * z), n, target, m * (y % m + m * (z % m)), m);
            }
        }
    }

    private void multiplyAdd(Field spectrum, int from, int n, Field target, int to, int m) {
        double[] re = spectrum.re();
        double[] im = spectrum.im();
        double[] targetRe = target.re();
        double[] targetIm = target.im();
        for (int block = 0; block < n; block += m) {
            for (int x = 0; x < m; x++) {
                targetRe[to + x] += row[block + x] * re[from + block + x];
                targetIm[to + x] += row[block + x] * im[from + block + x];
            }
        }
    }
}
