package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.Locale;

/**
 * The box of a region with a margin around it, which may reach beyond the grid: there nothing is inside. An axis of one voxel has no
 * margin. Values are 1 inside and 0 outside, x fastest.
 */
final class MaskPatch {
    private final Mask mask;
    private final ImageGeometry geometry;
    private final int[] from;
    private final int[] size;
    private final byte[] inside;

    private MaskPatch(Mask mask, ImageGeometry geometry, int[] from, int[] size, byte[] inside) {
        this.mask = mask;
        this.geometry = geometry;
        this.from = from;
        this.size = size;
        this.inside = inside;
    }

    /** The patch with a margin of a length, and of one voxel at least. */
    static MaskPatch around(Mask mask, double millimetres, String name) {
        ImageGeometry geometry = mask.geometry().orElseThrow(() -> new InvalidInputException(Problem.NO_GEOMETRY, name
                + " is measured in mm, but the mask does not know its voxel size: put it on the grid of its image,"
                + " mask.at(image.geometry())"));
        IndexBox box = mask.boundingBox();
        int[] from = new int[3];
        int[] size = new int[3];
        long voxels = 1;
        for (int axis = 0; axis < 3; axis++) {
            // A margin of the whole grid reaches everything.
            double reach = Math.ceil(millimetres / geometry.spacing().along(axis));
            int margin = mask.size().along(axis) == 1 ? 0 : (int) Math.min(mask.size().along(axis), Math.max(1, reach));
            from[axis] = box.min(axis) - margin;
            size[axis] = box.max(axis) + margin - from[axis] + 1;
            voxels *= size[axis];
        }
        requireFits(voxels, name);
        byte[] inside = new byte[(int) voxels];
        MaskPatch patch = new MaskPatch(mask, geometry, from, size, inside);
        byte[] region = mask.copy(box);
        GridSize rows = box.size();
        for (int z = 0; z < rows.z(); z++) {
            for (int y = 0; y < rows.y(); y++) {
                System.arraycopy(region, rows.x() * (y + rows.y() * z), inside,
                        patch.index(box.minX() - from[0], box.minY() - from[1] + y, box.minZ() - from[2] + z), rows.x());
            }
        }
        return patch;
    }

    private static void requireFits(long voxels, String name) {
        if (voxels > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(Problem.RESOURCE_LIMIT, name + " needs an array of " + voxels + " voxels, at most "
                    + (Integer.MAX_VALUE - 8) + " are possible");
        }
    }

    int index(int x, int y, int z) {
        return x + size[0] * (y + size[1] * z);
    }

    /** Voxels along an axis. */
    int size(int axis) {
        return size[axis];
    }

    int voxels() {
        return inside.length;
    }

    VoxelSpacing spacing() {
        return geometry.spacing();
    }

    /** Not to be written. */
    byte[] inside() {
        return inside;
    }

    /** 1 where the region is not. */
    byte[] outside() {
        byte[] outside = new byte[inside.length];
        for (int i = 0; i < outside.length; i++) {
            outside[i] = (byte) (1 - inside[i]);
        }
        return outside;
    }

    /** The mask with another content of the patch; what lies beyond the grid is cut off. */
    Mask with(byte[] changed, String name) {
        GridSize grid = mask.size();
        requireFits(grid.voxels(), name);
        byte[] whole = new byte[(int) grid.voxels()];
        int fromX = Math.max(0, from[0]);
        int toX = Math.min(grid.x(), from[0] + size[0]);
        int left = 0;
        for (int z = Math.max(0, from[2]); z < Math.min(grid.z(), from[2] + size[2]); z++) {
            for (int y = Math.max(0, from[1]); y < Math.min(grid.y(), from[1] + size[1]); y++) {
                int source = index(fromX - from[0], y - from[1], z - from[2]);
                int target = fromX + grid.x() * (y + grid.y() * z);
                for (int x = 0; x < toX - fromX; x++) {
                    whole[target + x] = changed[source + x];
                    left += changed[source + x];
                }
            }
        }
        if (left == 0) {
            throw new InvalidInputException(Problem.EMPTY_MASK, name + " leaves no voxel of the region: 0 mm³ of "
                    + String.format(Locale.ROOT, "%.6g", count() * spacing().voxelVolume()) + " mm³ (" + count() + " voxels of " + spacing()
                    + ") are left; take a smaller change, or leave the case out");
        }
        return Mask.of(whole, grid).at(geometry);
    }

    private long count() {
        long count = 0;
        for (byte voxel : inside) {
            count += voxel;
        }
        return count;
    }
}
