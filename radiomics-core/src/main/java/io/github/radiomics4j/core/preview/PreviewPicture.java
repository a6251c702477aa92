package io.github.radiomics4j.core.preview;

import java.util.Arrays;

/** A small picture of one slice: 255 greys, and a colour for the outline of the region. Immutable. */
public final class PreviewPicture {
    /** The level of the brightest grey; black is 0. */
    public static final int WHITE = 254;
    /** The level of pixels of the outline. */
    public static final int OUTLINE = 255;

    private final ViewPlane plane;
    private final int slice;
    private final int width;
    private final int height;
    private final byte[] levels;

    PreviewPicture(ViewPlane plane, int slice, int width, int height, byte[] levels) {
        this.plane = plane;
        this.slice = slice;
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    /**
     * The plane that is shown.
     *
     * @return the plane
     */
    public ViewPlane plane() {
        return plane;
    }

    /**
     * The slice that is shown.
     *
     * @return its index along the grid's axis that runs through the picture, from 0
     */
    public int slice() {
        return slice;
    }

    /**
     * Pixels per row.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * Rows.
     *
     * @return at least 1
     */
    public int height() {
        return height;
    }

    /**
     * A pixel.
     *
     * @param x column from the left, 0 to width − 1
     * @param y row from above, 0 to height − 1
     * @return 0 (black) to {@link #WHITE}, or {@link #OUTLINE}
     */
    public int level(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IllegalArgumentException("a picture of " + width + " × " + height + " pixels has none at (" + x + ", " + y + ")");
        }
        return levels[x + width * y] & 0xFF;
    }

    /**
     * The picture as a file.
     *
     * @return a PNG of 8 bits per pixel with a palette, a fresh array; the pixels are the same everywhere, the bytes on one Java runtime,
     *     whose compression they come from
     */
    public byte[] png() {
        return PalettePng.of(levels, width, height);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PreviewPicture p && plane == p.plane && slice == p.slice && width == p.width && height == p.height
                && Arrays.equals(levels, p.levels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * plane.hashCode() + slice) + Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return plane + " slice " + slice + ", " + width + " × " + height + " pixels";
    }
}
