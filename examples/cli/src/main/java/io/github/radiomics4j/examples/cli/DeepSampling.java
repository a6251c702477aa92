package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.CubeSampling;
import io.github.radiomics4j.deep.DeepFeatureExtractor;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;
import io.github.radiomics4j.deep.ScatteringExtractor;
import java.util.List;

/** The part of an image that a network is shown: squares or a cube. */
interface DeepSampling {

    /**
     * The extractor with this sampling.
     *
     * @param extractor of a scattering network
     * @return the same, shown this part
     * @throws IllegalArgumentException where the network takes other dimensions
     */
    ScatteringExtractor applied(ScatteringExtractor extractor);

    /**
     * The extractor with this sampling.
     *
     * @param extractor of a network with layers
     * @return the same, shown this part
     * @throws IllegalArgumentException where the network takes other dimensions
     */
    DeepFeatureExtractor applied(DeepFeatureExtractor extractor);

    /**
     * The squares, for those who take nothing else.
     *
     * @return which slices
     * @throws IllegalArgumentException for a cube
     */
    RegionSampling squares();

    /**
     * The ways of sampling: one entry here, and one row of the table in {@code docs/cli.md}.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<DeepSampling>> all() {
        List<String> ofSlices = List.of("margin", "masked", "minimumVoxels");
        return List.of(
                new RecipeKind<>("largest_slice", ofSlices, "{margin: 0, masked: false, minimumVoxels: 1}",
                        p -> squares(p, RegionSampling.largestSlice(p.number("margin", 0)))),
                new RecipeKind<>("every_slice", ofSlices, "{margin: 0, masked: false, minimumVoxels: 1}",
                        p -> squares(p, RegionSampling.eachSlice(p.number("margin", 0)))),
                new RecipeKind<>("cube", List.of("margin", "masked"), "{margin: 0, masked: false}",
                        p -> new Cube(new CubeSampling(p.number("margin", 0),
                                p.flag("masked", false) ? Surroundings.MASKED : Surroundings.CONTEXT))));
    }

    private static DeepSampling squares(YamlParameters p, RegionSampling sampling) {
        RegionSampling some = sampling.slicesOfAtLeast(p.whole("minimumVoxels", 1));
        return new Squares(p.flag("masked", false) ? some.masked() : some);
    }

    /**
     * One square per slice.
     *
     * @param squares which slices, how much around the region
     */
    record Squares(RegionSampling squares) implements DeepSampling {
        @Override
        public ScatteringExtractor applied(ScatteringExtractor extractor) {
            return extractor.sampling(squares);
        }

        @Override
        public DeepFeatureExtractor applied(DeepFeatureExtractor extractor) {
            return extractor.sampling(squares);
        }
    }

    /**
     * The cube around the region.
     *
     * @param cube how much around the region
     */
    record Cube(CubeSampling cube) implements DeepSampling {
        @Override
        public ScatteringExtractor applied(ScatteringExtractor extractor) {
            return extractor.sampling(cube);
        }

        @Override
        public DeepFeatureExtractor applied(DeepFeatureExtractor extractor) {
            return extractor.sampling(squares());
        }

        @Override
        public RegionSampling squares() {
            throw new IllegalArgumentException("a cube is for scattering in 3 dimensions; this network takes squares: largest_slice or "
                    + "every_slice");
        }
    }
}
