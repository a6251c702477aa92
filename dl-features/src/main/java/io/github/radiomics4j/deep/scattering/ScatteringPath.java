package io.github.radiomics4j.deep.scattering;

import java.util.List;

/**
 * The wavelets that an image passes on its way to a coefficient: none, one or two.
 *
 * @param wavelets in the order of application; of two, the second has the larger scale
 */
public record ScatteringPath(List<Wavelet> wavelets) {

    /**
     * A wavelet of the network.
     *
     * @param scale j from 0: as wide as 2ʲ times the smallest
     * @param orientation the index of its angle (two dimensions) or direction (three dimensions), from 0
     */
    public record Wavelet(int scale, int orientation) {

        /**
         * Checks the indices.
         *
         * @param scale from 0
         * @param orientation from 0
         * @throws IllegalArgumentException where one is negative
         */
        public Wavelet {
            if (scale < 0 || orientation < 0) {
                throw new IllegalArgumentException("scale and orientation of a wavelet count from 0, was " + scale + " and " + orientation);
            }
        }
    }

    /**
     * Checks number and scales.
     *
     * @param wavelets at most two, of growing scale; copied
     * @throws IllegalArgumentException where there are more or the scales do not grow
     */
    public ScatteringPath {
        wavelets = List.copyOf(wavelets);
        if (wavelets.size() > 2 || wavelets.size() == 2 && wavelets.get(0).scale() >= wavelets.get(1).scale()) {
            throw new IllegalArgumentException("a scattering path has at most two wavelets, the second of the larger scale, was "
                    + wavelets);
        }
    }

    /**
     * The number of wavelets, and of moduli.
     *
     * @return 0, 1 or 2
     */
    public int order() {
        return wavelets.size();
    }
}
