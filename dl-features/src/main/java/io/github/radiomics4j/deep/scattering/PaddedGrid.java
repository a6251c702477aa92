package io.github.radiomics4j.deep.scattering;

import io.github.radiomics4j.core.numeric.FourierTransform;

/**
 * How an image of {@code edge} samples per axis lies in a larger periodic one. It is continued by reflection at its border samples
 * (not repeated) to {@code (⌊(edge + 2ᴶ) / 2ᴶ⌋ + 1) · 2ᴶ} samples, Kymatio's length, or the next multiple of 2ᴶ without prime
 * factors other than 2, 3 and 5. Level l of it has every 2ˡ-th sample; scattering coefficients lie on every 2ᴶ-th, those within the
 * image only, {@code ⌊edge / 2ᴶ⌋} per axis.
 */
record PaddedGrid(int edge, int dimensions, int scales) {

    /** Samples per axis. */
    int padded() {
        int step = 1 << scales;
        int length = shortest();
        while (FourierTransform.lengthFor(length) != length) {
            length += step;
        }
        return length;
    }

    private int shortest() {
        int step = 1 << scales;
        return step * ((edge + step) / step + 1);
    }

    /** Whole steps of 2ᴶ that stand before the image only because the length was not the shortest. */
    private int stepsBefore() {
        return (padded() - shortest() >> scales) / 2;
    }

    /** Samples per axis of a level. */
    int edgeAt(int level) {
        return padded() >> level;
    }

    /** Samples of a level. */
    int sizeAt(int level) {
        return power(edgeAt(level), dimensions);
    }

    /** Coefficients per axis. */
    int outputs() {
        return edge >> scales;
    }

    /** Where a coefficient lies along an axis of a level. */
    int position(int output, int level) {
        return (stepsBefore() + 1 + output) << scales - level;
    }

    /** Fills a padded image. */
    void pad(float[] image, double[] target) {
        int padded = padded();
        int before = (shortest() - edge) / 2 + (stepsBefore() << scales);
        int[] from = new int[padded];
        for (int i = 0; i < padded; i++) {
            int k = Math.floorMod(i - before, 2 * (edge - 1));
            from[i] = Math.min(k, 2 * (edge - 1) - k);
        }
        int slices = dimensions == 3 ? padded : 1;
        for (int z = 0, at = 0; z < slices; z++) {
            int slice = dimensions == 3 ? from[z] * edge * edge : 0;
            for (int y = 0; y < padded; y++) {
                int row = slice + from[y] * edge;
                for (int x = 0; x < padded; x++) {
                    target[at++] = image[row + from[x]];
                }
            }
        }
    }

    static int power(int base, int exponent) {
        int product = 1;
        for (int i = 0; i < exponent; i++) {
            product = Math.multiplyExact(product, base);
        }
        return product;
    }
}
