package io.github.radiomics4j.core.roi;

import io.github.radiomics4j.core.image.GridSize;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Grey levels of a box, with a border of zeros on every side, one voxel wide unless asked for wider, so that counting loops may look at
 * every neighbour without a test. Level 0 is outside the region. Immutable; {@link #bordered()} hands out the array itself, for kernels to
 * read.
 */
public final class LevelGrid {
    /** The most grey levels a region can have. */
    public static final int MAXIMUM_LEVELS = Short.MAX_VALUE;

    private final GridSize size;
    private final int border;
    private final short[] bordered;
    private final int levels;
    private final int voxels;
    private final Optional<Map<Object, Object>> derived;

    private LevelGrid(GridSize size, int border, short[] bordered, int levels, int voxels, Optional<Map<Object, Object>> derived) {
        this.derived = derived;
        this.size = size;
        this.border = border;
        this.bordered = bordered;
        this.levels = levels;
        this.voxels = voxels;
    }

    /**
     * Levels of a box.
     *
     * @param size the box
     * @param box one level per voxel, 1 to {@link #MAXIMUM_LEVELS} inside, 0 outside; index {@code x + nx (y + ny z)}; not modified
     * @return the grid; its {@link #levels()} is the highest level that occurs
     * @throws IllegalArgumentException where a level is out of range, none is above 0, or the length does not fit
     */
    public static LevelGrid of(GridSize size, int[] box) {
        if (box.length != size.voxels()) {
            throw new IllegalArgumentException("box of " + size + " needs " + size.voxels() + " levels, got " + box.length);
        }
        byte[] inside = new byte[box.length];
        for (int i = 0; i < box.length; i++) {
            inside[i] = (byte) (box[i] == 0 ? 0 : 1);
        }
        return of(BitGrid.owning(size, inside), Arrays.stream(box).filter(level -> level != 0).toArray());
    }

    /**
     * Levels of a region.
     *
     * @param region the voxels that have a level
     * @param levels one level per voxel of the region, in index order, 1 to {@link #MAXIMUM_LEVELS}; not modified
     * @return the grid; its {@link #levels()} is the highest level that occurs
     * @throws IllegalArgumentException where a level is out of range, there is none, or the length does not fit
     */
    public static LevelGrid of(BitGrid region, int[] levels) {
        if (levels.length != region.count()) {
            throw new IllegalArgumentException("region of " + region.count() + " voxels needs as many levels, got " + levels.length);
        }
        if (levels.length == 0) {
            throw new IllegalArgumentException("no voxel of the box has a grey level");
        }
        int highest = 0;
        for (int level : levels) {
            if (level < 1 || level > MAXIMUM_LEVELS) {
                throw new IllegalArgumentException("grey levels lie between 1 and " + MAXIMUM_LEVELS + ", was " + level);
            }
            highest = Math.max(highest, level);
        }
        GridSize size = region.size();
        long length = (size.x() + 2L) * (size.y() + 2L) * (size.z() + 2L);
        LevelGrid grid = new LevelGrid(size, 1, new short[Math.toIntExact(length)], highest, levels.length, Optional.empty());
        grid.put(region, levels);
        return grid;
    }

    private void put(BitGrid region, int[] regionLevels) {
        int i = 0;
        int n = 0;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                int to = rowStart(y, z);
                for (int x = 0; x < size.x(); x++) {
                    if (region.contains(i++)) {
                        bordered[to + x] = (short) regionLevels[n++];
                    }
                }
            }
        }
    }

    /**
     * The same levels with a wider border, for kernels that look further than to the next voxel.
     *
     * @param width in voxels, at least 1
     * @return the grid, or this one where its border is as wide already
     */
    public LevelGrid withBorder(int width) {
        if (width <= border) {
            return this;
        }
        long length = (size.x() + 2L * width) * (size.y() + 2L * width) * (size.z() + 2L * width);
        LevelGrid wider = new LevelGrid(size, width, new short[Math.toIntExact(length)], levels, voxels, Optional.empty());
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                System.arraycopy(bordered, rowStart(y, z), wider.bordered, wider.rowStart(y, z), size.x());
            }
        }
        return wider;
    }

    /**
     * The box without its border.
     *
     * @return voxels along each axis
     */
    public GridSize size() {
        return size;
    }

    /**
     * The number of grey levels N<sub>g</sub>: the highest level in the region; lower ones may be empty.
     *
     * @return at least 1
     */
    public int levels() {
        return levels;
    }

    /**
     * The number of voxels in the region.
     *
     * @return at least 1
     */
    public int voxels() {
        return voxels;
    }

    /**
     * The number of voxels of the region in some slices.
     *
     * @param firstSlice from 0
     * @param lastSlice inclusive
     * @return at least 0
     */
    public int voxels(int firstSlice, int lastSlice) {
        int count = 0;
        for (int v = sliceStride() * (firstSlice + border); v < sliceStride() * (lastSlice + 1 + border); v++) {
            count += bordered[v] == 0 ? 0 : 1;
        }
        return count;
    }

    /**
     * Step from a voxel of {@link #bordered()} to the next row.
     *
     * @return nx + 2 times the border
     */
    public int rowStride() {
        return size.x() + 2 * border;
    }

    /**
     * Step from a voxel of {@link #bordered()} to the next slice.
     *
     * @return (nx + 2 times the border) (ny + 2 times the border)
     */
    public int sliceStride() {
        return (size.x() + 2 * border) * (size.y() + 2 * border);
    }

    /**
     * Index in {@link #bordered()} of the first voxel of a row.
     *
     * @param y row of the box, from 0
     * @param z slice of the box, from 0
     * @return the index of voxel (0, y, z)
     */
    public int rowStart(int y, int z) {
        return border + rowStride() * (y + border) + sliceStride() * (z + border);
    }

    /**
     * The levels with their border of zeros.
     *
     * @return index {@code rowStart(y, z) + x}; the grid's own array, to be read only
     */
    public short[] bordered() {
        return bordered;
    }

    /**
     * How often each level occurs.
     *
     * @return counts at index level; length {@link #levels()} + 1, index 0 unused
     */
    public long[] histogram() {
        return histogram(0, size.z() - 1);
    }

    /**
     * How often each level occurs in some slices.
     *
     * @param firstSlice from 0
     * @param lastSlice inclusive
     * @return counts at index level; length {@link #levels()} + 1, index 0 unused
     */
    public long[] histogram(int firstSlice, int lastSlice) {
        long[] counts = new long[levels + 1];
        for (int v = sliceStride() * (firstSlice + border); v < sliceStride() * (lastSlice + 1 + border); v++) {
            counts[bordered[v]]++;
        }
        counts[0] = 0;
        return counts;
    }

    /**
     * The same levels for several kernels, which share what they derive from them.
     *
     * @return a grid that keeps what is {@link #derived} as long as it lives itself
     */
    public LevelGrid shared() {
        return new LevelGrid(size, border, bordered, levels, voxels, Optional.of(new ConcurrentHashMap<>()));
    }

    /**
     * What a kernel derives from the levels and others need as well.
     *
     * @param key tells it from all else; a type of the kernel's own
     * @param value makes it from this grid alone; immutable
     * @param <T> its type
     * @return the value, made once where the grid is {@link #shared()} and every time where it is not
     */
    @SuppressWarnings("unchecked")
    public <T> T derived(Object key, Supplier<T> value) {
        return derived.isPresent() ? (T) derived.get().computeIfAbsent(key, any -> value.get()) : value.get();
    }
}
