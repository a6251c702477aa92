package io.github.radiomics4j.benchmarks.oracle;

import io.github.radiomics4j.core.feature.Aggregation;
import java.util.ArrayList;
import java.util.List;

/**
 * The slices and steps that share one matrix.
 *
 * @param first slice from 0
 * @param last slice, inclusive
 * @param steps x, y, z each: for matrices with direction one of each pair of opposite steps, otherwise all neighbours
 */
record Part(int first, int last, List<int[]> steps) {

    /** The parts of an aggregation, one per matrix. */
    static List<Part> of(Aggregation aggregation, int slices, int distance) {
        List<int[]> plane = steps(distance, 0);
        List<int[]> volume = steps(distance, distance);
        List<Part> parts = new ArrayList<>();
        switch (aggregation) {
            case TWO_D_AVERAGED -> perSlice(slices, singles(forwards(plane)), parts);
            case TWO_D_SLICE_MERGED -> perSlice(slices, List.of(forwards(plane)), parts);
            case TWO_HALF_D_DIRECTION_MERGED -> singles(forwards(plane)).forEach(s -> parts.add(new Part(0, slices - 1, s)));
            case TWO_HALF_D_MERGED -> parts.add(new Part(0, slices - 1, forwards(plane)));
            case THREE_D_AVERAGED -> singles(forwards(volume)).forEach(s -> parts.add(new Part(0, slices - 1, s)));
            case THREE_D_MERGED -> parts.add(new Part(0, slices - 1, forwards(volume)));
            case TWO_D -> perSlice(slices, List.of(plane), parts);
            case TWO_HALF_D -> parts.add(new Part(0, slices - 1, plane));
            case THREE_D -> parts.add(new Part(0, slices - 1, volume));
            case VOLUME -> throw new IllegalArgumentException("there is no matrix of the volume");
        }
        return parts;
    }

    private static void perSlice(int slices, List<List<int[]>> steps, List<Part> parts) {
        for (int z = 0; z < slices; z++) {
            for (List<int[]> s : steps) {
                parts.add(new Part(z, z, s));
            }
        }
    }

    private static List<List<int[]>> singles(List<int[]> steps) {
        return steps.stream().map(List::of).toList();
    }

    /** All steps within a distance but the one to the voxel itself. */
    private static List<int[]> steps(int distance, int distanceAlongZ) {
        List<int[]> steps = new ArrayList<>();
        for (int z = -distanceAlongZ; z <= distanceAlongZ; z++) {
            for (int y = -distance; y <= distance; y++) {
                for (int x = -distance; x <= distance; x++) {
                    if (x != 0 || y != 0 || z != 0) {
                        steps.add(new int[] {x, y, z});
                    }
                }
            }
        }
        return steps;
    }

    private static List<int[]> forwards(List<int[]> steps) {
        return steps.stream().filter(s -> s[2] > 0 || s[2] == 0 && (s[1] > 0 || s[1] == 0 && s[0] > 0)).toList();
    }
}
