package io.github.radiomics4j.examples.quickstart;

import io.github.radiomics4j.core.extraction.FeatureExtractor;
import io.github.radiomics4j.core.feature.FeatureVector;
import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.core.image.ImageGeometry;
import io.github.radiomics4j.core.image.Mask;
import io.github.radiomics4j.core.image.ScalarImage;
import io.github.radiomics4j.core.image.VoxelSpacing;
import io.github.radiomics4j.core.preprocessing.FixedBinNumber;
import io.github.radiomics4j.core.table.FeatureTable;
import io.github.radiomics4j.radscore.BinaryOutcome;
import io.github.radiomics4j.radscore.Radscore;
import io.github.radiomics4j.radscore.RadscoreRecipe;
import io.github.radiomics4j.radscore.information.EqualFrequencyBins;
import io.github.radiomics4j.radscore.regression.PenalisedLogistic;
import io.github.radiomics4j.radscore.selection.CorrelationFilter;
import io.github.radiomics4j.radscore.selection.MutualInformationSelection;
import io.github.radiomics4j.validation.Bootstrapped;
import io.github.radiomics4j.validation.Validation;
import io.github.radiomics4j.validation.resampling.Bootstrap;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * From features of many cases to a validated Radscore. The cases are synthetic: cubes of noise, of which those with an event are
 * noisier on average.
 */
public final class StudyQuickstart {
    private static final int CASES = 60;
    private static final GridSize SIZE = new GridSize(8, 8, 8);

    private StudyQuickstart() { }

    /**
     * Prints the formula of a Radscore and its performance.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        run(features(), outcome(), System.out);
    }

    static Bootstrapped run(Map<String, FeatureVector> features, BinaryOutcome outcome, PrintStream out) {
        // README begin
        FeatureTable table = FeatureTable.ofVectors(features);                       // case id → feature vector
        RadscoreRecipe recipe = RadscoreRecipe.selecting(new MutualInformationSelection(new EqualFrequencyBins(4), 10))
                .then(new CorrelationFilter(0.9))
                .fittedBy(PenalisedLogistic.elasticNet(0.03, 0.5));
        Radscore radscore = recipe.fit(table, outcome);
        out.println(radscore.formula());
        Bootstrapped internal = Validation.internal(recipe, table, outcome, new Bootstrap(200, 42));    // refits all of it
        out.println("apparent AUC " + internal.apparentAuc() + ", optimism-corrected " + internal.optimismCorrectedAuc());
        // README end
        return internal;
    }

    /** Every third case has an event. */
    static BinaryOutcome outcome() {
        boolean[] event = new boolean[CASES];
        for (int c = 0; c < CASES; c++) {
            event[c] = c % 3 == 0;
        }
        return BinaryOutcome.of(event);
    }

    static Map<String, FeatureVector> features() {
        BinaryOutcome outcome = outcome();
        FeatureExtractor extractor = FeatureExtractor.discretisedBy(new FixedBinNumber(16));
        byte[] everything = new byte[Math.toIntExact(SIZE.voxels())];
        Arrays.fill(everything, (byte) 1);
        Map<String, FeatureVector> features = new LinkedHashMap<>();
        for (int c = 0; c < CASES; c++) {
            SplittableRandom random = new SplittableRandom(c);
            double amplitude = (outcome.isPositive(c) ? 12 : 10) + 4 * random.nextDouble();
            double[] samples = new double[everything.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = 100 + amplitude * (random.nextDouble() + random.nextDouble() - 1);
            }
            ScalarImage image = ScalarImage.of(samples, SIZE, ImageGeometry.of(VoxelSpacing.isotropic(1)));
            features.put("case-" + c, extractor.extract(image, Mask.of(everything, SIZE)));
        }
        return features;
    }
}
