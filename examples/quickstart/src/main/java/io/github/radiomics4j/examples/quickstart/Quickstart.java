package io.github.radiomics4j.examples.quickstart;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.Aggregation;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.feature.IbsiCode;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinSize;
import io.github.radiomics4j.core.texture.GlcmFeature;
import java.io.PrintStream;
import java.util.SplittableRandom;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Features of one region, with radiomics-core alone. The image, a speckled ball in Hounsfield units, is made in code. */
public final class Quickstart {
    private static final int SIDE = 32;
    private static final int SLICES = 12;

    private Quickstart() { }

    /**
     * Prints the features of the ball: IBSI code, name, value.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        run(speckles(), ball(), System.out);
    }

    static double run(RandomAccessibleInterval<ShortType> ct, RandomAccessibleInterval<UnsignedByteType> labels, PrintStream out) {
        // README begin
        ScalarImage image = ScalarImage.of(ct, VoxelSpacing.mm(0.98, 0.98, 3.0));    // any ImgLib2 image
        Mask tumour = Mask.ofLabel(labels, 1);
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(new FixedBinSize(25, -1000))
                .resampledTo(VoxelSpacing.isotropic(2))
                .aggregatedBy(Aggregation.THREE_D_MERGED);
        FeatureVector features = extractor.extract(image, tumour);
        features.forEach((key, value) ->
                out.println(key.feature().ibsiCode().map(IbsiCode::value).orElse("none") + "  " + key + " = " + value));
        double contrast = features.get(GlcmFeature.CONTRAST);
        // README end
        return contrast;
    }

    static RandomAccessibleInterval<ShortType> speckles() {
        SplittableRandom random = new SplittableRandom(1);
        short[] hounsfield = new short[SIDE * SIDE * SLICES];
        for (int i = 0; i < hounsfield.length; i++) {
            hounsfield[i] = (short) random.nextInt(-50, 150);
        }
        return ArrayImgs.shorts(hounsfield, SIDE, SIDE, SLICES);
    }

    static RandomAccessibleInterval<UnsignedByteType> ball() {
        byte[] labels = new byte[SIDE * SIDE * SLICES];
        for (int i = 0; i < labels.length; i++) {
            double x = i % SIDE - 15.5;
            double y = i / SIDE % SIDE - 15.5;
            double z = 3 * (i / (SIDE * SIDE) - 5.5);
            labels[i] = (byte) (x * x + y * y + z * z < 144 ? 1 : 0);
        }
        return ArrayImgs.unsignedBytes(labels, SIDE, SIDE, SLICES);
    }
}
