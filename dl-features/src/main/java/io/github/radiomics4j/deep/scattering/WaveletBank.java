package io.github.radiomics4j.deep.scattering;

/**
 * The transforms of all wavelets of a padded grid, real numbers, read row by row. Frequency k of a level's n is {@code k} below
 * {@code n / 2} and {@code k − n} from there on: a level holds the low frequencies of the one below it. Immutable.
 */
interface WaveletBank {

    /** The number of orientations per scale. */
    int orientations();

    /** What sets these wavelets apart from others of the same scales and grid. */
    String label();

    /**
     * One row of a wavelet's transform.
     *
     * @param scale from 0
     * @param orientation from 0
     * @param level whose frequencies, from 0
     * @param y the row
     * @param z the slice; 0 in two dimensions
     * @param target gets as many numbers as the level has samples per axis
     */
    void row(int scale, int orientation, int level, int y, int z, double[] target);
}
