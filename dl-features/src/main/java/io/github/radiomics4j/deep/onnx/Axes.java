package io.github.radiomics4j.deep.onnx;

/** Loops that move the channels' axis. */
final class Axes {

    private Axes() { }

    /** From image, channel, position to image, position, channel. */
    static float[] channelsLast(float[] values, int images, int channels, int positions) {
        return swapped(values, images, channels, positions);
    }

    /** From image, position, channel to image, channel, position. */
    static float[] channelsFirst(float[] values, int images, int channels, int positions) {
        return swapped(values, images, positions, channels);
    }

    private static float[] swapped(float[] values, int images, int outer, int inner) {
        float[] out = new float[values.length];
        for (int i = 0; i < images; i++) {
            int start = i * outer * inner;
            for (int a = 0; a < outer; a++) {
                for (int b = 0; b < inner; b++) {
                    out[start + b * outer + a] = values[start + a * inner + b];
                }
            }
        }
        return out;
    }
}
