package io.github.radiomics4j.benchmarks;

import io.github.radiomics4j.benchmarks.oracle.Region;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;

/**
 * A piece of the benchmark volume: an image of 14 × 13 × 12 voxels and a margin, and that part of the volume's region in it that lies
 * inside the margin and that a rule keeps.
 *
 * @param name what is special about it
 * @param x first voxel of the image in the volume
 * @param y first voxel of the image in the volume
 * @param z first voxel of the image in the volume
 * @param margin voxels around the region's box
 * @param spacing distance of voxel centres
 * @param cut whether the lowest and highest intensities are dropped by re-segmentation
 * @param kept which voxels of the image may belong to the region
 */
record SubVolume(String name, int x, int y, int z, int margin, VoxelSpacing spacing, boolean cut, Rule kept) {
    private static final int[] BOX = {14, 13, 12};

    /** The whole volume, x fastest. */
    record Whole(short[] image, byte[] mask) {
        static Whole of(SynthVolume.Texture texture) {
            SynthVolume volume = SynthVolume.blob1m(texture);
            return new Whole(volume.image(), volume.mask());
        }
    }

    /** Which voxels are kept. */
    interface Rule {
        boolean keeps(int x, int y, int z);
    }

    GridSize size() {
        return new GridSize(BOX[0] + 2 * margin, BOX[1] + 2 * margin, BOX[2] + 2 * margin);
    }

    private short[] image(Whole volume) {
        short[] part = new short[(int) size().voxels()];
        for (int i = 0; i < part.length; i++) {
            part[i] = volume.image[indexInVolume(i)];
        }
        return part;
    }

    private byte[] mask(Whole volume) {
        byte[] part = new byte[(int) size().voxels()];
        for (int i = 0; i < part.length; i++) {
            int[] at = position(i);
            boolean inBox = true;
            for (int axis = 0; axis < 3; axis++) {
                inBox &= at[axis] >= margin && at[axis] < margin + BOX[axis];
            }
            boolean keeps = inBox && kept.keeps(at[0] - margin, at[1] - margin, at[2] - margin);
            part[i] = keeps ? volume.mask[indexInVolume(i)] : 0;
        }
        return part;
    }

    private int[] position(int i) {
        return new int[] {i % size().x(), i / size().x() % size().y(), i / size().x() / size().y()};
    }

    private int indexInVolume(int i) {
        int[] at = position(i);
        return x + at[0] + SynthVolume.NX * (y + at[1] + SynthVolume.NY * (z + at[2]));
    }

    ScalarImage scalarImage(Whole volume) {
        return ScalarImage.of(ArrayImgs.shorts(image(volume), size().x(), size().y(), size().z()), spacing);
    }

    Mask regionMask(Whole volume) {
        return Mask.of(mask(volume), size());
    }

    /** The lowest and the highest intensity that count. */
    int[] range(Whole volume) {
        if (!cut) {
            return new int[] {Short.MIN_VALUE, Short.MAX_VALUE};
        }
        short[] image = image(volume);
        byte[] mask = mask(volume);
        int[] sorted = IntStream.range(0, image.length).filter(i -> mask[i] != 0).map(i -> image[i]).sorted().toArray();
        return new int[] {sorted[sorted.length / 5], sorted[sorted.length - sorted.length / 8]};
    }

    /** The same as plain arrays. */
    Region region(Whole volume, int levels) {
        return new Region(new int[] {size().x(), size().y(), size().z()}, new double[] {spacing.x(), spacing.y(), spacing.z()},
                image(volume), mask(volume), range(volume)[0], range(volume)[1], levels);
    }

    @Override
    public String toString() {
        return name;
    }
}
