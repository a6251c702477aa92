package io.github.radiomics4j.deep.dl4j;

import io.github.radiomics4j.core.image.GridSize;
import io.github.radiomics4j.deep.IntensityNormalisation;
import io.github.radiomics4j.deep.PatchCutting;
import io.github.radiomics4j.deep.Patches;
import io.github.radiomics4j.deep.RegionSampling;
import io.github.radiomics4j.deep.SyntheticCase;
import io.github.radiomics4j.deep.TrainingCase;
import io.github.radiomics4j.deep.TrainingListener;
import io.github.radiomics4j.deep.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small cohorts to train on; as a program it prints the SHA-256 of the weights that two trainings give. */
final class TrainingCohort {
    static final PatchCutting CUTTING = new PatchCutting(RegionSampling.largestSlice(2), IntensityNormalisation.zScoreInRegion(), 16);

    private TrainingCohort() { }

    public static void main(String[] arguments) {
        System.out.println(hashes());
    }

    static String hashes() {
        TrainingPlan plan = TrainingPlan.seeded(5).withEpochs(3, 3).inBatchesOf(4, 0.003);
        List<TrainingCase> cases = stripes(12, 1);
        return AutoencoderTraining.of(plan).train(cases, TrainingListener.silent()).weightsSha256() + " "
                + ClassifierTraining.of(plan).train(cases, TrainingListener.silent()).weightsSha256();
    }

    /** Smooth blobs in noise, cut from volumes. */
    static List<TrainingCase> blobs(int count) {
        return blobs(CUTTING, new GridSize(24, 22, 4), count);
    }

    /** The same, cut otherwise from volumes of another size. */
    static List<TrainingCase> blobs(PatchCutting cutting, GridSize size, int count) {
        List<TrainingCase> cases = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            SyntheticCase one = SyntheticCase.of(size, c);
            cases.add(TrainingCase.of("case" + c, cutting.cut(one.image(), one.mask())));
        }
        return cases;
    }

    /** Two patches each of stripes and noise: vertical in cases without, horizontal in cases with event, every other case. */
    static List<TrainingCase> stripes(int count, long seed) {
        return stripes(CUTTING, 2, 16, 16, count, seed);
    }

    /** Patches of stripes along the first axis in cases without, along the last axis in cases with event. */
    static List<TrainingCase> stripes(PatchCutting cutting, int patches, int edge, int lastStride, int count, long seed) {
        List<TrainingCase> cases = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            Random random = new Random(1000 * seed + c);
            float[] pixels = new float[patches * edge * lastStride];
            boolean positive = c % 2 == 1;
            for (int i = 0; i < pixels.length; i++) {
                int along = (positive ? i / lastStride : i) % edge;
                pixels[i] = (float) (Math.sin(2 * Math.PI * along / 4 + c) + 0.3 * random.nextGaussian());
            }
            cases.add(TrainingCase.of("case" + c, Patches.of(cutting, patches, pixels)).withOutcome(positive));
        }
        return cases;
    }
}
