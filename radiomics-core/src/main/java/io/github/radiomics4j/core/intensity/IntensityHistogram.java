package io.github.radiomics4j.core.intensity;

import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FamilyId;
import io.github.radiomics4j.core.feature.FeatureFamily;
import io.github.radiomics4j.core.numeric.Distribution;
import io.github.radiomics4j.core.numeric.Sample;
import io.github.radiomics4j.core.roi.PreparedRoi;
import java.util.Arrays;
import java.util.List;

/** Intensity histogram (ZVCW): the grey levels of the region as a sample and as a distribution. */
public final class IntensityHistogram implements FeatureFamily<IntensityHistogram.Levels> {
    /** Name and code of the family. */
    public static final FamilyId ID = FamilyId.standard("intensity_histogram", "ZVCW");

    /** The family; it has no settings. */
    public IntensityHistogram() {
    }

    @Override
    public FamilyId id() {
        return ID;
    }

    @Override
    public List<IntensityHistogramFeature> features() {
        return List.of(IntensityHistogramFeature.values());
    }

    @Override
    public List<Levels> measure(PreparedRoi roi, Aggregation aggregation) {
        return List.of(new Levels(roi.levels().histogram()));
    }

    /** The grey levels of a region. */
    public static final class Levels {
        private final long[] counts;
        private final Sample sample;
        private final Distribution distribution;

        /**
         * Levels given by their histogram.
         *
         * @param histogram how often level i occurs, at index i; index 0 is not used; copied
         */
        Levels(long[] histogram) {
            this.counts = Arrays.copyOfRange(histogram, 1, histogram.length);
            this.sample = Sample.ofCounts(1, counts);
            this.distribution = Distribution.ofCounts(1, counts);
        }

        /**
         * The levels as a sample.
         *
         * @return one number per voxel
         */
        public Sample sample() {
            return sample;
        }

        /**
         * The levels' relative frequencies.
         *
         * @return over 1 … N<sub>g</sub>
         */
        public Distribution distribution() {
            return distribution;
        }

        /**
         * The most frequent level; of several the one nearest to the mean, of two equally near the lower.
         *
         * @return from 1
         */
        public int mode() {
            int best = 0;
            for (int k = 1; k < counts.length; k++) {
                double nearer = Math.abs(best + 1 - sample.mean()) - Math.abs(k + 1 - sample.mean());
                if (counts[k] > counts[best] || counts[k] == counts[best] && nearer > 0) {
                    best = k;
                }
            }
            return best + 1;
        }

        /**
         * Gradient of the histogram H at a level: half the difference of its neighbours' counts, at either end the difference to
         * the one neighbour; 0 where there is one level only.
         *
         * @param level from 1
         * @return voxels per level
         */
        public double gradient(int level) {
            if (counts.length == 1) {
                return 0;
            }
            int below = Math.max(level - 2, 0);
            int above = Math.min(level, counts.length - 1);
            return (double) (counts[above] - counts[below]) / (above - below);
        }

        /**
         * The level of steepest ascent.
         *
         * @return the lowest level of largest gradient, from 1
         */
        public int steepestAscent() {
            return steepest(1);
        }

        /**
         * The level of steepest descent.
         *
         * @return the lowest level of smallest gradient, from 1
         */
        public int steepestDescent() {
            return steepest(-1);
        }

        private int steepest(int sign) {
            int best = 1;
            for (int level = 2; level <= counts.length; level++) {
                if (sign * gradient(level) > sign * gradient(best)) {
                    best = level;
                }
            }
            return best;
        }
    }
}
