package io.github.radiomics4j.core.morphology;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.roi.BitGrid;
import java.util.Arrays;

/**
 * Those vertices of a mask's mesh that can be vertices of its convex hull: in each plane of constant z, the corners of the plane
 * convex hull of the first and last vertex of each row. Coordinates are twice the index, so that half-way between is a whole number.
 */
final class HullCandidates {
    private final BitGrid mask;
    private final GridSize size;
    private int[] found = new int[192];
    private int count;
    private int planeStart;

    private HullCandidates(BitGrid mask) {
        this.mask = mask;
        this.size = mask.size();
    }

    /** x, y, z each, sorted by z. */
    static int[] of(BitGrid mask) {
        HullCandidates candidates = new HullCandidates(mask);
        for (int z = -1; z < mask.size().z(); z++) {
            candidates.plane(2 * z + 1);
            if (z + 1 < mask.size().z()) {
                candidates.plane(2 * z + 2);
            }
        }
        return Arrays.copyOf(candidates.found, candidates.count);
    }

    /** Two convex chains, both in order of y: the lowest x of the rows, then the highest. */
    private void plane(int z) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            planeStart = count;
            for (int y = -1; y <= 2 * size.y() - 1; y++) {
                if ((y & 1) == 0 || (z & 1) == 0) {
                    row(y, z, sign);
                }
            }
        }
    }

    /** The first vertex of a row (sign 1) or the last (sign −1). */
    private void row(int y, int z, int sign) {
        int y0 = Math.floorDiv(y, 2);
        int z0 = Math.floorDiv(z, 2);
        boolean between = ((y | z) & 1) != 0;
        for (int k = 0; k < size.x(); k++) {
            int x = sign > 0 ? k : size.x() - 1 - k;
            boolean here = inside(x, y0, z0);
            if (between ? here != inside(x, y0 + (y & 1), z0 + (z & 1)) : here) {
                add(between ? 2 * x : 2 * x - sign, y, z, sign);
                return;
            }
        }
    }

    private boolean inside(int x, int y, int z) {
        return y >= 0 && y < size.y() && z >= 0 && z < size.z() && mask.contains(x + size.x() * (y + size.y() * z));
    }

    /** Adds a point to the chain and drops those before it that it leaves inside or on the chain. */
    private void add(int x, int y, int z, int sign) {
        while (count - planeStart >= 6) {
            long dx = found[count - 3] - found[count - 6];
            long dy = found[count - 2] - found[count - 5];
            if (sign * (dx * (y - found[count - 5]) - dy * (x - found[count - 6])) < 0) {
                break;
            }
            count -= 3;
        }
        if (count + 3 > found.length) {
            found = Arrays.copyOf(found, 2 * found.length);
        }
        found[count++] = x;
        found[count++] = y;
        found[count++] = z;
    }
}
