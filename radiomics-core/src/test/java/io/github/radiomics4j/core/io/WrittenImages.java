package io.github.radiomics4j.core.io;

import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.VoxelSpacing;
import java.util.Random;

/** Places of images for tests of writers. */
public final class WrittenImages {

    private WrittenImages() {
    }

    /** Usual spacings and origins, any axes: turned a little, half round or anyhow, right- or left-handed. */
    public static ImageGeometry anywhere(Random random) {
        double[] edges = random.doubles(3, 0.05, 5).toArray();
        VoxelSpacing spacing = VoxelSpacing.mm(edges[0], edges[1], edges[2]);
        double[] origin = random.doubles(3, -500, 500).toArray();
        return ImageGeometry.of(spacing, origin, turned(random));
    }

    /** A rotation whose angle is small, near 180°, or any; the third axis turned round half of the time. */
    static double[][] turned(Random random) {
        double[] q = random.doubles(4, -1, 1).toArray();
        if (random.nextInt(3) == 0) {
            q[0] *= 1e-4 * random.nextDouble();
        } else if (random.nextInt(3) == 0) {
            q[1 + random.nextInt(3)] *= 1e-3;
        }
        double length = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        double a = q[0] / length;
        double b = q[1] / length;
        double c = q[2] / length;
        double d = q[3] / length;
        int handed = random.nextBoolean() ? 1 : -1;
        return new double[][] {
            {1 - 2 * (c * c + d * d), 2 * (b * c - a * d), handed * 2 * (b * d + a * c)},
            {2 * (b * c + a * d), 1 - 2 * (b * b + d * d), handed * 2 * (c * d - a * b)},
            {2 * (b * d - a * c), 2 * (c * d + a * b), handed * (1 - 2 * (b * b + c * c))}
        };
    }

    /** One of the 48 ways in which axes can lie along the patient's. */
    static double[][] alongAxes(Random random) {
        int first = random.nextInt(3);
        int second = (first + 1 + random.nextInt(2)) % 3;
        int[] rows = {first, second, 3 - first - second};
        double[][] direction = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            direction[rows[axis]][axis] = random.nextBoolean() ? 1 : -1;
        }
        return direction;
    }
}
