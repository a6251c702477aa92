package io.github.radiomics4j.examples.quickstart;

import io.github.radiomics4j.core.feature.FeatureSource;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.ScatteringExtractor;
import java.io.PrintStream;

/** Deep features of one region without any weights: wavelet scattering of its slices. */
public final class DeepQuickstart {

    private DeepQuickstart() { }

    /**
     * Prints the deep features of the ball of {@link Quickstart}.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        run(ScalarImage.of(Quickstart.speckles(), VoxelSpacing.mm(0.98, 0.98, 3.0)), Mask.ofLabel(Quickstart.ball(), 1), System.out);
    }

    static FeatureVector run(ScalarImage image, Mask tumour, PrintStream out) {
        // README begin
        FeatureSource deep = ScatteringExtractor.plane().sampling(RegionSampling.eachSlice(5)).averagedOverOrientations();
        FeatureVector features = deep.extract(image, tumour);
        features.forEach((key, value) -> out.println(key + " = " + value));    // deep_scattering2d.deep_order_1.scale_0_mean = …
        // README end
        return features;
    }
}
