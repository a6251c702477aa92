package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.MaskTransfer;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.deep.IntensityNormalisation.Scaling;
import io.github.radiomics4j.deep.RegionSampling.Surroundings;

/** The cubic image that a network is given: cut, normalised, resized slice by slice and then along z. */
final class RegionCube {

    private RegionCube() {
    }

    /** {@code size³} voxels, x fastest. */
    static float[] of(ScalarImage image, Mask region, CubeSampling sampling, IntensityNormalisation normalisation, int size) {
        Mask mask = MaskTransfer.reorderToImage(region, image);
        IndexBox box = mask.boundingBox();
        Scaling scaling = RegionIntensities.scaling(image, mask, box, normalisation);
        VoxelSpacing spacing = image.geometry().spacing();
        GridSize voxels = box.size();
        double edge = 2 * sampling.marginMm();
        edge += Math.max(voxels.x() * spacing.x(), Math.max(voxels.y() * spacing.y(), voxels.z() * spacing.z()));
        AxisWeights columns = AxisWeights.of(voxels.x(), edge / spacing.x(), size);
        AxisWeights rows = AxisWeights.of(voxels.y(), edge / spacing.y(), size);
        AxisWeights slices = AxisWeights.of(voxels.z(), edge / spacing.z(), size);
        float[][] planes = new float[slices.last() - slices.first() + 1][];
        int last = image.size().z() - 1;
        for (int k = 0; k < planes.length; k++) {
            int z = box.minZ() + slices.first() + k;
            int nearest = Math.min(Math.max(z, 0), last);
            planes[k] = new float[size * size];
            if (z == nearest || sampling.surroundings() == Surroundings.CONTEXT) {
                new PlaneCut(image, mask, sampling.surroundings(), PlaneBox.slice(box, nearest), columns, rows)
                        .resize(scaling, planes[k], 0);
            }
        }
        return alongZ(planes, slices, size);
    }

    private static float[] alongZ(float[][] planes, AxisWeights slices, int size) {
        int pixels = size * size;
        float[] cube = new float[Math.multiplyExact(size, pixels)];
        for (int z = 0; z < size; z++) {
            double[] weights = slices.weights(z);
            int first = slices.start(z) - slices.first();
            for (int i = 0; i < pixels; i++) {
                double sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * planes[first + k][i];
                }
                cube[z * pixels + i] = (float) sum;
            }
        }
        return cube;
    }
}
