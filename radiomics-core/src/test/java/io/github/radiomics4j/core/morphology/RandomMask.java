package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Masks for tests. */
final class RandomMask {

    private RandomMask() {
    }

    /** 1 to 7 voxels along each axis, about half of them inside, at least one. */
    static BitGrid of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GridSize size = new GridSize(1 + random.nextInt(7), 1 + random.nextInt(7), 1 + random.nextInt(7));
        int tenths = 1 + random.nextInt(9);
        byte[] inside = new byte[(int) size.voxels()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) (random.nextInt(10) < tenths ? 1 : 0);
        }
        inside[random.nextInt(inside.length)] = 1;
        return BitGrid.of(size, inside);
    }

    /** A ball about the middle of its box. */
    static BitGrid ball(double radius) {
        int n = 2 * (int) Math.ceil(radius) + 1;
        int c = n / 2;
        byte[] inside = new byte[n * n * n];
        for (int i = 0; i < inside.length; i++) {
            int dx = i % n - c;
            int dy = i / n % n - c;
            int dz = i / n / n - c;
            inside[i] = (byte) (dx * dx + dy * dy + dz * dz <= radius * radius ? 1 : 0);
        }
        return BitGrid.of(new GridSize(n, n, n), inside);
    }

    interface Change {
        int[] of(int x, int y, int z);
    }

    /** The mask with each voxel elsewhere. */
    static BitGrid moved(BitGrid mask, GridSize to, Change change) {
        byte[] inside = new byte[(int) to.voxels()];
        GridSize from = mask.size();
        for (int i = 0; i < from.voxels(); i++) {
            if (mask.contains(i)) {
                int[] at = change.of(i % from.x(), i / from.x() % from.y(), i / from.x() / from.y());
                inside[at[0] + to.x() * (at[1] + to.y() * at[2])] = 1;
            }
        }
        return BitGrid.of(to, inside);
    }

    static BitGrid flipped(BitGrid mask, int axis) {
        GridSize s = mask.size();
        return moved(mask, s, (x, y, z) -> new int[] {axis == 0 ? s.x() - 1 - x : x,
            axis == 1 ? s.y() - 1 - y : y, axis == 2 ? s.z() - 1 - z : z});
    }

    /** A quarter turn about an axis. */
    static BitGrid turned(BitGrid mask, int axis) {
        GridSize s = mask.size();
        return switch (axis) {
            case 0 -> moved(mask, new GridSize(s.x(), s.z(), s.y()), (x, y, z) -> new int[] {x, s.z() - 1 - z, y});
            case 1 -> moved(mask, new GridSize(s.z(), s.y(), s.x()), (x, y, z) -> new int[] {z, y, s.x() - 1 - x});
            default -> moved(mask, new GridSize(s.y(), s.x(), s.z()), (x, y, z) -> new int[] {s.y() - 1 - y, x, z});
        };
    }

    /** The mask in a larger box. */
    static BitGrid shifted(BitGrid mask, int dx, int dy, int dz) {
        GridSize s = mask.size();
        return moved(mask, new GridSize(s.x() + dx + 1, s.y() + dy + 1, s.z() + dz + 1), (x, y, z) -> new int[] {x + dx, y + dy, z + dz});
    }

    /** All triangles of the mesh in half voxels of index space, nine numbers each. */
    static int[] mesh(BitGrid mask) {
        GridSize s = mask.size();
        IntStream.Builder all = IntStream.builder();
        for (int z = -1; z < s.z(); z++) {
            for (int y = -1; y < s.y(); y++) {
                for (int x = -1; x < s.x(); x++) {
                    int cubeCase = 0;
                    for (int corner = 0; corner < 8; corner++) {
                        cubeCase |= inside(mask, x + (corner & 1), y + (corner >> 1 & 1), z + (corner >> 2)) << corner;
                    }
                    int[] t = MarchingCubes.triangles(cubeCase);
                    for (int i = 0; i < t.length; i += 3) {
                        all.add(t[i] + 2 * x + 1).add(t[i + 1] + 2 * y + 1).add(t[i + 2] + 2 * z + 1);
                    }
                }
            }
        }
        return all.build().toArray();
    }

    private static int inside(BitGrid mask, int x, int y, int z) {
        GridSize s = mask.size();
        return x >= 0 && y >= 0 && z >= 0 && x < s.x() && y < s.y() && z < s.z() && mask.contains(x + s.x() * (y + s.y() * z)) ? 1 : 0;
    }
}
