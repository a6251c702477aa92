package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.roi.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Local intensity (9ST6): means over the sphere of 1 cm³ around voxels of the intensity mask, always in 3D. The mean is over the
 * image, not only the region: after resampling over the resampled image, re-segmented voxels included. Voxels that the image
 * does not have, or for which it holds no finite number, are left out of a mean.
 */
public final class LocalIntensity implements FeatureFamily<LocalIntensity.Peaks> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("local_intensity", "9ST6");

    /** Radius of the sphere of 1 cm³, mm. */
    public static final double RADIUS = 10 * Math.cbrt(3 / (4 * Math.PI));

    /** The family; it has no settings. */
    public LocalIntensity() {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<LocalIntensityFeature> features() {
        return List.of(LocalIntensityFeature.values());
    }

    @Override
    public Optional<String> discretisation(PreparedRoi roi) {
        return Optional.empty();
    }

    @Override
    public double reach() {
        return RADIUS;
    }

    /**
     * The peaks of a region.
     *
     * @param local highest mean around the voxels of highest intensity
     * @param global highest mean around any voxel
     */
    public record Peaks(double local, double global) {
    }

    /**
     * Measures the peaks.
     *
     * @param roi the region, prepared with a reach of at least {@link #RADIUS}
     * @param aggregation {@link Aggregation#VOLUME}
     * @return one element
     * @throws IllegalArgumentException where the region was prepared without its surroundings, or with too little of them
     */
    @Override
    public List<Peaks> measure(PreparedRoi roi, Aggregation aggregation) {
        int[] reach = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            reach[axis] = Surroundings.margin(RADIUS, roi.spacing(), axis);
            if (roi.surroundings().isEmpty() || roi.surroundings().get().margin(axis) < reach[axis]) {
                throw new IllegalArgumentException("local intensity looks " + RADIUS + " mm around the region, prepare it with that reach:"
                        + " FeatureExtractor.prepare(image, mask)");
            }
        }
        return List.of(peaks(roi.intensities(), RunningSums.of(roi.surroundings().get()), chords(roi.spacing(), reach)));
    }

    /** A row of voxels inside the sphere: its offset from the centre along y and z, and its voxels on either side of x = 0. */
    private record Chord(int y, int z, int half) {
    }

    private static List<Chord> chords(VoxelSpacing spacing, int[] reach) {
        List<Chord> chords = new ArrayList<>();
        for (int z = -reach[2]; z <= reach[2]; z++) {
            for (int y = -reach[1]; y <= reach[1]; y++) {
                int half = reach[0];
                while (half >= 0 && Math.sqrt(square(half * spacing.x()) + square(y * spacing.y()) + square(z * spacing.z())) > RADIUS) {
                    half--;
                }
                if (half >= 0) {
                    chords.add(new Chord(y, z, half));
                }
            }
        }
        return chords;
    }

    private static double square(double x) {
        return x * x;
    }

    private static Peaks peaks(IntensityGrid region, RunningSums sums, List<Chord> chords) {
        GridSize size = region.size();
        double[] sum = new double[size.x()];
        int[] count = new int[size.x()];
        double highest = Double.NEGATIVE_INFINITY;
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                int row = size.x() * (y + size.y() * z);
                int first = 0;
                while (first < size.x() && !region.mask().contains(row + first)) {
                    first++;
                }
                if (first == size.x()) {
                    continue;
                }
                Arrays.fill(sum, 0);
                Arrays.fill(count, 0);
                for (Chord chord : chords) {
                    sums.add(y + chord.y, z + chord.z, chord.half, sum, count);
                }
                for (int x = first; x < size.x(); x++) {
                    if (region.mask().contains(row + x)) {
                        double mean = sum[x] / count[x];
                        double intensity = region.at(row + x);
                        local = intensity > highest ? mean : intensity == highest ? Math.max(local, mean) : local;
                        highest = Math.max(highest, intensity);
                        global = Math.max(global, mean);
                    }
                }
            }
        }
        return new Peaks(local, global);
    }

    /** Running sums and counts of intensities along x, so that the sum over a stretch of a row is one difference. */
    private record RunningSums(Surroundings around, double[] sum, int[] count) {
        static RunningSums of(Surroundings around) {
            GridSize size = around.size();
            int stride = size.x() + 1;
            int rows = size.y() * size.z();
            double[] sum = new double[Math.multiplyExact(stride, rows)];
            int[] count = new int[stride * rows];
            for (int r = 0; r < rows; r++) {
                for (int x = 0; x < size.x(); x++) {
                    int i = x + size.x() * r;
                    sum[x + 1 + stride * r] = sum[x + stride * r] + around.at(i);
                    count[x + 1 + stride * r] = count[x + stride * r] + (around.present().contains(i) ? 1 : 0);
                }
            }
            return new RunningSums(around, sum, count);
        }

        /** Adds to every voxel of a row of the region's box the sum over a chord around it. */
        void add(int y, int z, int half, double[] sums, int[] counts) {
            int stride = around.size().x() + 1;
            int row = stride * (y + around.margin(1) + around.size().y() * (z + around.margin(2)));
            int from = row + around.margin(0) - half;
            int to = row + around.margin(0) + half + 1;
            for (int x = 0; x < sums.length; x++) {
                sums[x] += sum[to + x] - sum[from + x];
                counts[x] += count[to + x] - count[from + x];
            }
        }
    }
}
