package io.github.radiomics4j.core.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps from the middle of one plane of a window, of constant x, in a bordered grid. A window moves by one voxel along x where one plane
 * enters and another leaves.
 *
 * @param voxels to each voxel of the plane
 * @param within to both voxels of each pair of neighbours within the plane, one pair after the other
 * @param across the same for pairs of a voxel of the plane and one of the next plane
 */
record WindowPlane(int[] voxels, int[] within, int[] across) {

    static WindowPlane of(Window window, int rowStride, int sliceStride) {
        List<Integer> voxels = new ArrayList<>();
        List<Integer> within = new ArrayList<>();
        List<Integer> across = new ArrayList<>();
        for (int z = -window.sliceRadius(); z <= window.sliceRadius(); z++) {
            for (int y = -window.radius(); y <= window.radius(); y++) {
                int here = y * rowStride + z * sliceStride;
                voxels.add(here);
                for (int dz = -1; dz <= 1; dz++) {
                    for (int dy = -1; dy <= 1; dy++) {
                        if (Math.abs(y + dy) <= window.radius() && Math.abs(z + dz) <= window.sliceRadius()) {
                            int step = dy * rowStride + dz * sliceStride;
                            across.addAll(List.of(here, here + step + 1));
                            if (dz > 0 || dz == 0 && dy > 0) {
                                within.addAll(List.of(here, here + step));
                            }
                        }
                    }
                }
            }
        }
        return new WindowPlane(array(voxels), array(within), array(across));
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
