package io.github.radiomics4j.deep.scattering;

import io.github.radiomics4j.deep.scattering.ScatteringPath.Wavelet;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The wavelet scattering transform: a convolutional network of two layers whose filters are fixed Morlet wavelets ψ of J scales and
 * several orientations, whose non-linearity is the modulus and whose last step is an average φ of scale 2ᴶ:
 *
 * <pre>{@code
 * S₀f = f ⋆ φ      S₁f(λ) = |f ⋆ ψ(λ)| ⋆ φ      S₂f(λ, μ) = ||f ⋆ ψ(λ)| ⋆ ψ(μ)| ⋆ φ,   scale of μ larger than that of λ
 * }</pre>
 *
 * read at every 2ᴶ-th sample. The coefficients hardly change when the image is moved by less than 2ᴶ samples or slightly deformed,
 * those of orders 1 and 2 are 0 for a constant image, and the distance of two images' coefficients is at most that of the images
 * (continued as below) but for a factor near 1: the squares of all filters' transforms sum to 1 at most in three dimensions, and to
 * 1.02 in two with 3 scales and 8 angles. A layer's images hold every 2ʲ-th sample only, as is usual; the aliasing is below 3 % of the
 * largest coefficient in our tests.
 *
 * <p><b>Two dimensions</b>: the filters and conventions of Kymatio's {@code Scattering2D}: with L angles, {@code ψ(u) = s / (2πσ²) ·
 * exp(−((n·u)² + s² (n⊥·u)²) / (2σ²)) · (e^(i ξ n·u) − K)}, {@code σ = 0.8 · 2ʲ}, {@code ξ = ¾π · 2⁻ʲ}, {@code s = 4 / L}, K such that ψ
 * sums to 0, and φ the Gaussian of {@code σ = 0.8 · 2ᴶ⁻¹} and sum 1. Angle a is {@code (⌊L / 2 − 1⌋ − a) π / L} from the rows' axis
 * (downwards) to the columns'. The image is continued by reflection. The coefficients equal Kymatio's but for two things: it writes
 * 3.1415 for π, which makes its coefficients of order m larger by {@code (π / 3.1415)ᵐ⁺¹}, 3e-5 per filter; and it uses wavelets of
 * single precision. Where its padded length has a prime factor above 5, ours is longer, which changes coefficients near the border.
 *
 * <p><b>Three dimensions</b>: directional Morlet wavelets with a round envelope, {@code ψ(u) = 0.8 · g(u) (e^(i ξ n·u) − K)} with g the
 * Gaussian of sum 1 and the same σ, ξ, K and φ as above; n are the {@link SpaceDirections}. The round envelope is what the rule
 * {@code s = 4 / L} gives for directions about 45° apart; each filter is a product over axes. The factor 0.8 keeps the sum of the squares
 * of the filters' transforms at or below 1. Kymatio has other (solid harmonic) wavelets in space; there is no comparison with it.
 *
 * <p>Computed in double precision with Fourier transforms, each sum in a fixed order: the same image gives the same bits. Not run by
 * ND4J or DeepLearning4J: as a type of array in loops ND4J is 21 to 67 times slower than arrays. Immutable; safe to share between
 * threads; a call's working space, of its own, is about nine arrays of the padded image's size.
 *
 * <p>Source: J. Bruna and S. Mallat, Invariant scattering convolution networks, IEEE TPAMI 35 (2013) 1872-1886; M. Andreux et al.,
 * Kymatio: scattering transforms in Python, JMLR 21 (2020) 1-6.
 */
public final class WaveletScattering {
    private static final int LARGEST_PLANE = 4096;
    private static final int LARGEST_SPACE = 256;
    /** Of filters: 2 GB. */
    private static final long MOST_NUMBERS = 1L << 28;

    private final PaddedGrid grid;
    private final WaveletBank bank;
    private final Averaging averaging;
    private final List<ScatteringPath> paths;

    private WaveletScattering(PaddedGrid grid, WaveletBank bank) {
        this.grid = grid;
        this.bank = bank;
        this.averaging = new Averaging(grid);
        this.paths = paths(grid.scales(), bank.orientations());
    }

