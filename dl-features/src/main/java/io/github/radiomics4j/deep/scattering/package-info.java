/**
 * The wavelet scattering network: two layers of fixed Morlet wavelets, modulus and averaging, in two and three dimensions. It has
 * nothing to train and needs no download. It is computed in plain arrays with Fourier transforms, not by a network library: ND4J as
 * a type of array in such loops is 21 to 67 times slower, and its bits depend on the number of its threads and on its natives.
 */
package io.github.radiomics4j.deep.scattering;
