package io.github.radiomics4j.core.io.dicom.pixels;

/**
 * What a JPEG-LS scan is coded with (ITU-T T.87, C.2.4.1.1).
 *
 * @param maximum the largest pixel
 * @param near the largest error of a pixel; 0 without loss
 * @param t1 first threshold of gradients
 * @param t2 second threshold
 * @param t3 third threshold
 * @param reset the number of pixels after which a context halves its counts
 */
record JpegLsParameters(int maximum, int near, int t1, int t2, int t3, int reset) {
    private static final int STANDARD_RESET = 64;

    /** The parameters that hold where a stream states none. */
    static JpegLsParameters standard(int maximum, int near) {
        int t1;
        int t2;
        int t3;
        if (maximum >= 128) {
            int factor = (Math.min(maximum, 4095) + 128) / 256;
            t1 = factor + 2 + 3 * near;
            t2 = factor * 4 + 3 + 5 * near;
            t3 = factor * 17 + 4 + 7 * near;
        } else {
            int factor = 256 / (maximum + 1);
            t1 = Math.max(2, 3 / factor + 3 * near);
            t2 = Math.max(3, 7 / factor + 5 * near);
            t3 = Math.max(4, 21 / factor + 7 * near);
        }
        t1 = bounded(t1, near + 1, maximum);
        t2 = bounded(t2, t1, maximum);
        return new JpegLsParameters(maximum, near, t1, t2, bounded(t3, t2, maximum), STANDARD_RESET);
    }

    private static int bounded(int value, int smallest, int largest) {
        return value > largest || value < smallest ? smallest : value;
    }

    /** How many quantised errors there are. */
    int range() {
        return (maximum + 2 * near) / (2 * near + 1) + 1;
    }

    /** Bits of an error that is written without a Golomb code. */
    int plainBits() {
        return bitsOf(range());
    }

    /** The longest code. */
    int limit() {
        int bitsPerPixel = Math.max(2, bitsOf(maximum + 1));
        return 2 * (bitsPerPixel + Math.max(8, bitsPerPixel));
    }

    private static int bitsOf(int values) {
        return 32 - Integer.numberOfLeadingZeros(values - 1);
    }

    /** The class of a gradient, −4 to 4. */
    int quantised(int gradient) {
        int size = Math.abs(gradient);
        int level = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
        return gradient < 0 ? -level : level;
    }

    /** A prediction with its error, which is counted modulo the range. */
    int corrected(int prediction, int error) {
        int step = 2 * near + 1;
        int value = prediction + error * step;
        if (value < -near) {
            value += range() * step;
        } else if (value > maximum + near) {
            value -= range() * step;
        }
        return Math.max(0, Math.min(maximum, value));
    }
}
