package io.github.radiomics4j.core.image;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.ByteType;

/**
 * A region of interest: which voxels of a grid belong to it. A read-only view of the caller's pixels. A mask that was made
 * without a geometry lies, by definition, on the grid of the image that it is used with.
 */
public final class Mask {
    /** Image and mask lie on one grid when no corner voxel is displaced by more than this part of the smallest voxel edge. */
    public static final double GRID_TOLERANCE = 0.01;

    private static final int LABELS_SHOWN = 20;

    private final Supplier<RandomAccessibleInterval<ByteType>> inside;
    private final BoxReader boxes;
    private final GridSize size;
    private final Optional<ImageGeometry> geometry;

    Mask(RandomAccessibleInterval<ByteType> inside, Optional<ImageGeometry> geometry) {
        this(() -> inside, (box, into) -> ScalarImage.copy(inside, box, into), ScalarImage.sizeOf(inside), geometry);
    }

    private Mask(Supplier<RandomAccessibleInterval<ByteType>> inside, BoxReader boxes, GridSize size, Optional<ImageGeometry> geometry) {
        this.inside = inside;
        this.boxes = boxes;
        this.size = size;
        this.geometry = geometry;
    }

    /** Copies the membership in a box, x fastest. */
    private interface BoxReader {
        void read(IndexBox box, byte[] into);
    }

    /**
     * The voxels that are true.
     *
     * @param inside 2D or 3D, axes x, y(, z); not modified, not copied
     * @param <B> any boolean pixel type
     * @return the mask, on the grid of the image it is used with
     */
    public static <B extends BooleanType<B>> Mask of(RandomAccessibleInterval<B> inside) {
        return new Mask(Converters.convert(ScalarImage.asVolume(inside, "mask"), (in, out) -> out.set((byte) (in.get() ? 1 : 0)),
                new ByteType()), Optional.empty());
    }

    /**
     * The voxels that carry a label.
     *
     * @param labels 2D or 3D, axes x, y(, z); not modified, not copied
     * @param label the value that the region's voxels hold
     * @param <L> any integer pixel type
     * @return the mask, on the grid of the image it is used with; empty where the label does not occur, which extraction refuses
     */
    public static <L extends IntegerType<L>> Mask ofLabel(RandomAccessibleInterval<L> labels, int label) {
        return new Mask(Converters.convert(ScalarImage.asVolume(labels, "mask"),
                (in, out) -> out.set((byte) (in.getIntegerLong() == label ? 1 : 0)), new ByteType()), Optional.empty());
    }

    /**
     * The voxels of a label image, as a reader gives it, that carry a label.
     *
     * @param labels an image whose values are whole numbers
     * @param label the value that the region's voxels hold
     * @return the mask, on the grid of the label image
     * @throws InvalidInputException MASK_NOT_LABEL where a value is NaN or a fraction, EMPTY_MASK where all voxels are 0,
     *     LABEL_ABSENT where the label does not occur (the message names those that do)
     */
    public static Mask ofLabel(ScalarImage labels, int label) {
        SortedSet<Long> present = labelsIn(labels);
        if (present.isEmpty()) {
            throw new InvalidInputException(Problem.EMPTY_MASK, "the mask is empty: all " + labels.size().voxels() + " voxels are 0");
        }
        if (!present.contains((long) label)) {
            throw new InvalidInputException(Problem.LABEL_ABSENT, "label " + label + " does not occur in the mask; these do: " + list(present));
        }
        return new Mask(() -> Converters.convert(labels.samples(),
                (in, out) -> out.set((byte) (in.get() == label ? 1 : 0)), new ByteType()),
                (box, into) -> MaskRows.copyLabel(labels, label, box, into), labels.size(), Optional.of(labels.geometry()));
    }

    /**
     * A mask over an array.
     *
     * @param inside 1 for voxels of the region, 0 for others, index {@code x + nx (y + ny z)}; not modified, not copied
     * @param size voxels along each axis
     * @return the mask, on the grid of the image it is used with
     */
    public static Mask of(byte[] inside, GridSize size) {
        if (inside.length != size.voxels()) {
            throw new IllegalArgumentException("mask of " + size + " needs " + size.voxels() + " values, got " + inside.length);
        }
        return new Mask(() -> Converters.convert(
                (RandomAccessibleInterval<ByteType>) ArrayImgs.bytes(inside, size.x(), size.y(), size.z()),
                (in, out) -> out.set((byte) (in.get() != 0 ? 1 : 0)), new ByteType()),
                (box, into) -> MaskRows.copy(inside, size, box, into), size, Optional.empty());
    }

    /**
     * The same voxels, on a grid of known place.
     *
     * @param where the geometry that the mask's own header states
     * @return the mask
     */
    public Mask at(ImageGeometry where) {
        return new Mask(inside, boxes, size, Optional.of(where));
    }

