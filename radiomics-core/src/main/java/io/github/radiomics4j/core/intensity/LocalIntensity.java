package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.intensity.SphereSums.Chord;
import io.github.radiomics4j.core.numeric.SideBySide;
import io.github.radiomics4j.core.roi.IntensityGrid;
import io.github.radiomics4j.core.roi.PreparedRoi;
import io.github.radiomics4j.core.roi.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
        List<Chord> chords = chords(roi.spacing(), reach);
        List<Search> searches = Collections.synchronizedList(new ArrayList<>());
        SideBySide.slabs(roi.intensities().size().z(), (from, to) -> searches.add(
                search(roi.intensities(), roi.surroundings().get(), chords, from, to)));
        Search all = searches.stream().reduce(Search.NOTHING, Search::and);
        return List.of(new Peaks(all.local, all.global));
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

    /** What has been found in some slices: the highest intensity, the highest mean around voxels of it, and around any voxel. */
    private record Search(double highest, double local, double global) {
        private static final Search NOTHING = new Search(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

        /** What two searches have found together, whichever was first. */
        private Search and(Search other) {
            double both = highest > other.highest ? local : highest < other.highest ? other.local : Math.max(local, other.local);
            return new Search(Math.max(highest, other.highest), both, Math.max(global, other.global));
        }
    }

    private static Search search(IntensityGrid region, Surroundings around, List<Chord> chords, int fromSlice, int toSlice) {
        GridSize size = region.size();
        boolean complete = around.present().count() == around.size().voxels();
        SphereSums sums = new SphereSums(around, around::at, chords);
        SphereSums counts = new SphereSums(around, i -> around.present().contains(i) ? 1 : 0, chords);
        double[] sum = new double[size.x()];
        double[] count = new double[size.x()];
        Arrays.fill(count, chords.stream().mapToInt(chord -> 2 * chord.half() + 1).sum());
        Search found = Search.NOTHING;
        for (int z = fromSlice; z < toSlice; z++) {
            for (int y = 0; y < size.y(); y++) {
                int row = size.x() * (y + size.y() * z);
                int from = 0;
                while (from < size.x() && !region.mask().contains(row + from)) {
                    from++;
                }
                int to = size.x();
                while (to > from && !region.mask().contains(row + to - 1)) {
                    to--;
                }
                if (from == to) {
                    continue;
                }
                sums.row(y, z, from, to, sum);
                if (!complete) {
                    counts.row(y, z, from, to, count);
                }
                for (int x = from; x < to; x++) {
                    if (region.mask().contains(row + x)) {
                        double mean = sum[x] / count[x];
                        found = found.and(new Search(region.at(row + x), mean, mean));
                    }
                }
            }
        }
        return found;
    }
}
