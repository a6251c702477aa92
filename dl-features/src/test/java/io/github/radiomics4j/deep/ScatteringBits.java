package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.scattering.SpaceDirections;
import io.github.radiomics4j.deep.scattering.WaveletScattering;
import java.util.Arrays;

/** Prints the bits of scattering features in two and three dimensions, summed up by a hash; run by tests in a process of its own. */
public final class ScatteringBits {

    private ScatteringBits() { }

    public static void main(String[] arguments) {
        System.out.println(hashes());
    }

    public static String hashes() {
        return hash(ScatteringExtractor.plane().sampling(RegionSampling.orthogonalPlanes(1)).pooledOverSamplesBy(SamplePooling.values()))
                + " " + hash(ScatteringExtractor.of(WaveletScattering.ofSpace(16, 2, SpaceDirections.AXES)));
    }

    private static int hash(ScatteringExtractor extractor) {
        SyntheticCase one = SyntheticCase.of(new GridSize(30, 24, 5), 1);
        return Arrays.hashCode(extractor.extract(one.image(), one.mask()).values());
    }
}
