package io.github.radiomics4j.core.perturbation;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.SplittableRandom;

/** Small masks for tests, and their voxels. */
final class SmallMasks {
    private SmallMasks() {
    }

    static Mask of(GridSize size, VoxelSpacing spacing, byte... inside) {
        return Mask.of(inside, size).at(ImageGeometry.of(spacing));
    }

    /** Anything but empty; blobs of a few voxels. */
    static Mask random(GridSize size, VoxelSpacing spacing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] inside = new byte[(int) size.voxels()];
        inside[random.nextInt(inside.length)] = 1;
        double share = random.nextDouble();
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) (inside[i] == 1 || random.nextDouble() < share ? 1 : 0);
        }
        return of(size, spacing, inside);
    }

    /** A ball in the middle of a cube of voxels. */
    static Mask ball(int edge, double radius, VoxelSpacing spacing) {
        byte[] inside = new byte[edge * edge * edge];
        double middle = (edge - 1) / 2.0;
        for (int i = 0; i < inside.length; i++) {
            double x = (i % edge - middle) * spacing.x();
            double y = (i / edge % edge - middle) * spacing.y();
            double z = (i / edge / edge - middle) * spacing.z();
            inside[i] = (byte) (x * x + y * y + z * z <= radius * radius ? 1 : 0);
        }
        return of(new GridSize(edge, edge, edge), spacing, inside);
    }

    static byte[] voxels(Mask mask) {
        return mask.copy(IndexBox.whole(mask.size()));
    }

    static int count(Mask mask) {
        int count = 0;
        for (byte voxel : voxels(mask)) {
            count += voxel;
        }
        return count;
    }

    static boolean isWithin(Mask part, Mask whole) {
        byte[] a = voxels(part);
        byte[] b = voxels(whole);
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
        }
        return true;
    }
}
