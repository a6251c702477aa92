package io.github.radiomics4j.deep.scattering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The directions in which the wavelets of space oscillate. A wavelet serves its direction and the opposite one. */
public enum SpaceDirections {
    /** The three axes: x, y, z. */
    AXES,
    /** The thirteen directions to the 26 neighbours of a voxel, as grey level co-occurrence has them. */
    NEIGHBOURS;

    /**
     * A direction in steps along the axes of the crop.
     *
     * @param x −1, 0 or 1
     * @param y −1, 0 or 1
     * @param z −1, 0 or 1
     */
    public record Step(int x, int y, int z) {
    }

    /**
     * The directions in the order of the wavelets' orientations.
     *
     * @return for the axes x, y, z; for the neighbours (1,0,0), then y = 1, then z = 1, each with x, and y, rising from −1
     */
    public List<Step> steps() {
        if (this == AXES) {
            return List.of(new Step(1, 0, 0), new Step(0, 1, 0), new Step(0, 0, 1));
        }
        List<Step> steps = new ArrayList<>(List.of(new Step(1, 0, 0)));
        for (int x = -1; x <= 1; x++) {
            steps.add(new Step(x, 1, 0));
        }
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) {
                steps.add(new Step(x, y, 1));
            }
        }
        return List.copyOf(steps);
    }

    /**
     * The name used in settings.
     *
     * @return {@code axes} or {@code neighbours}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
