package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which planes a sampling takes of a region, and the region's rectangle in each. */
final class RegionPlanes {

    private RegionPlanes() {
    }

    static List<PlaneBox> chosen(Mask mask, IndexBox box, RegionSampling sampling) {
        return switch (sampling.slices()) {
            case LARGEST -> List.of(largest(PlaneAxes.XY, mask, box, sampling));
            case EACH -> each(mask, box, sampling);
            case ORTHOGONAL -> {
                List<PlaneBox> planes = new ArrayList<>();
                for (PlaneAxes axes : PlaneAxes.values()) {
                    planes.add(largest(axes, mask, box, sampling));
                }
                yield planes;
            }
        };
    }

    /** The plane of most voxels, of several the first. */
    private static PlaneBox largest(PlaneAxes axes, Mask mask, IndexBox box, RegionSampling sampling) {
        int[] areas = axes.areas(mask, box);
        int largest = largest(areas);
        requireVoxels(areas[largest], axes, sampling);
        return around(axes, mask, box, new int[] {largest}).get(0);
    }

    private static List<PlaneBox> each(Mask mask, IndexBox box, RegionSampling sampling) {
        int[] areas = PlaneAxes.XY.areas(mask, box);
        requireVoxels(areas[largest(areas)], PlaneAxes.XY, sampling);
        return around(PlaneAxes.XY, mask, box,
                IntStream.range(0, areas.length).filter(z -> areas[z] >= sampling.minimumVoxels()).toArray());
    }

    private static int largest(int[] areas) {
        int largest = 0;
        for (int i = 1; i < areas.length; i++) {
            if (areas[i] > areas[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static void requireVoxels(int area, PlaneAxes axes, RegionSampling sampling) {
        if (area < sampling.minimumVoxels()) {
            throw new InvalidInputException(Problem.EMPTY_MASK, "the region is too small: a slice must hold at least "
                    + sampling.minimumVoxels() + " of its voxels, the largest one" + (axes == PlaneAxes.XY ? "" : " of its planes " + axes)
                    + " holds " + area + "; ask for fewer (slicesOfAtLeast) or leave the case out");
        }
    }

    /** The smallest rectangle around the region in all of some planes together, in each of them. */
    private static List<PlaneBox> around(PlaneAxes axes, Mask mask, IndexBox box, int[] planes) {
        GridSize size = box.size();
        int columns = size.along(axes.columns());
        int minColumn = columns;
        int minRow = size.along(axes.rows());
        int maxColumn = -1;
        int maxRow = -1;
        for (int plane : planes) {
            byte[] inside = mask.copy(axes.plane(box, plane));
            for (int i = 0; i < inside.length; i++) {
                if (inside[i] != 0) {
                    minColumn = Math.min(minColumn, i % columns);
                    maxColumn = Math.max(maxColumn, i % columns);
                    minRow = Math.min(minRow, i / columns);
                    maxRow = Math.max(maxRow, i / columns);
                }
            }
        }
        int column = box.min(axes.columns());
        int row = box.min(axes.rows());
        List<PlaneBox> around = new ArrayList<>();
        for (int plane : planes) {
            around.add(new PlaneBox(axes, box.min(axes.across()) + plane, column + minColumn, row + minRow, column + maxColumn,
                    row + maxRow));
        }
        return around;
    }
}
