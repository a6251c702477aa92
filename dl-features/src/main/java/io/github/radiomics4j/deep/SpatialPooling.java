package io.github.radiomics4j.deep;

import java.util.Locale;

/** The statistic that turns a map into one number, whatever the map's size. Sums are in double precision, in index order. */
public enum SpatialPooling {
    /** Arithmetic mean of the map: {@code Σ aₖ / n}. */
    MEAN {
        @Override
        double over(float[] values, int first, int count) {
            double sum = 0;
            for (int i = first; i < first + count; i++) {
                sum += values[i];
            }
            return sum / count;
        }
    },
    /** Largest value of the map. */
    MAXIMUM {
        @Override
        double over(float[] values, int first, int count) {
            float maximum = values[first];
            for (int i = first + 1; i < first + count; i++) {
                maximum = Math.max(maximum, values[i]);
            }
            return maximum;
        }
    },
    /** Population standard deviation of the map: {@code √(Σ (aₖ − mean)² / n)}; 0 for a map of one position. */
    STANDARD_DEVIATION {
        @Override
        double over(float[] values, int first, int count) {
            double mean = MEAN.over(values, first, count);
            double sum = 0;
            for (int i = first; i < first + count; i++) {
                double deviation = values[i] - mean;
                sum += deviation * deviation;
            }
            return Math.sqrt(sum / count);
        }
    };

    abstract double over(float[] values, int first, int count);

    /**
     * The name used in features' names and settings.
     *
     * @return {@code mean}, {@code maximum} or {@code standard_deviation}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
