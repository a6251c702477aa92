package io.github.radiomics4j.examples.lumbar;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.examples.lumbar.CaseDraws.Purpose;
import net.imglib2.img.array.ArrayImgs;

/**
 * The voxels of one synthetic case: a T2-like image of {@link #SIZE} voxels, stored as whole numbers like a scanner's, and a label map.
 *
 * <p>The image is rendered in this order: tissues and their signal; in the disc a nucleus whose brightness falls with the Pfirrmann
 * grade, times {@code 1 + a g} with a random field g and an amplitude a and correlation length that rise with the disc's
 * heterogeneity; in muscle spots of fat where another random field exceeds a threshold that falls with the muscle's heterogeneity;
 * a blur in the plane, a smooth bias field, Rician noise, the scanner's gain, rounding. Everything but the two heterogeneities is
 * drawn without regard to the outcome.
 */
final class SyntheticCase {
    static final GridSize SIZE = new GridSize(112, 88, 20);
    static final VoxelSpacing SPACING = VoxelSpacing.mm(1.2, 1.2, 3);

    private static final double[] NUCLEUS_SIGNAL_BY_GRADE = {150, 135, 122, 110, 100};
    private static final double BLUR_VOXELS = 0.5;
    private static final int LARGEST = 65535;

    private final short[] image;
    private final byte[] labels;

    private SyntheticCase(short[] image, byte[] labels) {
        this.image = image;
        this.labels = labels;
    }

    static SyntheticCase render(Traits traits, long cohortSeed, int caseIndex) {
        Anatomy anatomy = Anatomy.draw(traits, cohortSeed, caseIndex);
        double[] discField = discTexture(traits, cohortSeed, caseIndex);
        double[] fat = fatWeights(traits, cohortSeed, caseIndex);
        double[] signal = new double[discField.length];
        byte[] labels = new byte[signal.length];
        int at = 0;
        for (int z = 0; z < SIZE.z(); z++) {
            for (int y = 0; y < SIZE.y(); y++) {
                for (int x = 0; x < SIZE.x(); x++, at++) {
                    double mmX = fromMiddle(0, x);
                    double mmY = fromMiddle(1, y);
                    Tissue tissue = anatomy.at(mmX, mmY, fromMiddle(2, z));
                    labels[at] = (byte) tissue.label();
                    signal[at] = tissue.signal();
                    if (tissue == Tissue.DISC) {
                        double nucleus = NUCLEUS_SIGNAL_BY_GRADE[traits.pfirrmann() - 1] - tissue.signal();
                        signal[at] = (tissue.signal() + nucleus * anatomy.nucleus(mmX, mmY)) * Math.max(0.1, 1 + discField[at]);
                    } else if (tissue.isMuscle()) {
                        signal[at] += 0.6 * fat[at] * (Tissue.FAT.signal() - tissue.signal());
                    }
                }
            }
        }
        SmoothField.blurSlices(signal, SIZE, BLUR_VOXELS);
        return new SyntheticCase(scanned(signal, cohortSeed, caseIndex), labels);
    }

    private static double fromMiddle(int axis, int index) {
        return (index - (SIZE.along(axis) - 1) / 2.0) * SPACING.along(axis);
    }

    private static double[] discTexture(Traits traits, long cohortSeed, int caseIndex) {
        CaseDraws draws = CaseDraws.of(cohortSeed, caseIndex, Purpose.DISC_TEXTURE);
        double amplitude = 0.18 * StrictMath.exp(0.45 * traits.disc());
        double length = 3.5 * StrictMath.exp(0.12 * traits.disc() + 0.06 * draws.gaussian());
        double[] field = SmoothField.random(SIZE, SPACING, length, draws);
        for (int i = 0; i < field.length; i++) {
            field[i] *= amplitude;
        }
        return field;
    }

    private static double[] fatWeights(Traits traits, long cohortSeed, int caseIndex) {
        CaseDraws draws = CaseDraws.of(cohortSeed, caseIndex, Purpose.MUSCLE_TEXTURE);
        double threshold = 1.6 - 0.35 * traits.muscle() + 0.15 * draws.gaussian();
        double[] field = SmoothField.random(SIZE, SPACING, 5 * StrictMath.exp(0.1 * draws.gaussian()), draws);
        for (int i = 0; i < field.length; i++) {
            double t = Math.max(0, Math.min(1, (field[i] - threshold) / 0.8));
            field[i] = t * t * (3 - 2 * t);
        }
        return field;
    }

    /** Bias field (brighter towards the coil at the back), Rician noise, gain, rounding. */
    private static short[] scanned(double[] signal, long cohortSeed, int caseIndex) {
        CaseDraws scanner = CaseDraws.of(cohortSeed, caseIndex, Purpose.SCANNER);
        double[] bias = new double[6];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = 0.06 * scanner.moderate();
        }
        double noise = 4 * StrictMath.exp(0.15 * scanner.moderate());
        double gain = 2.5 * StrictMath.exp(0.25 * scanner.moderate());
        CaseDraws draws = CaseDraws.of(cohortSeed, caseIndex, Purpose.NOISE);
        short[] image = new short[signal.length];
        int at = 0;
        for (int z = 0; z < SIZE.z(); z++) {
            double w = 2.0 * z / (SIZE.z() - 1) - 1;
            for (int y = 0; y < SIZE.y(); y++) {
                double v = 2.0 * y / (SIZE.y() - 1) - 1;
                for (int x = 0; x < SIZE.x(); x++, at++) {
                    double u = 2.0 * x / (SIZE.x() - 1) - 1;
                    double field = StrictMath.exp(0.15 * v + bias[0] * u + bias[1] * v + bias[2] * w + bias[3] * u * v
                            + bias[4] * (u * u - v * v) + bias[5] * w * w);
                    double real = signal[at] * field + noise * draws.gaussian();
                    double imaginary = noise * draws.gaussian();
                    long value = Math.round(gain * Math.sqrt(real * real + imaginary * imaginary));
                    image[at] = (short) Math.min(LARGEST, value);
                }
            }
        }
        return image;
    }

    /** The image. */
    ScalarImage image() {
        return ScalarImage.of(ArrayImgs.unsignedShorts(image, SIZE.x(), SIZE.y(), SIZE.z()), ImageGeometry.of(SPACING));
    }

    /** A copy of the label map, x fastest, then y, then z. */
    byte[] labels() {
        return labels.clone();
    }

    /** The voxels of a region. */
    Mask mask(Region region) {
        byte[] inside = new byte[labels.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte) (region.holds(labels[i]) ? 1 : 0);
        }
        return Mask.of(inside, SIZE);
    }
}
