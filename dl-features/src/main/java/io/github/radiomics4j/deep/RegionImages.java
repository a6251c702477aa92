package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import java.util.ArrayList;
import java.util.List;

/** The images of a region that a network is given: squares or one cube. */
interface RegionImages {

    /** 2 for squares, 3 for a cube. */
    int dimensions();

    /** The name used in settings. */
    String label();

    /** Normalised images of {@code size} samples along each edge, x fastest; at least one. */
    List<float[]> of(ScalarImage image, Mask mask, IntensityNormalisation normalisation, int size);

    static RegionImages slices(RegionSampling sampling) {
        return new Squares(sampling);
    }

    static RegionImages cube(CubeSampling sampling) {
        return new Cube(sampling);
    }

    /** One square per slice. */
    record Squares(RegionSampling sampling) implements RegionImages {
        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public String label() {
            return sampling.label();
        }

        @Override
        public List<float[]> of(ScalarImage image, Mask mask, IntensityNormalisation normalisation, int size) {
            RegionSlices slices = RegionSlices.of(image, mask, sampling, normalisation, size);
            List<float[]> squares = new ArrayList<>();
            for (int s = 0; s < slices.count(); s++) {
                float[] square = new float[size * size];
                slices.copy(s, square, 0);
                squares.add(square);
            }
            return squares;
        }
    }

    /** The cube around the region. */
    record Cube(CubeSampling sampling) implements RegionImages {
        @Override
        public int dimensions() {
            return 3;
        }

        @Override
        public String label() {
            return sampling.label();
        }

        @Override
        public List<float[]> of(ScalarImage image, Mask mask, IntensityNormalisation normalisation, int size) {
            return List.of(RegionCube.of(image, mask, sampling, normalisation, size));
        }
    }
}
