package io.github.radiomics4j.core.image;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.view.Views;

/**
 * Brings a mask onto the grid of an image: without loss where only the order or direction of axes differs
 * ({@link #reorderToImage}), by nearest neighbours where the grids differ ({@link #resampleMaskToImage}).
 */
public final class MaskTransfer {
    /** Positions are rounded to this part of a voxel, so that rounding errors do not decide what lies half-way between two. */
    private static final double POSITION_DECIMALS = 1e6;

    private MaskTransfer() {
    }

    /**
     * The mask with its axes in the order and direction of the image's. Every voxel keeps its place in the world and its
     * membership; nothing is interpolated and nothing copied.
     *
     * @param mask the region; one without a geometry lies on the image's grid already; not modified
     * @param image the image; not modified
     * @return the same region on the image's grid; the mask itself where it lies on it as it is
     * @throws InvalidInputException GEOMETRY_MISMATCH where the mask's grid is another one, not only another order of its axes; the
     *     message has both geometries
     */
    public static Mask reorderToImage(Mask mask, ScalarImage image) {
        if (mask.geometry().isEmpty() || mask.isOnGridOf(image)) {
            mask.requireOnGridOf(image);
            return mask;
        }
        ImageGeometry from = mask.geometry().get();
        int[] axes = nearestAxes(from, image.geometry());
        if (axes[0] != axes[1] && axes[1] != axes[2] && axes[2] != axes[0]) {
            Mask reordered = reordered(mask, from, axes, image.geometry());
            if (reordered.isOnGridOf(image)) {
                return reordered.at(image.geometry());
            }
        }
        mask.requireOnGridOf(image);
        throw new IllegalStateException("a mask that is not on the image's grid was not refused");
    }

    /** For each axis of {@code to} the axis of {@code from} that runs most nearly along or against it. */
    private static int[] nearestAxes(ImageGeometry from, ImageGeometry to) {
        int[] nearest = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            for (int other = 1; other < 3; other++) {
                if (Math.abs(cosine(from, other, to, axis)) > Math.abs(cosine(from, nearest[axis], to, axis))) {
                    nearest[axis] = other;
                }
            }
        }
        return nearest;
    }

    private static double cosine(ImageGeometry a, int axisOfA, ImageGeometry b, int axisOfB) {
        return a.direction(0, axisOfA) * b.direction(0, axisOfB) + a.direction(1, axisOfA) * b.direction(1, axisOfB)
                + a.direction(2, axisOfA) * b.direction(2, axisOfB);
    }

    /** Axis {@code a} of the result is axis {@code axes[a]} of the mask, turned round where it runs against the image's. */
    private static Mask reordered(Mask mask, ImageGeometry from, int[] axes, ImageGeometry to) {
        double[] first = new double[3];
        double[] spacing = new double[3];
        double[][] direction = new double[3][3];
        RandomAccessibleInterval<ByteType> view = mask.inside();
        for (int axis = 0; axis < 3; axis++) {
            int source = axes[axis];
            boolean turned = cosine(from, source, to, axis) < 0;
            spacing[axis] = from.spacing().along(source);
            for (int row = 0; row < 3; row++) {
                direction[row][axis] = turned ? -from.direction(row, source) : from.direction(row, source);
            }
            if (turned) {
                first[source] = mask.size().along(source) - 1;
                view = Views.zeroMin(Views.invertAxis(view, source));
            }
        }
        return new Mask(permuted(view, axes), Optional.of(ImageGeometry.of(new VoxelSpacing(spacing[0], spacing[1], spacing[2]),
                from.toWorld(first[0], first[1], first[2]), direction)));
    }

    private static RandomAccessibleInterval<ByteType> permuted(RandomAccessibleInterval<ByteType> view, int[] axes) {
        int[] at = {0, 1, 2};
        RandomAccessibleInterval<ByteType> result = view;
        for (int axis = 0; axis < 2; axis++) {
            int where = axis;
            while (at[where] != axes[axis]) {
                where++;
            }
            if (where != axis) {
                result = Views.permute(result, axis, where);
                at[where] = at[axis];
                at[axis] = axes[axis];
            }
        }
        return result;
    }

    /**
     * The mask on the image's grid by nearest neighbours: voxel v of the image belongs to the region where the mask's voxel whose
     * centre is nearest to v's centre does, by position in the world. Half-way between two, the one of higher index counts. Image
     * voxels outside the mask's grid are outside the region; what of the region lies outside the image is lost.
     *
     * @param mask the region, with a geometry of its own; not modified
     * @param image the image; not modified
     * @return a mask of the image's size and geometry; empty where no voxel of the region is met
     * @throws InvalidInputException GEOMETRY_MISMATCH where no voxel of the image lies within the mask's grid, with both geometries
     * @throws IllegalArgumentException where the mask has no geometry, so that nobody knows where it lies
     */
    public static Mask resampleMaskToImage(Mask mask, ScalarImage image) {
        ImageGeometry from = mask.geometry().orElseThrow(() -> new IllegalArgumentException("a mask without a geometry lies on the image's "
                + "grid by definition; give it one (Mask.at) to resample it"));
        GridSize size = image.size();
        double[] start = index(from, image.geometry().toWorld(0, 0, 0));
        double[][] step = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            step[axis] = index(from, image.geometry().toWorld(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0));
            for (int a = 0; a < 3; a++) {
                step[axis][a] -= start[a];
            }
        }
        byte[] source = mask.copy(IndexBox.whole(mask.size()));
        byte[] inside = new byte[Math.toIntExact(size.voxels())];
        boolean overlap = false;
        int at = 0;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++, at++) {
                    int i = nearest(start[0] + step[0][0] * x + step[1][0] * y + step[2][0] * z, mask.size().x());
                    int j = nearest(start[1] + step[0][1] * x + step[1][1] * y + step[2][1] * z, mask.size().y());
                    int k = nearest(start[2] + step[0][2] * x + step[1][2] * y + step[2][2] * z, mask.size().z());
                    if (i >= 0 && j >= 0 && k >= 0) {
                        overlap = true;
                        inside[at] = source[i + mask.size().x() * (j + mask.size().y() * k)];
                    }
                }
            }
        }
        if (!overlap) {
            throw new InvalidInputException(Problem.GEOMETRY_MISMATCH, "no voxel of the image lies within the mask's grid, they are of "
                    + "different places: mask " + mask.size() + ", " + from + "; image " + size + ", " + image.geometry());
        }
        return Mask.of(inside, size).at(image.geometry());
    }

    /** Fractional voxel indices of a world position. */
    private static double[] index(ImageGeometry grid, double[] world) {
        double[] origin = grid.origin();
        double[] index = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double along = 0;
            for (int row = 0; row < 3; row++) {
                along += grid.direction(row, axis) * (world[row] - origin[row]);
            }
            index[axis] = along / grid.spacing().along(axis);
        }
        return index;
    }

    /** The nearest index, −1 outside. */
    private static int nearest(double position, int size) {
        double rounded = Math.floor(Math.rint(position * POSITION_DECIMALS) / POSITION_DECIMALS + 0.5);
        return rounded >= 0 && rounded < size ? (int) rounded : -1;
    }
}
