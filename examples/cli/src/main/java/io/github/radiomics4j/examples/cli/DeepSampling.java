package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.deep.CubeSampling;
import io.github.radiomics4j.deep.ImageSampling;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;
import java.util.List;
import java.util.function.DoubleFunction;

/** The parts of an image that a network may be shown: one entry here, and one row of the table in {@code docs/cli.md}. */
final class DeepSampling {
    private static final String MARGIN = "margin";
    private static final String MASKED = "masked";
    private static final String MINIMUM_VOXELS = "minimumVoxels";

    private DeepSampling() { }

    /**
     * All of them.
     *
     * @return in the order of the help
     */
    static List<RecipeKind<ImageSampling>> all() {
        return List.of(squares("largest_slice", RegionSampling::largestSlice), squares("every_slice", RegionSampling::eachSlice),
                squares("three_planes", RegionSampling::orthogonalPlanes),
                new RecipeKind<>("cube", List.of(MARGIN, MASKED), "{margin: 0, masked: false}",
                        p -> new CubeSampling(p.number(MARGIN, 0),
                                p.flag(MASKED, false) ? Surroundings.MASKED : Surroundings.CONTEXT)));
    }

    private static RecipeKind<ImageSampling> squares(String name, DoubleFunction<RegionSampling> ofMargin) {
        return new RecipeKind<>(name, List.of(MARGIN, MASKED, MINIMUM_VOXELS), "{margin: 0, masked: false, minimumVoxels: 1}", p -> {
            RegionSampling squares = ofMargin.apply(p.number(MARGIN, 0)).slicesOfAtLeast(p.whole(MINIMUM_VOXELS, 1));
            return p.flag(MASKED, false) ? squares.masked() : squares;
        });
    }
}
