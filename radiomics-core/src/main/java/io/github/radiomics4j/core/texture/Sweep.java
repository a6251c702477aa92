package io.github.radiomics4j.core.texture;

import io.github.radiomics4j.core.feature.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which slices and directions share one matrix.
 *
 * @param firstSlice from 0
 * @param lastSlice inclusive
 * @param directions within the slices, or through the volume
 */
record Sweep(int firstSlice, int lastSlice, List<Direction> directions) {

    /** The sweeps of an aggregation, one per matrix; features are averaged over them. */
    static List<Sweep> perMatrix(Aggregation aggregation, int slices, int distance) {
        List<Direction> inPlane = Direction.inPlane(distance);
        List<Direction> volume = Direction.volume(distance);
        return switch (aggregation) {
            case TWO_D_AVERAGED -> IntStream.range(0, slices).boxed()
                    .flatMap(z -> inPlane.stream().map(d -> new Sweep(z, z, List.of(d)))).toList();
            case TWO_D_SLICE_MERGED -> IntStream.range(0, slices).mapToObj(z -> new Sweep(z, z, inPlane)).toList();
            case TWO_HALF_D_DIRECTION_MERGED -> eachDirection(inPlane, slices);
            case TWO_HALF_D_MERGED -> List.of(new Sweep(0, slices - 1, inPlane));
            case THREE_D_AVERAGED -> eachDirection(volume, slices);
            case THREE_D_MERGED -> List.of(new Sweep(0, slices - 1, volume));
            case TWO_D, TWO_HALF_D, THREE_D, VOLUME ->
                throw new IllegalArgumentException("matrices of this family have directions, " + aggregation.label() + " has none");
        };
    }

    /**
     * The sweeps of an aggregation without direction, one per matrix; the directions then say which neighbours there are, each with its
     * opposite.
     */
    static List<Sweep> perUndirectedMatrix(Aggregation aggregation, int slices, int distance) {
        List<Direction> inPlane = Direction.inPlane(distance);
        return switch (aggregation) {
            case TWO_D -> IntStream.range(0, slices).mapToObj(z -> new Sweep(z, z, inPlane)).toList();
            case TWO_HALF_D -> List.of(new Sweep(0, slices - 1, inPlane));
            case THREE_D -> List.of(new Sweep(0, slices - 1, Direction.volume(distance)));
            case TWO_D_AVERAGED, TWO_D_SLICE_MERGED, TWO_HALF_D_DIRECTION_MERGED, TWO_HALF_D_MERGED, THREE_D_AVERAGED, THREE_D_MERGED,
                    VOLUME ->
                throw new IllegalArgumentException("matrices of this family have no direction, ask for 2d, 2.5d or 3d instead of "
                        + aggregation.label());
        };
    }

    boolean hasSlicesOf(Sweep other) {
        return firstSlice == other.firstSlice && lastSlice == other.lastSlice;
    }

    private static List<Sweep> eachDirection(List<Direction> directions, int slices) {
        List<Sweep> sweeps = new ArrayList<>();
        for (Direction d : directions) {
            sweeps.add(new Sweep(0, slices - 1, List.of(d)));
        }
        return sweeps;
    }
}
