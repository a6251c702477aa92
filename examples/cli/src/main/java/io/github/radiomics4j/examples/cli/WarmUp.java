package io.github.radiomics4j.examples.cli;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.preprocessing.Resampling;
import io.github.radiomics4j.core.preprocessing.Resegmentation;
import java.util.Arrays;

/**
 * Measures a region of some voxels while the command line is understood and files are read: a young virtual machine spends more time on
 * loading and linking the code of the families than on what they compute, and by then it is done. Results are thrown away.
 */
final class WarmUp {
    private static final int EDGE = 6;

    private WarmUp() { }

    /** Begins, where there is a processor for it; the program's end does not wait for it. */
    static void begin() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(WarmUp::measure, "warm-up");
            thread.setDaemon(true);
            // What fails here fails again, and is told, where the user's region is measured.
            thread.setUncaughtExceptionHandler((failed, e) -> { });
            thread.start();
        }
    }

    /** Measures a region of some voxels. */
    static void measure() {
        GridSize size = new GridSize(EDGE, EDGE, EDGE);
        double[] values = new double[EDGE * EDGE * EDGE];
        byte[] inside = new byte[values.length];
        Arrays.setAll(values, i -> i % 7 * (i % 11));
        Arrays.fill(inside, (byte) 1);
        FeatureExtractor.discretisedBy(new FixedBinNumber(4)).resampledBy(Resampling.to(VoxelSpacing.mm(1.1, 1.1, 1.1)))
                .resegmentedBy(Resegmentation.outliersBeyond(3))
                .extract(ScalarImage.of(values, size, ImageGeometry.of(VoxelSpacing.mm(1, 1, 1))), Mask.of(inside, size));
    }
}
