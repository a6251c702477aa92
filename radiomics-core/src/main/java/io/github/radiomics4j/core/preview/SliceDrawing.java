package io.github.radiomics4j.core.preview;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;

/** Pixels from the voxels of one slice: greys between voxel centres, the outline along voxel edges. */
final class SliceDrawing {
    private final SliceAxes axes;
    private final GridSize window;
    private final double[] greys;
    private final byte[] inside;

    /** Greys and membership of a window's voxels, x fastest. */
    SliceDrawing(SliceAxes axes, GridSize window, double[] greys, byte[] inside) {
        this.axes = axes;
        this.window = window;
        this.greys = greys;
        this.inside = inside;
    }

    PreviewPicture picture(ViewPlane plane, int slice, VoxelSpacing spacing, int longestSide) {
        double wide = window.along(axes.across()) * SliceAxes.spacing(spacing, axes.across());
        double high = window.along(axes.down()) * SliceAxes.spacing(spacing, axes.down());
        double pixel = Math.max(wide, high) / longestSide;
        int width = (int) Math.max(1, Math.round(wide / pixel));
        int height = (int) Math.max(1, Math.round(high / pixel));
        boolean[] region = region(width, height);
        byte[] levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                levels[x + width * y] = (byte) (isBorder(region, x, y, width, height) ? PreviewPicture.OUTLINE
                        : Math.round(grey(place(x, width, axes.across()), place(y, height, axes.down()))));
            }
        }
        return new PreviewPicture(plane, slice, width, height, levels);
    }

    /** The centre of a pixel, in voxels from the centre of the window's first. */
    private double place(int pixel, int pixels, int axis) {
        return (pixel + 0.5) * window.along(axis) / pixels - 0.5;
    }

    private boolean[] region(int width, int height) {
        boolean[] region = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            int row = (int) Math.floor(place(y, height, axes.down()) + 0.5);
            for (int x = 0; x < width; x++) {
                int column = (int) Math.floor(place(x, width, axes.across()) + 0.5);
                region[x + width * y] = inside[axes.index(column, row, window)] != 0;
            }
        }
        return region;
    }

    /** In the region, and beside a pixel that is not; beyond the picture nothing is in the region. */
    private static boolean isBorder(boolean[] region, int x, int y, int width, int height) {
        int at = x + width * y;
        return region[at] && (x == 0 || x == width - 1 || y == 0 || y == height - 1 || !region[at - 1] || !region[at + 1]
                || !region[at - width] || !region[at + width]);
    }

    /** Linear between the four voxels around a place; beyond the outer centres as there. */
    private double grey(double across, double down) {
        int columns = window.along(axes.across());
        int rows = window.along(axes.down());
        int x0 = (int) Math.max(0, Math.min(columns - 1, Math.floor(across)));
        int y0 = (int) Math.max(0, Math.min(rows - 1, Math.floor(down)));
        int x1 = Math.min(columns - 1, x0 + 1);
        int y1 = Math.min(rows - 1, y0 + 1);
        double tx = Math.max(0, across - x0);
        double ty = Math.max(0, down - y0);
        double above = at(x0, y0) + tx * (at(x1, y0) - at(x0, y0));
        double below = at(x0, y1) + tx * (at(x1, y1) - at(x0, y1));
        return above + ty * (below - above);
    }

    private double at(int column, int row) {
        return greys[axes.index(column, row, window)];
    }
}
