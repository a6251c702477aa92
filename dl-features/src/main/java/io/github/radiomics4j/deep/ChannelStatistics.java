package io.github.radiomics4j.deep;

import java.util.List;

/**
 * Mean and standard deviation of each input channel over the images that a network was trained on, in units of those images (0 to
 * 1). What the network is given is {@code (y − meanₖ) / deviationₖ} in channel k, y a pixel after {@link IntensityNormalisation}
 * and resizing.
 *
 * @param means one per channel
 * @param deviations one per channel
 */
public record ChannelStatistics(List<Double> means, List<Double> deviations) {

    /**
     * Checks the numbers.
     *
     * @param means one per channel, finite
     * @param deviations one per channel, positive and finite
     * @throws IllegalArgumentException where there are none, not as many of one as of the other, or one is out of range
     */
    public ChannelStatistics {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.isEmpty() || means.size() != deviations.size() || !means.stream().allMatch(Double::isFinite)
                || !deviations.stream().allMatch(d -> d > 0 && Double.isFinite(d))) {
            throw new IllegalArgumentException("channel statistics need a finite mean and a positive standard deviation for each channel,"
                    + " were " + means + " and " + deviations);
        }
    }

    /**
     * The statistics of ImageNet's photographs in the order red, green, blue: means 0.485, 0.456, 0.406, standard deviations 0.229,
     * 0.224, 0.225. The numbers that the published weights of torchvision (and most networks after them) were trained with.
     *
     * @return the statistics of three channels
     */
    public static ChannelStatistics imageNet() {
        return new ChannelStatistics(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
    }

    /**
     * The name used in settings.
     *
     * @return all numbers
     */
    public String label() {
        return "means " + means + ", standard deviations " + deviations;
    }

    void requireChannels(int channels, String encoder) {
        if (means.size() != channels) {
            throw new IllegalArgumentException("encoder " + encoder + " takes " + channels + " input channels, but the channel statistics"
                    + " have " + means.size());
        }
    }

    void standardise(float[] pixels, int first, int count, int channel) {
        double mean = means.get(channel);
        double deviation = deviations.get(channel);
        for (int i = first; i < first + count; i++) {
            pixels[i] = (float) ((pixels[i] - mean) / deviation);
        }
    }
}
