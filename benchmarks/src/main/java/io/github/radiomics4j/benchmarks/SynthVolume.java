package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.LevelGrid;
import net.imglib2.img.array.ArrayImgs;

/**
 * The benchmark volume {@code blob1m}: 256 × 256 × 128 voxels of 1 mm with a region of 1 000 245 voxels in one piece that does not
 * touch the border. Defined by integers alone, so that every language makes the same bytes; {@code docs/benchmarks.md} gives the
 * definition.
 */
public final class SynthVolume {
    static final int NX = 256;
    static final int NY = 256;
    static final int NZ = 128;
    static final GridSize SIZE = new GridSize(NX, NY, NZ);

    private final short[] image;
    private final byte[] mask;

    private SynthVolume(short[] image, byte[] mask) {
        this.image = image;
        this.mask = mask;
    }

    /** What the region looks like. */
    public enum Texture {
        /** Noise smoothed over 5 voxels: short runs, small zones. */
        FINE,
        /** Noise smoothed over 17 voxels and nothing added: long runs, large zones. */
        COARSE
    }

    /** The volume of fine texture. */
    static SynthVolume blob1m() {
        return blob1m(Texture.FINE);
    }

    /** The volume of a texture. */
    static SynthVolume blob1m(Texture wanted) {
        short[] image = new short[(int) SIZE.voxels()];
        long[] texture = smooth(1, wanted == Texture.FINE ? 2 : 8);
        long[] shape = smooth(3, 16);
        byte[] mask = new byte[image.length];
        for (int i = 0; i < image.length; i++) {
            int x = i % NX;
            int y = i / NX % NY;
            int z = i / (NX * NY);
            image[i] = (short) (wanted == Texture.FINE ? Math.floorDiv(texture[i] - 7992187, 4096L) + (hash(x, y, z, 2) >>> 27) - 16
                    : Math.floorDiv(texture[i] - 12346366543L, 1L << 15));
            long q = Math.floorDiv(shape[i] - 660586065143L, 1L << 20);
            long e = Math.floorDiv(square(x - 128) * 65536, 6400L) + Math.floorDiv(square(y - 128) * 65536, 4900L)
                    + Math.floorDiv(square(z - 64) * 65536, 2025L);
            mask[i] = (byte) (e + 10 * q < 65536 ? 1 : 0);
        }
        return new SynthVolume(image, mask);
    }

    private static long square(long v) {
        return v * v;
    }

    static int hash(int x, int y, int z, int seed) {
        int v = x * 0x9E3779B1 + y * 0x85EBCA77 + z * 0xC2B2AE3D + seed * 0x27D4EB2F;
        v ^= v >>> 16;
        v *= 0x7FEB352D;
        v ^= v >>> 15;
        v *= 0x846CA68B;
        v ^= v >>> 16;
        return v;
    }

    /** Two passes of box sums of 2r + 1 voxels along x, y and z over noise of 0 to 1023, periodic at the border. */
    private static long[] smooth(int seed, int r) {
        long[] values = new long[(int) SIZE.voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = hash(i % NX, i / NX % NY, i / (NX * NY), seed) >>> 22;
        }
        for (int pass = 0; pass < 2; pass++) {
            boxSum(values, NX, 1, r);
            boxSum(values, NY, NX, r);
            boxSum(values, NZ, NX * NY, r);
        }
        return values;
    }

    private static void boxSum(long[] values, int n, int stride, int r) {
        long[] line = new long[n];
        for (int start = 0; start < values.length; start++) {
            if (start / stride % n != 0) {
                continue;
            }
            long sum = 0;
            for (int k = -r; k <= r; k++) {
                sum += values[start + Math.floorMod(k, n) * stride];
            }
            for (int k = 0; k < n; k++) {
                line[k] = sum;
                sum += values[start + (k + r + 1) % n * stride] - values[start + Math.floorMod(k - r, n) * stride];
            }
            for (int k = 0; k < n; k++) {
                values[start + k * stride] = line[k];
            }
        }
    }

    ScalarImage scalarImage() {
        return ScalarImage.of(ArrayImgs.shorts(image.clone(), NX, NY, NZ), VoxelSpacing.isotropic(1));
    }

    Mask regionMask() {
        return Mask.of(mask.clone(), SIZE);
    }

    short[] image() {
        return image.clone();
    }

    byte[] mask() {
        return mask.clone();
    }

    /** Grey levels 1 to {@code levels} by fixed bin number over the region's extremes, 0 outside; x fastest. */
    int[] grey(int levels) {
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int i = 0; i < image.length; i++) {
            if (mask[i] != 0) {
                min = Math.min(min, image[i]);
                max = Math.max(max, image[i]);
            }
        }
        int[] grey = new int[image.length];
        for (int i = 0; i < image.length; i++) {
            grey[i] = mask[i] == 0 ? 0 : 1 + Math.min(levels - 1, Math.floorDiv((image[i] - min) * levels, max - min));
        }
        return grey;
    }

    /** The region's levels, cropped to its box as preprocessing does it. */
    LevelGrid levelGrid(int levels) {
        int[] grey = grey(levels);
        int[] min = {NX, NY, NZ};
        int[] max = {-1, -1, -1};
        for (int i = 0; i < grey.length; i++) {
            if (grey[i] != 0) {
                int[] at = {i % NX, i / NX % NY, i / (NX * NY)};
                for (int a = 0; a < 3; a++) {
                    min[a] = Math.min(min[a], at[a]);
                    max[a] = Math.max(max[a], at[a]);
                }
            }
        }
        GridSize box = new GridSize(max[0] - min[0] + 1, max[1] - min[1] + 1, max[2] - min[2] + 1);
        int[] cropped = new int[(int) box.voxels()];
        for (int z = 0; z < box.z(); z++) {
            for (int y = 0; y < box.y(); y++) {
                System.arraycopy(grey, min[0] + NX * (min[1] + y + NY * (min[2] + z)), cropped, box.x() * (y + box.y() * z), box.x());
            }
        }
        return LevelGrid.of(box, cropped);
    }
}
