package io.github.radiomics4j.core.texture;

/** The neighbourhood of a voxel: all others within a Chebyshev distance. */
final class Neighbourhood {
    /** Beyond this a neighbourhood holds thousands of voxels and is no texture any more. */
    private static final int LARGEST_DISTANCE = 10;

    private Neighbourhood() {
    }

    static int requireDistance(int distance) {
        if (distance < 1 || distance > LARGEST_DISTANCE) {
            throw new IllegalArgumentException("Chebyshev distance must lie between 1 and " + LARGEST_DISTANCE + " voxels, was " + distance);
        }
        return distance;
    }

    /** The number of neighbours in the volume. */
    static int size(int distance) {
        int edge = 2 * distance + 1;
        return edge * edge * edge - 1;
    }
}
