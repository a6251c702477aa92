package io.github.radiomics4j.deep;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.image.IndexBox;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.deep.IntensityNormalisation.Scaling;
import java.util.Arrays;

/** The intensities that a normalisation is measured on. */
final class RegionIntensities {

    private RegionIntensities() {
    }

    /** The map that a rule finds on the voxels it asks for; the region's must be finite in any case. */
    static Scaling scaling(ScalarImage image, Mask mask, IndexBox box, IntensityNormalisation normalisation) {
        double[] region = ofRegion(image, mask, box);
        return normalisation.scalingFor(switch (normalisation.extent()) {
            case REGION -> region;
            case IMAGE -> ofImage(image);
        });
    }

    private static double[] ofRegion(ScalarImage image, Mask mask, IndexBox box) {
        int[] areas = PlaneAxes.XY.areas(mask, box);
        double[] region = new double[Math.toIntExact(Arrays.stream(areas).asLongStream().sum())];
        int n = 0;
        for (int z = 0; z < areas.length; z++) {
            IndexBox slice = PlaneAxes.XY.plane(box, z);
            byte[] inside = mask.copy(slice);
            double[] values = image.copy(slice);
            for (int i = 0; i < values.length; i++) {
                if (inside[i] != 0) {
                    requireFinite(values[i], slice, i, "the region");
                    region[n++] = values[i];
                }
            }
        }
        return region;
    }

    private static double[] ofImage(ScalarImage image) {
        IndexBox whole = IndexBox.whole(image.size());
        double[] all = new double[Math.toIntExact(image.size().voxels())];
        for (int z = 0; z < image.size().z(); z++) {
            IndexBox slice = PlaneAxes.XY.plane(whole, z);
            double[] values = image.copy(slice);
            for (int i = 0; i < values.length; i++) {
                requireFinite(values[i], slice, i, "the whole image (or normalise by the region)");
            }
            System.arraycopy(values, 0, all, z * values.length, values.length);
        }
        return all;
    }

    /** Names the voxel {@code index} of a box, x fastest, where its value is not finite. */
    static void requireFinite(double value, IndexBox box, int index, String where) {
        if (!Double.isFinite(value)) {
            int nx = box.size().x();
            int ny = box.size().y();
            throw new InvalidInputException(Problem.NONFINITE_VALUES, "intensities must be finite in " + where + ", found " + value
                    + " at voxel (" + (box.minX() + index % nx) + ", " + (box.minY() + index / nx % ny) + ", "
                    + (box.minZ() + index / nx / ny) + "): exclude such voxels from the mask or mend the image");
        }
    }
}
