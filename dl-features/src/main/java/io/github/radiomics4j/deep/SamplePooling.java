package io.github.radiomics4j.deep;

import java.util.List;
import java.util.Locale;

/**
 * The statistic that turns one number per sample (slice, plane) into one per region. Sums are in index order. A region of one sample has
 * its number as mean and maximum.
 */
public enum SamplePooling {
    /** Arithmetic mean: {@code Σ xₛ / S}. */
    MEAN {
        @Override
        double over(List<double[]> samples, int index) {
            double sum = 0;
            for (double[] sample : samples) {
                sum += sample[index];
            }
            return sum / samples.size();
        }
    },
    /** Largest of the samples' numbers. */
    MAXIMUM {
        @Override
        double over(List<double[]> samples, int index) {
            double maximum = samples.get(0)[index];
            for (double[] sample : samples) {
                maximum = Math.max(maximum, sample[index]);
            }
            return maximum;
        }
    },
    /** Population standard deviation: {@code √(Σ (xₛ − mean)² / S)}; 0 for one sample. */
    STANDARD_DEVIATION {
        @Override
        double over(List<double[]> samples, int index) {
            double mean = MEAN.over(samples, index);
            double sum = 0;
            for (double[] sample : samples) {
                double deviation = sample[index] - mean;
                sum += deviation * deviation;
            }
            return Math.sqrt(sum / samples.size());
        }
    };

    /** Over the number at one index of each sample; at least one sample. */
    abstract double over(List<double[]> samples, int index);

    /**
     * The name used in features' names and settings.
     *
     * @return {@code mean}, {@code maximum} or {@code standard_deviation}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