    /**
     * A network for square images.
     *
     * @param edge samples along each axis, at least 2ᴶ and at most 4096
     * @param scales J, 1 to 10
     * @param angles L, 1 to 64; the filters' shape suits 8 best
     * @return the network, with {@code 1 + J·L + L²·J(J−1)/2} paths
     * @throws IllegalArgumentException where a number is out of range, or the filters would need more than 2 GB
     */
    public static WaveletScattering ofPlane(int edge, int scales, int angles) {
        requireSizes(edge, scales, LARGEST_PLANE);
        if (angles < 1 || angles > 64) {
            throw new IllegalArgumentException("a scattering network has 1 to 64 angles, was " + angles);
        }
        PaddedGrid grid = new PaddedGrid(edge, 2, scales);
        long numbers = (long) grid.sizeAt(0) * scales * angles;
        if (numbers > MOST_NUMBERS) {
            throw new IllegalArgumentException("filters of " + scales + " scales and " + angles + " angles for images of " + edge
                    + " samples along each axis would need " + numbers / (1 << 17) + " MB, more than 2048: take smaller images");
        }
        return new WaveletScattering(grid, new PlaneWavelets(grid.padded(), scales, angles));
    }

    /**
     * A network for cubic images.
     *
     * @param edge samples along each axis, at least 2ᴶ and at most 256
     * @param scales J, 1 to 10
     * @param directions of the wavelets, D of them
     * @return the network, with {@code 1 + J·D + D²·J(J−1)/2} paths
     * @throws IllegalArgumentException where a number is out of range
     */
    public static WaveletScattering ofSpace(int edge, int scales, SpaceDirections directions) {
        requireSizes(edge, scales, LARGEST_SPACE);
        PaddedGrid grid = new PaddedGrid(edge, 3, scales);
        return new WaveletScattering(grid, new SpaceWavelets(grid.padded(), scales, directions));
    }

    private static void requireSizes(int edge, int scales, int largest) {
        if (scales < 1 || scales > 10) {
            throw new IllegalArgumentException("a scattering network has 1 to 10 scales, was " + scales);
        }
        if (edge < 1 << scales || edge > largest) {
            throw new IllegalArgumentException("a scattering network of " + scales + " scales needs an image of " + (1 << scales) + " to "
                    + largest + " samples along each axis, was " + edge + "; take fewer scales or resize to more samples");
        }
    }

    private static List<ScatteringPath> paths(int scales, int orientations) {
        List<ScatteringPath> first = new ArrayList<>();
        List<ScatteringPath> second = new ArrayList<>();
        for (int w = 0; w < scales * orientations; w++) {
            Wavelet one = new Wavelet(w / orientations, w % orientations);
            first.add(new ScatteringPath(List.of(one)));
            for (int v = (one.scale() + 1) * orientations; v < scales * orientations; v++) {
                second.add(new ScatteringPath(List.of(one, new Wavelet(v / orientations, v % orientations))));
            }
        }
        List<ScatteringPath> paths = new ArrayList<>(List.of(new ScatteringPath(List.of())));
        paths.addAll(first);
        paths.addAll(second);
        return List.copyOf(paths);
    }

    /**
     * The paths, in the order of the coefficients: order 0, then 1, then 2, each by scale and orientation, as Kymatio has them.
     *
     * @return at least two
     */
    public List<ScatteringPath> paths() {
        return paths;
    }

    /**
     * Samples along each axis of an image.
     *
     * @return as given
     */
    public int edge() {
        return grid.edge();
    }

    /**
     * The number of axes.
     *
     * @return 2 or 3
     */
    public int dimensions() {
        return grid.dimensions();
    }

    /**
     * Coefficients of a path along each axis.
     *
     * @return {@code ⌊edge / 2ᴶ⌋}
     */
    public int outputs() {
        return grid.outputs();
    }

    /**
     * Everything that decides about the coefficients; there are no weights beside it.
     *
     * @return name to value
     */
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("wavelets", bank.label() + "; sigma 0.8 · 2^j, xi 3/4 π · 2^-j");
        settings.put("averaging", "Gaussian, sigma 0.8 · 2^(J - 1), every 2^J samples");
        settings.put("scales", Integer.toString(grid.scales()));
        settings.put("padding", "reflection to " + grid.padded() + " samples per axis");
        return settings;
    }

    /**
     * The coefficients of an image.
     *
     * @param image samples in the order slice (three dimensions only), row, column; finite; not modified
     * @return per path in the order of {@link #paths()}: its coefficients in the same order as the image's samples, without unit of
     *     their own: all are in the image's
     * @throws IllegalArgumentException where the number of samples does not fit or one is not finite
     */
    public double[][] coefficients(float[] image) {
        int expected = PaddedGrid.power(grid.edge(), grid.dimensions());
        if (image.length != expected) {
            throw new IllegalArgumentException("the scattering network takes images of " + expected + " samples, " + grid.edge()
                    + " along each of " + grid.dimensions() + " axes, was " + image.length);
        }
        for (int i = 0; i < image.length; i++) {
            if (!Float.isFinite(image[i])) {
                throw new IllegalArgumentException("the samples of an image must be finite, was " + image[i] + " at index " + i);
            }
        }
        return new ScatteringPass(grid, bank, averaging).of(image, paths.size());
    }
}