    /**
     * The labels of a label image.
     *
     * @param labels an image whose values are whole numbers
     * @return all values but 0, ascending
     * @throws InvalidInputException MASK_NOT_LABEL where a value is NaN or a fraction
     */
    public static SortedSet<Long> labelsIn(ScalarImage labels) {
        SortedSet<Long> present = new TreeSet<>();
        GridSize size = labels.size();
        for (int z = 0; z < size.z(); z++) {
            double[] slice = labels.copy(new IndexBox(0, 0, z, size.x() - 1, size.y() - 1, z));
            for (int y = 0; y < size.y(); y++) {
                MaskRows.addLabels(slice, size.x(), y, z, present);
            }
        }
        return present;
    }

    private static String list(SortedSet<Long> labels) {
        StringBuilder text = new StringBuilder();
        labels.stream().limit(LABELS_SHOWN).forEach(l -> text.append(text.isEmpty() ? "" : ", ").append(l));
        return labels.size() > LABELS_SHOWN ? text + " and " + (labels.size() - LABELS_SHOWN) + " more" : text.toString();
    }

    /**
     * Membership as numbers: 1 inside, 0 outside.
     *
     * @return 3D, zero-min, axes x, y, z; meant for reading
     */
    public RandomAccessibleInterval<ByteType> inside() {
        return inside.get();
    }

    /**
     * Where the mask's own source says that it lies.
     *
     * @return empty for masks made in memory without a geometry
     */
    public Optional<ImageGeometry> geometry() {
        return geometry;
    }

    /**
     * The number of voxels along each axis.
     *
     * @return at least 1 each
     */
    public GridSize size() {
        return size;
    }

    /**
     * A copy of the membership in a box.
     *
     * @param box inside the grid, of fewer than 2³¹ voxels
     * @return 1 inside, 0 outside; x fastest, then y, then z
     */
    public byte[] copy(IndexBox box) {
        byte[] values = new byte[Math.toIntExact(box.size().voxels())];
        boxes.read(box, values);
        return values;
    }

    /**
     * The smallest box that holds the region.
     *
     * @return the box
     * @throws InvalidInputException EMPTY_MASK where no voxel belongs to the region
     */
    public IndexBox boundingBox() {
        int[] min = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] max = {-1, -1, -1};
        for (int z = 0; z < size.z(); z++) {
            byte[] slice = copy(new IndexBox(0, 0, z, size.x() - 1, size.y() - 1, z));
            for (int y = 0; y < size.y(); y++) {
                int row = y * size.x();
                int first = MaskRows.firstInside(slice, row, size.x());
                if (first == size.x()) {
                    continue;
                }
                min[0] = Math.min(min[0], first);
                max[0] = Math.max(max[0], MaskRows.lastInside(slice, row, size.x()));
                min[1] = Math.min(min[1], y);
                max[1] = Math.max(max[1], y);
                min[2] = Math.min(min[2], z);
                max[2] = z;
            }
        }
        if (max[0] < 0) {
            throw new InvalidInputException(Problem.EMPTY_MASK, "the mask is empty: none of its " + size.voxels()
                    + " voxels belongs to the region");
        }
        return new IndexBox(min[0], min[1], min[2], max[0], max[1], max[2]);
    }

    /**
     * Checks that the mask lies on the grid of an image: equal size and, where the mask knows its place, corner voxels within
     * {@link #GRID_TOLERANCE} of the smallest voxel edge.
     *
     * @param image the image that will be measured
     * @throws InvalidInputException GEOMETRY_MISMATCH with both grids in the message
     */
    public void requireOnGridOf(ScalarImage image) {
        if (!isOnGridOf(image)) {
            throw new InvalidInputException(Problem.GEOMETRY_MISMATCH, (size.equals(image.size())
                    ? "mask and image have the same size but lie in different places"
                    : "mask is " + size + " but image is " + image.size() + ": both must lie on the same grid") + "; mask "
                    + geometry.map(ImageGeometry::toString).orElse("without a geometry of its own") + "; image " + image.geometry()
                    + "; corners may differ by at most " + tolerance(image) + " mm. Take the mask that was drawn on this image, or bring "
                    + "it over with MaskTransfer.resampleMaskToImage");
        }
    }

    boolean isOnGridOf(ScalarImage image) {
        return size.equals(image.size())
                && (geometry.isEmpty() || geometry.get().coincidesWith(image.geometry(), size, tolerance(image)));
    }

    private static double tolerance(ScalarImage image) {
        VoxelSpacing s = image.geometry().spacing();
        return GRID_TOLERANCE * Math.min(s.x(), Math.min(s.y(), s.z()));
    }

    @Override
    public String toString() {
        return "mask " + size + geometry.map(g -> ", " + g).orElse("");
    }
}
